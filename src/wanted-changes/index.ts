import { type Project, dialectOf } from '../compiler.ts';
import { type Difference, type Rename, compareSchemas } from '../compare/index.ts';
import { type Desired, withUntold } from '../desired/index.ts';
import { desiredSchema } from '../desired-schema.ts';
import type { Diagnostic } from '../diagnostics.ts';
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
  /** Tables that were compared as ops left them, though hand-written SQL may have changed them since. */
  readonly doubts: readonly Diagnostic<'unread-sql'>[];
}

export interface ChangesRequest {
  readonly target: string;
  readonly dialect: DialectName;
  /** What there is, where a database tells it, and what is wanted in its words. */
  readonly from?: { readonly before: SchemaModel; readonly spelled: (wanted: SchemaModel) => Promise<SchemaModel> };
  /** Says which names are new ones for what is there; asked once both schemas are known. */
  readonly renames?: (before: SchemaModel, after: SchemaModel) => Promise<readonly Rename[]> | readonly Rename[];
}

/** @throws MigsqlError with the problems of the migrations, of the wanted schema, or of the project's own hook */
export async function wantedChanges(project: Project, request: ChangesRequest): Promise<WantedChanges> {
  const { target, dialect, from, renames = () => [] } = request;
  const before = from?.before ?? (await schemaAt(project, target, dialect));
  const desired = await desiredSchema(project.config, dialect);
  const told = withUntold(desired.model, desired.untold, before);
  const wanted = from ? await from.spelled(told) : told;
  const options = { dialect: dialectOf(project.config, dialect), renames: await renames(before, wanted) };
  const found = compareSchemas(before, wanted, options);
  const unread = unreadTables(before, found);
  const unknown = unread.filter(([key]) => !before.tables.has(key)).map(([, diagnostic]) => diagnostic);
  if (unknown.length) throw new MigsqlError(unknown);
  return { before, desired, found: await hooked(project.config, found), doubts: unread.map(([, diagnostic]) => diagnostic) };
}

/** The tables that differ and that hand-written SQL made or may have changed. */
function unreadTables({ opaque }: SchemaModel, found: readonly Difference[]): readonly (readonly [string, Diagnostic<'unread-sql'>])[] {
  const names = new Set(found.flatMap(({ op }) => ('table' in op ? [keyOf(op.table)] : [])));
  const unread = [...opaque].filter(([key]) => names.has(key));
  return unread.map(([key, { name, reason, place }]) => [key, problem('unread-sql', { name: displayTable(name), reason }, place)]);
}
