import { isDeepStrictEqual } from 'node:util';
import { fail } from '../errors.ts';
import { ownTemplate, renderOwnTemplate, type TemplateFolder } from '../own-templates/index.ts';
import { renderTemplate } from '../template.ts';
import { factsIn } from './load.ts';
import { migrationSource, migrationSql, type WrittenMigration } from './write.ts';

/** Where a project's own templates are, and what they are given. */
export interface OwnTemplates extends TemplateFolder {
  /** What the config's variables are. */
  readonly variables: object;
}

/**
 * The text of a new migration file: by the project's own template where it has one, and then read again, since it may
 * hold anything.
 *
 * @throws MigsqlError `missing-templates`, `broken-template`, `unfit-template`
 */
export function migrationFile(migration: WrittenMigration, kind: 'ts' | 'sql', templates: OwnTemplates): string {
  const write = kind === 'ts' ? migrationSource : migrationSql;
  const own = ownTemplate(`migration/migration.${kind}.hbs`, templates);
  if (own === undefined) return write(migration, renderTemplate);
  return write(migration, (_, data) => {
    const text = renderOwnTemplate(own, { ...data, variables: templates.variables });
    const reason = unfit(text, kind, migration) ?? leftOut(text, data, migration);
    return reason === undefined ? text : fail('unfit-template', { of: 'migration', reason }, { file: own.file });
  });
}

/** The facts that the graph is made of. */
const GRAPH_FACTS = ['id', 'revises', 'branchLabels', 'dependsOn'] as const;

/** Why a text does not say what the graph was checked with. */
function unfit(text: string, kind: 'ts' | 'sql', migration: WrittenMigration): string | undefined {
  const { facts, problems } = factsIn({ kind: kind === 'ts' ? 'typescript' : 'sql', file: '' }, text);
  if (!facts) return problems.map(({ message }) => message).join('; ');
  const wrong = GRAPH_FACTS.find((fact) => !isDeepStrictEqual(facts[fact], migration[fact]));
  return wrong && `its '${wrong}' is ${JSON.stringify(facts[wrong])}, and ${JSON.stringify(migration[wrong])} was asked for`;
}

/** Ops are never lost. */
function leftOut(text: string, data: object, { upgrade }: WrittenMigration): string | undefined {
  const isThere = !('upgrade' in data) || upgrade.length === 0 || text.includes(String(data.upgrade));
  return isThere ? undefined : 'it leaves out {{upgrade}}';
}
