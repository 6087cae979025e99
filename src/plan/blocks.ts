import type { Dialect } from '../dialects/dialect.ts';
import type { Block, Statement, TransactionMode } from './plan.ts';

/**
 * Cuts a step's statements into runs that stand inside a transaction, and statements that take effect by themselves: a
 * block is what is there whole or not at all. In mode `none` each statement has a transaction to itself, but where the
 * client would begin one all the same.
 */
export function cutIntoBlocks(statements: readonly Statement[], dialect: Dialect, mode: TransactionMode): readonly Block[] {
  const blocks: { transactional: boolean; statements: Statement[] }[] = [];
  for (const statement of statements) {
    const transactional = canStandInTransaction(statement, dialect);
    const last = blocks.at(-1);
    const joins = mode !== 'none' || !dialect.autocommit || (isVersionChange(statement) && isVersionChange(last?.statements.at(-1)));
    if (last?.transactional && transactional && joins) last.statements.push(statement);
    else blocks.push({ transactional, statements: [statement] });
  }
  return blocks;
}

/** A schema change commits itself and all before it where DDL is not transactional. */
const canStandInTransaction = ({ kind, transactional }: Statement, dialect: Dialect): boolean =>
  transactional && (kind !== 'schema' || dialect.transactionalDdl);

/** The version table's rows of a merge change together or not at all, in mode `none` as well. */
const isVersionChange = (statement: Statement | undefined): boolean =>
  statement?.origin.kind === 'version-table' && statement.kind === 'data';
