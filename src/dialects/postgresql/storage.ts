import type { TableOptions } from '../../schema/table.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { writeLiteral } from '../write.ts';

type Parameters = NonNullable<NonNullable<TableOptions['postgresql']>['with']>;

/** A parameter's name, of the table or of what it keeps apart: `fillfactor`, `toast.autovacuum_enabled`. */
const PARAMETER = /^[a-z_]+(\.[a-z_]+)?$/;

/**
 * `(fillfactor = 70, autovacuum_enabled = FALSE)`:
 * https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS
 */
export function storageParameters(parameters: Parameters, dialect: Dialect): string {
  const written = Object.entries(parameters).map(([name, value]) => {
    if (!PARAMETER.test(name))
      refuse(`'${name}' is no storage parameter`, 'Write its name as the documentation does: fillfactor.');
    return `${name} = ${writeLiteral(dialect, value)}`;
  });
  return `(${written.join(', ')})`;
}

/** `WITH (…)`; nothing where there are none. */
export const withParameters = (parameters: Parameters | undefined, dialect: Dialect): string =>
  parameters && Object.keys(parameters).length > 0 ? `WITH ${storageParameters(parameters, dialect)}` : '';
