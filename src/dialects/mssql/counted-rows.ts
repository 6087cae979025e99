import { displayRowCount, type RowCount } from '../../ops/row-count.ts';
import { type CountedRows, type Lowered, dataStatement } from '../dialect.ts';
import { unicodeText } from './text.ts';

/**
 * One batch, since the next one would have another @@ROWCOUNT. What stands before THROW ends with a semicolon, and its
 * message is a constant or a variable, in which % is doubled:
 * https://learn.microsoft.com/sql/t-sql/functions/rowcount-transact-sql
 * https://learn.microsoft.com/sql/t-sql/language-elements/throw-transact-sql
 */
export function countedRows(sql: string, { expect, what }: CountedRows): readonly Lowered[] {
  const before = unicodeText(`migsql: the ${what.replaceAll('%', '%%')} touched `);
  const after = unicodeText(` rows, expected ${displayRowCount(expect)}`);
  const lines = [
    `${sql};`,
    'DECLARE @rows int = @@ROWCOUNT;',
    `DECLARE @message nvarchar(2048) = CONCAT(${before}, @rows, ${after});`,
    `IF ${isOther(expect)} THROW 50001, @message, 1`,
  ];
  return [{ ...dataStatement(lines.join('\n')), compound: true }];
}

function isOther({ atLeast, atMost }: RowCount): string {
  if (atLeast === atMost) return `@rows <> ${atLeast}`;
  if (atMost === undefined) return `@rows < ${atLeast}`;
  return atLeast === undefined || atLeast === 0 ? `@rows > ${atMost}` : `@rows NOT BETWEEN ${atLeast} AND ${atMost}`;
}
