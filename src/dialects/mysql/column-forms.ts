import type { ColumnType } from '../../sql/types.ts';
import { chooseForDialect } from '../../sql/dialect-name.ts';
import type { InlineColumnForms } from '../standard/inline-column.ts';
import { isTimestamp } from '../standard/inline-column.ts';

const LARGE = /^(?:(?:tiny|medium|long)?(?:text|blob)|json|geometry)\b/i;

/** BLOB, TEXT, GEOMETRY and JSON take a default "only if the value is written as an expression". */
function isLarge(type: ColumnType): boolean {
  if (type.type === 'native') {
    const name = typeof type.sql === 'string' ? type.sql : chooseForDialect(type.sql, 'mysql');
    return LARGE.test(name ?? '');
  }
  return type.type === 'text' || type.type === 'json' || (type.type === 'binary' && type.length === undefined);
}

/** https://dev.mysql.com/doc/refman/8.4/en/data-type-defaults.html */
export const columnForms: InlineColumnForms = {
  // An instant is read anew at each INSERT, as the documentation has it for literals with an offset.
  isExpressionOnly: (type) => isLarge(type) || isTimestamp(type),
  generatedNotNull: true,
};
