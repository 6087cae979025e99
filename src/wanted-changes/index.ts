import { type Project, dialectOf } from '../compiler.ts';
import { type Difference, type Rename, compareSchemas } from '../compare/index.ts';
import { type Desired, withUntold } from '../desired/index.ts';
import { desiredSchema } from '../desired-schema.ts';
import { MigsqlError, problem } from '../errors.ts';
import { displayTable } from '../ops/display.ts';
import { schemaAt } from '../replay.ts';
import type { SchemaModel } from '../schema/model.ts';
import { keyOf } from '../schema/name.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { hooked } from './hook.ts';

/** What is still to be done after the migrations up to a target, for the schema that is wanted. */
export interface WantedChanges {
  readonly before: SchemaModel;
  readonly desired: Desired;
  readonly found: readonly Difference[];
}

export interface ChangesRequest {
  readonly target: string;
  readonly dialect: DialectName;
  /** Says which names are new ones for what is there; asked once both schemas are known. */
  readonly renames?: (before: SchemaModel, after: SchemaModel) => Promise<readonly Rename[]> | readonly Rename[];
}

/** What hand-written SQL made in a shape that is not known cannot be compared. */
function refuseUnread({ opaque }: SchemaModel, found: readonly Difference[]): void {
  const names = new Set(found.flatMap(({ op }) => ('table' in op ? [keyOf(op.table)] : [])));
  const unread = [...opaque].filter(([key]) => names.has(key)).map(([, { name, reason, place }]) => problem('unread-sql', { name: displayTable(name), reason }, place));
  if (unread.length) throw new MigsqlError(unread);
}

/** @throws MigsqlError with the problems of the migrations, of the wanted schema, or of the project's own hook */
export async function wantedChanges(project: Project, request: ChangesRequest): Promise<WantedChanges> {
  const { target, dialect, renames = () => [] } = request;
  const before = await schemaAt(project, target, dialect);
  const desired = await desiredSchema(project.config, dialect);
  const wanted = withUntold(desired.model, desired.untold, before);
  const options = { dialect: dialectOf(project.config, dialect), renames: await renames(before, wanted) };
  const found = compareSchemas(before, wanted, options);
  refuseUnread(before, found);
  return { before, desired, found: await hooked(project.config, found) };
}
