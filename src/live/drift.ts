import { currentHeads } from '../apply/index.ts';
import { type Project, dialectOf } from '../compiler.ts';
import { type Difference, type Rename, compareSchemas, possibleRenames, spelledAs } from '../compare/index.ts';
import type { Connection } from '../database/connection.ts';
import { underSignal } from '../database/under-signal.ts';
import type { Unmodelled } from '../database/unmodelled/index.ts';
import { schemaInDatabase } from '../replay.ts';
import type { SchemaModel } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import { type Uncompared, comparable, uncomparedIn } from './comparable.ts';
import { readSchema } from './read-schema.ts';
import { repairOps } from './repair-ops.ts';
import { spelledByServer } from './spelled.ts';
import type { Undecided } from './spelling/index.ts';

export interface DriftOptions {
  /** Schemas to look at, beside those that the migrations name; the session's own unless others are named. */
  readonly schemas?: readonly string[];
  /** Tables and other things that are left out. */
  readonly except?: readonly ObjectName[];
  /** Names of the migrations that somebody changed in the database. */
  readonly renames?: readonly Rename[];
  readonly signal?: AbortSignal;
}

/** How a database differs from what the migrations that it is at make. */
export interface Drift {
  /** Where the database is; none for base. */
  readonly heads: readonly string[];
  /** The ops that lead from what the migrations make to what there is. */
  readonly adopt: readonly Difference[];
  /** The ops that lead back. */
  readonly repair: readonly Difference[];
  /** What these ops leave as it is, since it could not be made as it was written. */
  readonly left: readonly Undecided[];
  /** What may be new names for what is there, and stands among the ops as a thing that goes and one that comes. */
  readonly possibleRenames: readonly Rename[];
  /** Texts that differ, and may mean the same: they stand among the ops. */
  readonly undecided: readonly Undecided[];
  readonly uncompared: Uncompared;
  readonly unmodelled: readonly Unmodelled[];
  /** What the migrations make, without what is not compared. */
  readonly wanted: SchemaModel;
  /** All that there is. */
  readonly found: SchemaModel;
}

/**
 * Compares a database with the replayed schema of the heads that it is at.
 *
 * @throws MigsqlError of a code of `currentHeads`, `readSchema`, or with the problems of the migrations; DatabaseError
 */
export const drift = (project: Project, connection: Connection, options: DriftOptions = {}): Promise<Drift> =>
  underSignal(connection, options.signal, (each) => compared(project, each, options));

async function compared(project: Project, connection: Connection, options: DriftOptions): Promise<Drift> {
  const { schemas, except = [], renames = [] } = options;
  const dialect = dialectOf(project.config, connection.dialect);
  const heads = await currentHeads(project, connection);
  const replayed = await schemaInDatabase(project, heads, connection.dialect);
  const live = await readSchema(connection, { ...(schemas && { schemas }), also: schemasIn(replayed), versionTable: project.config.versionTable });
  const uncompared = uncomparedIn(replayed);
  const hidden = live.unmodelled.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  const { wanted, found } = comparable({ wanted: replayed, found: live.model }, uncompared, [...except, ...hidden], dialect);
  const spelled = await spelledByServer(wanted, found, connection, dialect);
  const inOwnNames = spelledAs(spelled.model, wanted, dialect);
  return {
    heads,
    adopt: compareSchemas(inOwnNames, found, { dialect, renames }),
    ...repairOps(found, spelled, { dialect, renames: renames.map(back) }),
    possibleRenames: possibleRenames(inOwnNames, found).filter(({ from }) => !renames.some((each) => each.from === from)),
    undecided: spelled.undecided,
    uncompared,
    unmodelled: live.unmodelled,
    wanted: inOwnNames,
    found: live.model,
  };
}

export const isDrifted = ({ adopt, repair }: Drift): boolean => adopt.length > 0 || repair.length > 0;

const back = ({ from, to }: Rename): Rename => ({ from: to, to: from });

/** Those that are made, or that something is in. */
export const schemasIn = ({ tables, objects }: SchemaModel): readonly string[] => [
  ...new Set([
    ...[...tables.values()].flatMap(({ name }) => name.schema ?? []),
    ...[...objects.values()].flatMap(({ kind, name }) => (kind === 'schema' ? name.name : name.schema) ?? []),
  ]),
];
