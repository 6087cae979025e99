import type { SetTableComment } from '../../ops/set-table-comment.ts';
import type { Column, TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { checkCharacters } from '../standard/values.ts';
import { writeTable } from '../write.ts';
import { nameText, unicodeText } from './text.ts';

/*
 * Comments are extended properties named MS_Description, as the vendor's own tools keep them:
 * https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-addextendedproperty-transact-sql
 */

/** A value has at most 7,500 bytes. */
const LONGEST = 3750;

/** A table, or one of its columns. */
export interface Commented {
  readonly table: TableName;
  readonly column?: string;
}

type Change = 'add' | 'update' | 'drop';

/**
 * Whether a property is there to be changed decides which procedure does it; where the former comment is not known,
 * the server is asked.
 */
export function commentChange(
  what: Commented,
  former: string | null | undefined,
  comment: string | null,
  dialect: Dialect,
): readonly Lowered[] {
  if (former === comment) return [];
  if (former === undefined) return [askedChange(what, comment, dialect)];
  return [change(what, comment === null ? 'drop' : former === null ? 'add' : 'update', comment)];
}

/** The comments of new columns, in their order. */
export const columnComments = (table: TableName, columns: readonly Column[], dialect: Dialect): readonly Lowered[] =>
  columns.flatMap(({ name, comment }) =>
    comment === undefined ? [] : commentChange({ table, column: name }, null, comment, dialect),
  );

export function setTableComment(
  { table, comment }: SetTableComment,
  { dialect, schema }: LoweringContext,
): readonly Lowered[] {
  const known = schema.table(table);
  return commentChange({ table }, known && (known.comment ?? null), comment, dialect);
}

function change(what: Commented, kind: Change, comment: string | null): Lowered {
  return batch(what, comment, [call(what, kind, comment)]);
}

function askedChange(what: Commented, comment: string | null, dialect: Dialect): Lowered {
  const { table, column } = what;
  const object = nameText(writeTable(dialect, table));
  const minor = column === undefined ? '0' : `COLUMNPROPERTY(OBJECT_ID(${object}), ${nameText(column)}, N'ColumnId')`;
  const there = [
    'IF EXISTS (',
    '  SELECT 1 FROM sys.extended_properties',
    `  WHERE class = 1 AND major_id = OBJECT_ID(${object}) AND minor_id = ${minor} AND name = N'MS_Description'`,
    ')',
  ];
  if (comment === null) return batch(what, comment, [...there, call(what, 'drop', comment)]);
  return batch(what, comment, [...there, `${call(what, 'update', comment)};`, 'ELSE', call(what, 'add', comment)]);
}

const isSimple = (written: string): boolean => written.startsWith("N'");

/** An argument of EXEC is a constant or a variable, never an expression, so that some are declared before. */
function batch({ table }: Commented, comment: string | null, lines: readonly string[]): Lowered {
  const value = comment === null ? "N''" : written(comment);
  const declared = [
    ...(table.schema === undefined ? ['@schema sysname = SCHEMA_NAME()'] : []),
    ...(isSimple(value) ? [] : [`@comment nvarchar(${LONGEST}) = ${value}`]),
  ];
  const sql = [...(declared.length ? [`DECLARE ${declared.join(', ')};`] : []), ...lines].join('\n');
  return { ...schemaStatement(sql), compound: sql.includes(';') };
}

function call({ table, column }: Commented, kind: Change, comment: string | null): string {
  const value = comment === null ? '' : written(comment);
  const argument = isSimple(value) ? value : '@comment';
  const schema = table.schema === undefined ? '@schema' : nameText(table.schema);
  const levels = [
    `@level0type = N'SCHEMA', @level0name = ${schema}`,
    `@level1type = N'TABLE', @level1name = ${nameText(table.name)}`,
    ...(column === undefined ? [] : [`@level2type = N'COLUMN', @level2name = ${nameText(column)}`]),
  ];
  const first = `@name = N'MS_Description'${comment === null ? '' : `, @value = ${argument}`}`;
  return `EXEC sys.sp_${kind}extendedproperty ${first},\n  ${levels.join(',\n  ')}`;
}

function written(comment: string): string {
  if (comment.length <= LONGEST) return unicodeText(checkCharacters(comment));
  return refuse(
    `the comment has ${comment.length} characters`,
    `An extended property of SQL Server holds ${LONGEST}: shorten the comment.`,
  );
}
