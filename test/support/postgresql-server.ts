import * as assert from 'uvu/assert';
import type { Dialect } from '../../src/dialects/dialect.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import type { Op } from '../../src/ops/index.ts';
import { allStatementsOf, namedFor, refusalOf, statementsOf } from './lowered.ts';
import { type Outcome, createDatabase, isReachable } from './servers.ts';

/** Forms above the floor of 13 that the server of the tests has. */
export const POSTGRESQL_15: Dialect = { ...postgresql, server: [15] };

const database = isReachable('postgresql') ? createDatabase('postgresql') : undefined;

const named = (ops: readonly Op[]): readonly Op[] => ops.map((op) => namedFor(op, postgresql));

/** The statements of the last op, after the others. */
export const texts = (...ops: readonly Op[]): readonly string[] => statementsOf(postgresql, ...named(ops));

/** Why the last op is refused, and what to do. */
export function reasonOf(...ops: readonly Op[]): string {
  const { message, hint } = refusalOf(postgresql, ...named(ops));
  return `${message} | ${hint}`;
}

const script = (parts: readonly string[]): string => parts.map((part) => (part === '' ? '' : `${part};\n`)).join('');

/** Statements on the server, in a transaction that is taken back; nothing where there is no server. */
function sent(statements: readonly string[]): Outcome | undefined {
  return database?.send(script(['BEGIN', ...statements, 'ROLLBACK']));
}

/** What the server writes for statements that it takes. */
export function writes(statements: readonly string[], expected: string): void {
  const outcome = sent(statements);
  if (outcome) assert.equal([outcome.stdout, outcome.stderr], [expected, '']);
}

/** What the server says of statements that it refuses. */
export function fails(statements: readonly string[], message: RegExp): void {
  const outcome = sent(statements);
  if (!outcome) return;
  assert.is(outcome.code, 3);
  assert.match(outcome.stderr, message);
}

const MARK = '--- rows ---';

/** What a query gives on the server after the ops, `between` before the last of them. */
export function gives(ops: readonly Op[], query: string, expected: string, between = ''): void {
  if (!database) return;
  const before = allStatementsOf(POSTGRESQL_15, named(ops.slice(0, -1)));
  const last = allStatementsOf(POSTGRESQL_15, named(ops)).slice(before.length);
  const parts = ['BEGIN', ...before, between, ...last, `SELECT '${MARK}'`, query, 'ROLLBACK'];
  assert.is(database.run(script(parts)).split(`${MARK}\n`)[1], `${expected}\n`);
}
