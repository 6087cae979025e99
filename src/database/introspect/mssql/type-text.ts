import { DIALECTS } from '../../../dialects/index.ts';
import { writeTable } from '../../../dialects/write.ts';
import { type Row, flag, text } from '../row.ts';

/** How many bytes of the length make one of a type. */
const BYTES_EACH: { readonly [type: string]: number } = { nvarchar: 2, nchar: 2, varchar: 1, char: 1, varbinary: 1, binary: 1 };
const WITH_SCALE: ReadonlySet<string> = new Set(['time', 'datetime2', 'datetimeoffset']);

/**
 * A type as it would be written, from its parts; a length of -1 is max:
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-columns-transact-sql
 */
export function typeText(row: Row): string {
  const name = text(row, 'type');
  if (flag(row, 'is_own_type')) return writeTable(DIALECTS.mssql, { schema: text(row, 'type_schema'), name });
  const each = BYTES_EACH[name];
  const bytes = Number(text(row, 'bytes'));
  if (each !== undefined) return `${name}(${bytes === -1 ? 'max' : bytes / each})`;
  if (name === 'decimal' || name === 'numeric') return `${name}(${text(row, 'precision')}, ${text(row, 'scale')})`;
  return WITH_SCALE.has(name) ? `${name}(${text(row, 'scale')})` : name;
}
