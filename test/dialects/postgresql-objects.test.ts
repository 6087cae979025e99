import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addEnumValue, column, createEnum, createFunction, createTable, createTrigger, dropFunction, dropProcedure, grant,
  insertFrom, name, PUBLIC, renameEnumValue, revoke, sql, types, updateRows,
} from '../../src/authoring.ts';
import type { Dialect, Lowered } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import type { Op } from '../../src/ops/index.ts';
import type { RowCountRef } from '../../src/ops/row-count.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { statementsOf } from '../support/lowered.ts';
import { fails, gives, reasonOf, texts, writes } from '../support/postgresql-server.ts';

/** In a schema that nothing is known of. */
function lowered(op: Op): readonly Lowered[] {
  const found = lowerOp(op, postgresql, viewOf(EMPTY_SCHEMA));
  if ('code' in found) throw new Error(found.message);
  return found;
}

const PG14: Dialect = { ...postgresql, server: [14] };

const T = createTable('t', [column('a', types.integer())]);

const others = suite('postgresql: other objects');

others('a new enum value is of no use within the transaction that adds it, so it stands outside', () => {
  const add = addEnumValue({ schema: 'public', name: 'Mood' }, "it's", { before: 'low' });
  assert.equal(lowered(add).map(({ sql: text, transactional }) => [text, transactional]), [
    [`ALTER TYPE public."Mood" ADD VALUE 'it''s' BEFORE 'low'`, false],
  ]);
  const before = [...texts(createEnum('Mood', ['low'])), 'COMMIT', 'BEGIN'];
  const use = `SELECT 'it''s'::"Mood"`;
  fails([...before, ...texts(add), use, 'ROLLBACK', 'BEGIN'], /unsafe use of new value "it's" of enum type "Mood"/);
});

others('labels of enums keep to 63 bytes', () => {
  const long = 'é'.repeat(32);
  assert.match(reasonOf(addEnumValue('e', long)), /longer than 63 bytes/);
  assert.match(reasonOf(renameEnumValue('e', 'a', long)), /longer than 63 bytes/);
});

others('a trigger is replaced from version 14 on, and made anew before', () => {
  const definition = 'BEFORE DELETE ON s.t EXECUTE FUNCTION f()';
  const trigger = createTrigger('Tr', { schema: 's', name: 't' }, definition, { orReplace: true });
  assert.equal(statementsOf(PG14, trigger), [`CREATE OR REPLACE TRIGGER "Tr" ${definition}`]);
  const emulated = lowered(trigger);
  assert.equal(emulated.map((each) => each.sql), [
    'DROP TRIGGER IF EXISTS "Tr" ON s.t',
    `CREATE TRIGGER "Tr" ${definition}`,
  ]);
  assert.ok(emulated.every(({ emulation }) => emulation === 'the trigger is dropped and made anew'));
  const real = createTrigger(
    'tr',
    't',
    'BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    { orReplace: true },
  );
  gives([T, real, real], "SELECT count(*) FROM pg_trigger WHERE tgname = 'tr'", '1');
});

others('functions of one name are told apart', () => {
  const signature = sql`integer, ${name('Mood')}`;
  assert.equal(texts(dropFunction({ schema: 's', name: 'F' }, { signature, ifExists: true, cascade: true })), [
    'DROP FUNCTION IF EXISTS s."F"(integer, "Mood") CASCADE',
  ]);
  assert.equal(texts(dropProcedure('p', { signature: '' })), ['DROP PROCEDURE p()']);
  const one = createFunction('f', '() RETURNS integer LANGUAGE sql AS $$ SELECT 1; $$', { orReplace: true });
  gives([one, one], 'SELECT f()', '1');
});

