import { type InlineColumnForms, isTimestamp } from '../standard/inline-column.ts';

/** https://mariadb.com/docs/server/reference/sql-statements/data-definition/create/create-table#default */
export const columnForms: InlineColumnForms = {
  // A literal would be read once, in the zone of the session that makes the table.
  isExpressionOnly: isTimestamp,
  // A syntax error: https://mariadb.com/docs/server/reference/sql-statements/data-definition/create/generated-columns
  generatedNotNull: false,
};
