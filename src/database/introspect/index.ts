import type { ObjectName } from '../../schema/name.ts';
import type { SchemaModel } from '../../schema/model.ts';
import type { DialectName } from '../../sql/dialect-name.ts';
import { assemble } from './assemble.ts';
import { readCatalogue } from './read.ts';
import type { Query } from './row.ts';
import { CATALOGUES, type ScopeOptions, inScope, readScope } from './scope.ts';

export type { Query, Row } from './row.ts';
export { type ScopeOptions, schemaNames } from './scope.ts';

export interface IntrospectOptions extends ScopeOptions {
  /** Tables that are no part of it, such as the version table. */
  readonly except?: readonly ObjectName[];
}

/** The schema of a database, as its catalogue tells it. What belongs to the system is not in it. */
export async function introspect(
  dialect: DialectName,
  query: Query,
  { except = [], ...options }: IntrospectOptions = {},
): Promise<SchemaModel> {
  const scope = await readScope(dialect, query, options);
  return assemble(await readCatalogue(CATALOGUES[dialect], query, scope), except.map((name) => inScope(name, scope)));
}
