import { type Lowered, dataStatement } from '../dialect.ts';
import { type RunOnlyIf, type StopUnless, kindOf } from '../standard/conditions.ts';
import { inner } from './batches.ts';
import { unicodeText } from './text.ts';

/** What is unknown is not true: NOT of it would be unknown again. */
const answer = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;

const batch = (sql: string): Lowered => ({ ...dataStatement(sql), compound: true });

/** In the message of THROW, % is doubled: https://learn.microsoft.com/sql/t-sql/language-elements/throw-transact-sql */
export const stopUnless: StopUnless = (condition, message) => [
  batch(
    [
      `DECLARE @message nvarchar(2048) = ${unicodeText(message.replaceAll('%', '%%'))};`,
      `IF ${answer(condition)} = 0 THROW 50001, @message, 1`,
    ].join('\n'),
  ),
];

/** Each is a batch of its own, so that it is not compiled where it is not run. */
export const runOnlyIf: RunOnlyIf = (condition, statements) => [
  {
    ...batch(
      [`IF ${answer(condition)} = 1`, 'BEGIN', ...statements.map(({ sql }) => `${inner(sql)};`), 'END'].join('\n'),
    ),
    kind: kindOf(statements),
  },
];
