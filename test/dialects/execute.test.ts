import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Dialect, Lowered } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { sqlite } from '../../src/dialects/sqlite/index.ts';
import { type Execute, execute } from '../../src/ops/execute.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { literal, name, sql } from '../../src/sql/fragment.ts';

const lower = (op: Execute, dialect: Dialect = postgresql) => lowerOp(op, dialect, viewOf(EMPTY_SCHEMA));

function lowered(op: Execute, dialect?: Dialect): readonly Lowered[] {
  const found = lower(op, dialect);
  if ('code' in found) throw new Error(found.message);
  return found;
}

function reasonOf(op: Execute, dialect?: Dialect): string {
  const found = lower(op, dialect);
  return 'code' in found ? `${found.message} | ${found.hint}` : `not refused: ${JSON.stringify(found)}`;
}

const test = suite('execute: hand-written SQL');

test('each statement for itself, without terminator and comments around', () => {
  const text = "-- first\nDELETE FROM a; /* x */ DELETE FROM b WHERE c = ';';\n\n-- last\n";
  assert.equal(
    lowered(execute(text)).map((each) => each.sql),
    ['DELETE FROM a', "DELETE FROM b WHERE c = ';'"],
  );
});

test('text without statements gives none', () => {
  for (const text of ['', '  \n', '-- only a comment', '/* a; b */', ';;'])
    assert.equal(lowered(execute(text)), [], text);
});

test('fragments are written in the dialect before the text is cut', () => {
  const op = execute(sql`UPDATE ${name('Order')} SET a = ${literal("x; y's")}; DELETE FROM b`);
  assert.equal(
    lowered(op).map((each) => each.sql),
    [`UPDATE "Order" SET a = 'x; y''s'`, 'DELETE FROM b'],
  );
});

test('what is given per dialect is chosen, or missed', () => {
  const op = execute({ sqlite: 'PRAGMA optimize', postgresql: 'ANALYZE' });
  assert.is(lowered(op, sqlite)[0]?.sql, 'PRAGMA optimize');
  assert.match(reasonOf(execute({ mysql: 'SELECT 1' })), /no SQL is given for PostgreSQL.*postgresql: …/);
});

test('kind and transaction come from the words', () => {
  const facts = (text: string, dialect?: Dialect) =>
    lowered(execute(text), dialect).map(({ kind, transactional }) => [kind, transactional]);
  assert.equal(facts('INSERT INTO a VALUES (1); CREATE VIEW v AS SELECT 1; DO $$BEGIN NULL; END$$; SET a = 1'), [
    ['data', true],
    ['schema', true],
    ['data', true],
    ['data', true],
  ]);
  assert.equal(facts('VACUUM', sqlite), [['schema', false]]);
  assert.equal(facts('CREATE INDEX CONCURRENTLY i ON t (a)'), [['schema', false]]);
});

test('a body with semicolons of its own is compound', () => {
  const trigger = 'CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; DELETE FROM c; END; SELECT 1';
  assert.equal(
    lowered(execute(trigger), sqlite).map(({ compound }) => compound),
    [true, false],
  );
});

test('transaction control is refused, all of it at once and with its lines', () => {
  const reason = reasonOf(execute('BEGIN;\nDELETE FROM a;\nCOMMIT;'));
  assert.match(reason, /'BEGIN' in line 1 of its text, 'COMMIT' in line 3/);
  assert.match(reason, /\{ transactional: false \}/);
  assert.match(reasonOf(execute('SAVEPOINT a'), sqlite), /'SAVEPOINT a'/);
});

test('text that is not closed, and commands of a client, are refused with their lines', () => {
  assert.match(
    reasonOf(execute("DELETE FROM a;\nUPDATE b SET c = 'x")),
    /line 2 of its text: the string opened with '/,
  );
  assert.match(reasonOf(execute('SELECT 1;\n\\i other.sql\n')), /line 2 of its text: '\\i/);
});

test('a refusal of a .sql migration stands at the line of its statement', () => {
  const section = (text: string): Execute => ({ ...execute(text), verbatim: true, origin: { file: 'm.sql', line: 5 } });
  const placeOf = (text: string): unknown => {
    const found = lower(section(text));
    return 'code' in found ? [found.place, /line \d+(?: of its text)?/.exec(found.message)?.[0]] : found;
  };
  assert.equal(placeOf('\nDELETE FROM a;\n  COMMIT;\n'), [{ file: 'm.sql', line: 7 }, 'line 7']);
  assert.equal(placeOf("SELECT 1;\nSELECT 'x"), [{ file: 'm.sql', line: 6 }, 'line 6']);
  assert.equal(placeOf('BEGIN;'), [{ file: 'm.sql', line: 5 }, 'line 5']);
});

test('rows that follow COPY have no place in a plan', () => {
  assert.match(
    reasonOf(execute('COPY t FROM STDIN;\n1\n2\n\\.\n')),
    /COPY … FROM STDIN is followed by its rows.*bulkInsert/,
  );
});

test('only a text that stands in its file as it is knows its lines', () => {
  const text = '\nDELETE FROM a;\n\nDELETE FROM b';
  assert.equal(
    lowered({ ...execute(text), verbatim: true }).map(({ line }) => line),
    [1, 3],
  );
  assert.equal(
    lowered(execute(text)).map(({ line }) => line),
    [undefined, undefined],
  );
});

test.run();
