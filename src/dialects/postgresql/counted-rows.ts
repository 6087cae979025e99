import { type RowCount, displayRowCount } from '../../ops/row-count.ts';
import { type CountedRows, type Dialect, type Lowered, dataStatement } from '../dialect.ts';
import { writeLiteral } from '../write.ts';
import { doBlock, dollarQuoted } from './do-block.ts';

/**
 * The statement is a text to the block: within the block's own SQL its variables, `found` among them, would be taken
 * for columns of the same name.
 * https://www.postgresql.org/docs/current/plpgsql-statements.html#PLPGSQL-STATEMENTS-DIAGNOSTICS
 */
export function countedRows(sql: string, { expect, what }: CountedRows, dialect: Dialect): readonly Lowered[] {
  const message = writeLiteral(dialect, `${what}: expected ${displayRowCount(expect)}, found `);
  const body = [
    'DECLARE',
    '  counted bigint;',
    'BEGIN',
    `  EXECUTE ${dollarQuoted(sql, 'statement')};`,
    '  GET DIAGNOSTICS counted = ROW_COUNT;',
    `  IF ${isWrong(expect)} THEN`,
    // Not as its format, in which a % would be filled in.
    `    RAISE EXCEPTION USING MESSAGE = ${message} || counted;`,
    '  END IF;',
    'END',
  ];
  return [{ ...dataStatement(doBlock(body.join('\n'))), compound: true }];
}

function isWrong({ atLeast, atMost }: RowCount): string {
  if (atLeast !== undefined && atLeast === atMost) return `counted <> ${atLeast}`;
  if (atMost === undefined) return `counted < ${atLeast ?? 0}`;
  return atLeast === undefined ? `counted > ${atMost}` : `counted NOT BETWEEN ${atLeast} AND ${atMost}`;
}
