import type { Downgrade } from '../migration.ts';
import { type AuthoredOp, source } from '../ops/index.ts';
import { renderTemplate } from '../template.ts';
import { type Code, call, importClause, imported, layout, list, object, text, texts } from '../typescript/index.ts';

/** An op of a migration that is written, and what its reader must see above it. */
export interface WrittenOp {
  readonly op: AuthoredOp;
  readonly note?: string;
}

/** What is written of a migration. */
export interface WrittenMigration {
  readonly id: string;
  readonly revises: readonly string[];
  readonly title: string;
  readonly branchLabels: readonly string[];
  readonly dependsOn: readonly string[];
  /** When, for templates that say it. */
  readonly created?: string;
  readonly upgrade: readonly WrittenOp[];
  readonly downgrade: Downgrade;
  /** What its reader must see above it, a line each. */
  readonly comment?: readonly string[];
}

/** Fills a template of `templates/`, by its path there. */
export type Render = (path: string, data: object) => string;

/** A migration's TypeScript file, as one is written by hand. */
export function migrationSource(
  { id, revises, title, branchLabels, dependsOn, created = '', comment = [], ...ops }: WrittenMigration,
  render: Render = renderTemplate,
): string {
  const upgrade = list(ops.upgrade.map(opSource));
  const downgrade = downgradeSource(ops.downgrade);
  const field = (name: string, code: Code): string => layout(code, { indent: 2, column: 2 + `${name}: `.length, after: 1 });
  return render('migration/migration.ts.hbs', {
    imports: importClause([imported('migration'), upgrade, downgrade]),
    comment,
    id: text(id),
    revises: field('revises', revisesSource(revises)),
    title: text(title),
    branchLabels: branchLabels.length ? field('branchLabels', texts(branchLabels)) : '',
    dependsOn: dependsOn.length ? field('dependsOn', texts(dependsOn)) : '',
    created,
    isEmpty: ops.upgrade.length === 0,
    upgrade: field('upgrade', upgrade),
    downgrade: field('downgrade', downgrade),
  });
}

/** A migration's SQL file, without statements. */
export const migrationSql = (
  { id, revises, title, branchLabels, dependsOn, created = '', comment = [] }: WrittenMigration,
  render: Render = renderTemplate,
): string =>
  render('migration/migration.sql.hbs', {
    id,
    revises: revises.join(', ') || 'base',
    title,
    branchLabels: branchLabels.join(', '),
    dependsOn: dependsOn.join(', '),
    created,
    comment,
  });

function revisesSource([first, ...more]: readonly string[]): Code {
  if (first === undefined) return 'null';
  return more.length ? texts([first, ...more]) : text(first);
}

const opSource = ({ op, note }: WrittenOp): Code =>
  note === undefined ? authoredSource(op) : { remark: note, code: authoredSource(op) };

function authoredSource(op: AuthoredOp): Code {
  if (op.op !== 'forDialect') return source(op);
  const cases = Object.entries(op.cases).map(([dialect, ops]) => [dialect, list(ops.map(authoredSource))]);
  return call('forDialect', object(Object.fromEntries(cases)));
}

function downgradeSource(downgrade: Downgrade): Code {
  if (downgrade === 'reversed') return text(downgrade);
  return 'irreversible' in downgrade ? call('irreversible', text(downgrade.irreversible)) : list(downgrade.map(authoredSource));
}
