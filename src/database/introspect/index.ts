import type { ObjectName } from '../../schema/name.ts';
import type { SchemaModel } from '../../schema/model.ts';
import type { DialectName } from '../../sql/dialect-name.ts';
import { assemble } from './assemble.ts';
import { mssql } from './mssql/index.ts';
import { mariadb, mysql } from './mysql/index.ts';
import { oracle } from './oracle/index.ts';
import { postgresql } from './postgresql/index.ts';
import { sqlite } from './sqlite/index.ts';
import type { ReadCatalogue } from './read.ts';
import type { Query } from './row.ts';

export type { Query, Row } from './row.ts';

export interface IntrospectOptions {
  /** The schemas to read; the session's own alone unless said otherwise. Its names go without it. */
  readonly schemas?: readonly string[];
  /** Tables that are no part of it, such as the version table. */
  readonly except?: readonly ObjectName[];
}

const CATALOGUES: { readonly [D in DialectName]: ReadCatalogue } = { postgresql, mysql, mariadb, mssql, oracle, sqlite };

/** The schema of a database, as its catalogue tells it. What belongs to the system is not in it. */
export async function introspect(
  dialect: DialectName,
  query: Query,
  { schemas, except = [] }: IntrospectOptions = {},
): Promise<SchemaModel> {
  return assemble(await CATALOGUES[dialect](query, schemas), except);
}
