import type { TableOptions } from '../../../schema/table.ts';
import type { TableShell } from '../assemble.ts';
import { type Row, type Scope, flag, known, maybe, someOf } from '../row.ts';
import { isTable, tableName } from './scope.ts';

type Options = NonNullable<TableOptions['oracle']>;

/**
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_TABLES.html,
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_TAB_COMMENTS.html,
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_USERS.html: the usual tablespace is the user's.
 */
export const tablesQuery = (scope: Scope): string => `
SELECT A.OWNER AS "schema", A.TABLE_NAME AS "table", C.COMMENTS AS "comment", A.TEMPORARY AS "temporary",
  NULLIF(A.TABLESPACE_NAME, U.DEFAULT_TABLESPACE) AS "tablespace", A.COMPRESS_FOR AS "compression"
FROM ALL_TABLES A LEFT JOIN ALL_TAB_COMMENTS C ON C.OWNER = A.OWNER AND C.TABLE_NAME = A.TABLE_NAME
  LEFT JOIN USER_USERS U ON U.USERNAME = A.OWNER
WHERE ${isTable('A.OWNER', 'A.TABLE_NAME', scope)}
ORDER BY A.OWNER, A.TABLE_NAME`;

const COMPRESSIONS: { readonly [kind: string]: NonNullable<Options['compress']> } = { BASIC: 'basic', ADVANCED: 'advanced' };

export const tablesOf = (rows: readonly Row[], scope: Scope): readonly TableShell[] =>
  rows.map((row) => {
    const oracle = someOf<Options>({
      tablespace: flag(row, 'temporary') ? undefined : maybe(row, 'tablespace'),
      compress: COMPRESSIONS[maybe(row, 'compression') ?? ''],
    });
    return known<TableShell>({
      name: tableName(row, scope),
      comment: maybe(row, 'comment'),
      temporary: flag(row, 'temporary') || undefined,
      on: oracle && { oracle },
    });
  });
