import type { Column } from '../../schema/table.ts';
import { type Lowered, schemaStatement } from '../dialect.ts';
import { isTimestamp } from '../standard/inline-column.ts';

/**
 * The statements; before them, where they leave a TIMESTAMP NOT NULL without a default, the setting under which it
 * stays without. Off, as it is before version 10.10, the server gives the first such column of a table DEFAULT
 * CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP. A session can set it since 10.6.9: see explicit_defaults_for_timestamp
 * in https://mariadb.com/docs/server/server-management/variables-and-modes/server-system-variables
 */
export function withoutImpliedDefaults(statements: readonly Lowered[], columns: readonly Column[]): readonly Lowered[] {
  const isBare = ({ type, nullable, default: value }: Column): boolean =>
    isTimestamp(type) && !nullable && value === undefined;
  if (!columns.some(isBare)) return statements;
  return [schemaStatement('SET SESSION explicit_defaults_for_timestamp = ON'), ...statements];
}
