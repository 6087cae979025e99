import type { Dialect } from '../dialects/dialect.ts';
import type { Block, Statement, TransactionMode } from './plan.ts';

/** Cuts a step's statements into runs that stand inside a transaction, or outside any. */
export function cutIntoBlocks(statements: readonly Statement[], dialect: Dialect, mode: TransactionMode): readonly Block[] {
  const blocks: { transactional: boolean; statements: Statement[] }[] = [];
  for (const statement of statements) {
    const transactional = standsInTransaction(statement, dialect, mode);
    const last = blocks.at(-1);
    if (last?.transactional === transactional) last.statements.push(statement);
    else blocks.push({ transactional, statements: [statement] });
  }
  return blocks;
}

function standsInTransaction({ kind, transactional }: Statement, dialect: Dialect, mode: TransactionMode): boolean {
  if (!transactional) return false;
  // A schema change commits itself and all before it where DDL is not transactional.
  if (kind === 'schema' && !dialect.transactionalDdl) return false;
  return mode !== 'none' || !dialect.autocommit;
}
