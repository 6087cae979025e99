import { type RowCount, displayRowCount } from '../../ops/row-count.ts';
import { type CountedRows, type Dialect, type Lowered, dataStatement } from '../dialect.ts';
import { writeLiteral } from '../write.ts';
import { block } from './blocks.ts';
import { withShortLines } from './short-lines.ts';

/** Comparison of the count with what it must not be. */
function wrong({ atLeast, atMost }: RowCount): string | undefined {
  if (atLeast !== undefined && atLeast === atMost) return `<> ${atLeast}`;
  if (atLeast !== undefined && atMost !== undefined) return `NOT BETWEEN ${atLeast} AND ${atMost}`;
  if (atLeast !== undefined) return `< ${atLeast}`;
  return atMost === undefined ? undefined : `> ${atMost}`;
}

/**
 * The count is read once, right behind the statement that it is of. An error ends the block, and takes back what the
 * statement did: https://docs.oracle.com/en/database/oracle/oracle-database/19/lnpls/implicit-cursor-attribute.html
 */
export function countedRows(sql: string, { expect, what }: CountedRows, dialect: Dialect): readonly Lowered[] {
  const comparison = wrong(expect);
  if (comparison === undefined) return [dataStatement(sql)];
  // A semicolon behind a comment would be part of it.
  const end = /--[^\n]*$/.test(sql) ? '\n  ;' : ';';
  const message = writeLiteral(dialect, `${what} must touch ${displayRowCount(expect)}, and found `);
  const { sql: text } = block(
    [
      `  ${withShortLines(sql)}${end}`,
      '  migsql_rows := SQL%ROWCOUNT;',
      `  IF migsql_rows ${comparison} THEN`,
      `    RAISE_APPLICATION_ERROR(-20001, ${message} || migsql_rows);`,
      '  END IF;',
    ],
    ['  migsql_rows NUMBER;'],
  );
  return [{ ...dataStatement(text), compound: true }];
}