others('privileges are those of what they are granted on', () => {
  assert.match(reasonOf(grant(['alter'], 't', 'a')), /grants no privilege to alter: only the owner can/);
  assert.match(reasonOf(grant(['usage'], 't', 'a')), /no privilege 'usage' on a table/);
  assert.match(reasonOf(grant(['select'], { schema: 's' }, 'a')), /'select' on a schema \| Use 'usage', 'all'/);
  assert.match(reasonOf(grant(['delete'], { table: 't', columns: ['a'] }, 'a')), /no privilege 'delete' on columns/);
  assert.match(reasonOf(grant(['select'], { function: 'f' }, 'a')), /no privilege 'select' on a function/);
  const everyone = grant(['select'], 't', PUBLIC, { withGrantOption: true });
  assert.match(reasonOf(everyone), /PUBLIC cannot have the grant option/);
  assert.match(reasonOf(revoke(['select'], 't', { name: 'a', host: 'localhost' })), /roles have no host/);
});

others('grants name kinds, columns and roles', () => {
  const on = { table: { schema: 'S', name: 'T' }, columns: ['A', 'b'] };
  assert.equal(texts(grant(['select', 'all'], on, ['App', 'PUBLIC', PUBLIC])), [
    'GRANT SELECT ("A", b), ALL PRIVILEGES ("A", b) ON TABLE "S"."T" TO "App", "PUBLIC", PUBLIC',
  ]);
  assert.equal(texts(revoke(['execute'], { procedure: { schema: 's', name: 'p' }, signature: sql`` }, PUBLIC)), [
    'REVOKE EXECUTE ON PROCEDURE s.p() FROM PUBLIC',
  ]);
  assert.equal(texts(grant(['all'], { function: 'f' }, 'a')), ['GRANT ALL PRIVILEGES ON FUNCTION f TO a']);
});

others.run();

const counted = suite('postgresql: counted rows');

const ROWS = createTable('t', [column('found', types.integer()), column('counted', types.text())]);

counted('columns named as the variables of a block, dollar quotes and psql variables are left alone', () => {
  const update = updateRows('t', { counted: 'a$statement$ :found $migsql$ %' }, sql`${name('found')} = 1 -- one;`, {
    expect: 1,
    types: { counted: types.text() },
  });
  const [statement] = lowered(update);
  assert.equal([statement?.kind, statement?.compound, statement?.transactional], ['data', true, true]);
  const before = [...texts(ROWS), 'INSERT INTO t VALUES (1), (2)', '\\set found 7'];
  const after = 'SELECT counted FROM t WHERE found = 1';
  writes([...before, statement?.sql ?? '', after], 'a$statement$ :found $migsql$ %\n');
});

counted('another number stops the script, and says what, how many it had to be and how many it was', () => {
  const table = createTable("100 % o'clock", [column('a', types.integer())]);
  const two = [...texts(table), `INSERT INTO "100 % o'clock" VALUES (1), (2)`];
  const of = (expect: RowCountRef): string => texts(updateRows("100 % o'clock", { a: 1 }, null, { expect }))[0] ?? '';
  fails([...two, of(1)], /ERROR: {2}update of 100 % o'clock: expected 1 row, found 2\n/);
  fails([...two, of({ atLeast: 3 })], /expected at least 3 rows, found 2/);
  fails([...two, of({ atMost: 1 })], /expected at most 1 row, found 2/);
  fails([...two, of({ atLeast: 3, atMost: 5 })], /expected 3 to 5 rows, found 2/);
  writes([...two, of({ atLeast: 1, atMost: 2 })], '');
});

counted('rows of a query, which may end in a comment', () => {
  const insert = insertFrom('t', ['found'], 'SELECT 5 -- five', { expect: 1 });
  writes([...texts(ROWS), ...texts(insert), 'SELECT found FROM t'], '5\n');
  assert.match(texts(insert)[0] ?? '', /EXECUTE \$statement\$INSERT INTO t \(found\)\nSELECT 5 -- five\$statement\$;/);
});

counted('a text that ends in the beginning of a tag does not end there', () => {
  const [block = ''] = texts(insertFrom('t', ['found'], 'SELECT 5 -- $statement', { expect: 1 }));
  assert.match(block, /EXECUTE \$statement2\$/);
  writes([...texts(ROWS), block, 'SELECT found FROM t'], '5\n');
});

counted.run();
