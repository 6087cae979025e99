import type { Dialect } from '../../src/dialects/dialect.ts';
import type { Op } from '../../src/ops/index.ts';
import { allStatementsOf, namedFor } from './lowered.ts';
import { type Outcome, createDatabase, isReachable } from './servers.ts';

const database = isReachable('postgresql') ? createDatabase('postgresql') : undefined;

export const hasPostgresql = database !== undefined;

const script = (parts: readonly string[]): string => parts.map((part) => (part === '' ? '' : `${part};\n`)).join('');

/** Statements on the server, in a transaction that is taken back: what psql writes and how it ends. */
export function sent(statements: readonly string[]): Outcome {
  if (!database) throw new Error('no server');
  return database.send(script(['BEGIN', ...statements, 'ROLLBACK']));
}

/** What a query gives after the ops ran on the server, `between` before the last of them. */
export function rowsAfter(dialect: Dialect, ops: readonly Op[], query: string, between = ''): readonly string[] {
  if (!database) throw new Error('no server');
  const named = ops.map((op) => namedFor(op, dialect));
  const before = allStatementsOf(dialect, named.slice(0, -1));
  const last = allStatementsOf(dialect, named).slice(before.length);
  const mark = '--- rows ---';
  const parts = ['BEGIN', ...before, between, ...last, `SELECT '${mark}'`, query, 'ROLLBACK'];
  const [, answer = ''] = database.run(script(parts)).split(`${mark}\n`);
  return answer.split('\n').slice(0, -1);
}
