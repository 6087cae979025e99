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
  const written = Object.entries(parameters).map(([name, value]) => `${checked(name)} = ${writeLiteral(dialect, value)}`);
  return `(${written.join(', ')})`;
}

const checked = (name: string): string =>
  PARAMETER.test(name) ? name : refuse(`'${name}' is no storage parameter`, 'Write its name as the documentation does: fillfactor.');

type ParameterChanges = { readonly [parameter: string]: Parameters[string] | null };

/** `SET (…)` and `RESET (…)`. */
export function changedParameters(parameters: ParameterChanges, dialect: Dialect): readonly string[] {
  const entries = Object.entries(parameters);
  const set = entries.flatMap(([name, value]): [string, Parameters[string]][] => (value === null ? [] : [[name, value]]));
  const reset = entries.flatMap(([name, value]) => (value === null ? [checked(name)] : []));
  return [
    ...(set.length ? [`SET ${storageParameters(Object.fromEntries(set), dialect)}`] : []),
    ...(reset.length ? [`RESET (${reset.join(', ')})`] : []),
  ];
}

/** `WITH (…)`; nothing where there are none. */
export const withParameters = (parameters: Parameters | undefined, dialect: Dialect): string =>
  parameters && Object.keys(parameters).length > 0 ? `WITH ${storageParameters(parameters, dialect)}` : '';
