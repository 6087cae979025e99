import { DIALECTS } from '../../../dialects/index.ts';
import { writeLiteral } from '../../../dialects/write.ts';
import type { ObjectName } from '../../../schema/name.ts';
import { type Row, type Scope, nameIn, text } from '../row.ts';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/SYS_CONTEXT.html */
export const OWN_SCHEMA = `SELECT SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AS "name" FROM DUAL`;

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_USERS.html */
export const SCHEMA_NAMES = 'SELECT USERNAME AS "name" FROM ALL_USERS ORDER BY USERNAME';

const { plain, reserved } = DIALECTS.oracle.lexicon;

/** A name without quotes is kept in upper case; what could not have been written so is as it stands. */
function plainName(kept: string): string {
  const lower = kept.toLowerCase();
  return lower.toUpperCase() === kept && plain.test(lower) && !reserved.has(lower) ? lower : kept;
}

export const name = (row: Row, column: string): string => plainName(text(row, column));

/** An object in a schema, by the columns that say both. */
export const objectName = (row: Row, scope: Scope, schema = 'schema', column = 'name'): ObjectName =>
  nameIn({ ...scope, own: plainName(scope.own) }, name(row, schema), name(row, column));

export const tableName = (row: Row, scope: Scope): ObjectName => objectName(row, scope, 'schema', 'table');

/** A list of schemas for IN, as the catalogue has their names. */
export const schemaList = ({ schemas }: Scope): string =>
  schemas.map((schema) => writeLiteral(DIALECTS.oracle, plain.test(schema) ? schema.toUpperCase() : schema)).join(', ');

/**
 * Tables of one's own: not those that others are kept in, nor the rows of a materialized view, nor what was dropped.
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_TABLES.html
 */
export const isTable = (owner: string, table: string, scope: Scope): string => `${owner} IN (${schemaList(scope)})
  AND EXISTS (SELECT 1 FROM ALL_TABLES T WHERE T.OWNER = ${owner} AND T.TABLE_NAME = ${table}
    AND T.NESTED = 'NO' AND T.SECONDARY = 'N' AND T.DROPPED = 'NO')
  AND NOT EXISTS (SELECT 1 FROM ALL_MVIEWS M WHERE M.OWNER = ${owner} AND M.MVIEW_NAME = ${table})`;
