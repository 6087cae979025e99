import type { Dialect } from '../dialects/dialect.ts';
import type { Block, Statement, TransactionMode } from './plan.ts';

/**
 * Cuts a step's statements into runs that stand inside a transaction, and statements that take effect by themselves: a
 * block is what is there whole or not at all. In mode `none` each statement has a transaction to itself, but where the
 * client would begin one all the same, and where several do what the database has no statement for: a change of rows and
 * the check of their number, a table that is made anew.
 */
export function cutIntoBlocks(statements: readonly Statement[], dialect: Dialect, mode: TransactionMode): readonly Block[] {
  const blocks: { transactional: boolean; statements: Statement[] }[] = [];
  for (const statement of statements) {
    const transactional = canStandInTransaction(statement, dialect);
    const last = blocks.at(-1);
    const before = last?.statements.at(-1);
    const joins = mode !== 'none' || !dialect.autocommit || (before !== undefined && belongTogether(before, statement));
    if (last?.transactional && transactional && joins) last.statements.push(statement);
    else blocks.push({ transactional, statements: [statement] });
  }
  return blocks;
}

/** A schema change commits itself and all before it where DDL is not transactional. */
const canStandInTransaction = ({ kind, transactional }: Statement, dialect: Dialect): boolean =>
  transactional && (kind !== 'schema' || dialect.transactionalDdl);

/** So do the version table's rows of a merge: they change together or not at all. */
const belongTogether = (before: Statement, statement: Statement): boolean =>
  (isVersionChange(before) && isVersionChange(statement)) || (statement.emulation !== undefined && before.origin === statement.origin);

const isVersionChange = ({ origin, kind }: Statement): boolean => origin.kind === 'version-table' && kind === 'data';
