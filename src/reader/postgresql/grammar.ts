import type { Node, ParseResult } from 'libpg-query';
import { unread } from '../reading.ts';

/** The tree of one statement. */
export type Parse = (sql: string) => Node;

/** PostgreSQL's own grammar, compiled to WebAssembly. */
export async function loadGrammar(): Promise<Parse> {
  const { loadModule, parseSync } = await import('libpg-query');
  await loadModule();
  return (sql) => {
    // The text is handed over as C has it, and would end there.
    if (sql.includes('\0')) return unread('it holds U+0000');
    const [first, ...more] = statementsOf(sql, parseSync);
    return first?.stmt && more.length === 0 ? first.stmt : unread('it is not one statement');
  };
}

function statementsOf(sql: string, parse: (sql: string) => ParseResult): NonNullable<ParseResult['stmts']> {
  try {
    return parse(sql).stmts ?? [];
  } catch (error) {
    return unread(`PostgreSQL's grammar refuses it: ${(error as Error).message}`);
  }
}
