import type { Project } from '../compiler.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError } from '../errors.ts';
import { inOwnSchemas } from '../own-schemas.ts';
import { type ReplayedSchema, downgradeOps, lowerOps, type Statement } from '../plan/index.ts';
import { type Replay, type ReplayedRevision, replay } from '../replay.ts';
import { framed } from '../script/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';

/** What a revision is rendered as in one dialect. */
export interface Snapshot {
  readonly revision: string;
  readonly dialect: DialectName;
  /** The migration's file. */
  readonly file: string;
  /** Where it is kept, in the folder of snapshots. */
  readonly path: string;
  readonly text: string;
}

/** Where the snapshot of a revision is kept, in the folder of snapshots. */
const pathOf = (dialect: DialectName, revision: string): string => `${dialect}/${revision}.sql`;

/**
 * Every revision as it is rendered in a dialect, in the order of the chain. Nothing of it depends on the version of migsql, on the
 * rest of the graph, or on what of a migration makes no statement.
 *
 * @throws MigsqlError with the problems of the migrations
 */
export async function snapshotsOf(project: Project, dialect: DialectName, replayed?: Replay): Promise<readonly Snapshot[]> {
  const chain = replayed ?? (await replay(project, 'heads', dialect, 'any'));
  const problems: Diagnostic[] = [];
  const snapshots = inOwnSchemas(project.graph, chain).map((each): Snapshot => {
    const { id, file } = each.migration;
    const text = textOf(each, chain, problems);
    return { revision: id, dialect, file, path: pathOf(dialect, id), text };
  });
  if (problems.length) throw new MigsqlError(problems);
  return snapshots;
}

function textOf({ migration, ops, before }: ReplayedRevision, chain: Replay, problems: Diagnostic[]): string {
  const { dialect } = chain;
  const up = lowerOps({ dialect, migration, ops, schema: before }, problems);
  return [`-- ${migration.id}, upgrade\n`, ...statementTexts(up.statements, dialect.name), `\n-- ${migration.id}, downgrade\n`, ...wayBack(migration, chain, before, up.schema)].join('');
}

/** That there is none is a part of the picture; why is said in words that may change. */
function wayBack(migration: ReplayedRevision['migration'], chain: Replay, before: ReplayedSchema, after: ReplayedSchema): readonly string[] {
  const { ops, problems } = downgradeOps(migration, chain, before);
  const found = [...problems];
  const { statements } = lowerOps({ dialect: chain.dialect, migration, ops, schema: after }, found);
  return found.length ? [`-- none (${[...new Set(found.map(({ code }) => code))].join(', ')})\n`] : statementTexts(statements, chain.dialect.name);
}

const statementTexts = (statements: readonly Statement[], dialect: DialectName): readonly string[] =>
  statements.map((statement) => `${statement.transactional ? '' : '-- outside any transaction\n'}${framed(statement, dialect)}`);
