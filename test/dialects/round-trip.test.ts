/** Random values of every type, written by our literals and read back by the engine's own client. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { column } from '../../src/ops/builders.ts';
import type { BulkInsert } from '../../src/ops/bulk-insert.ts';
import { createEnum } from '../../src/ops/create-enum.ts';
import { createTable } from '../../src/ops/create-table.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { setTableComment } from '../../src/ops/set-table-comment.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { types } from '../../src/sql/types.ts';
import { tries } from '../support/scale.ts';
import { type Database, ENGINES, type Engine, createDatabase, isReachable } from '../support/servers.ts';
import { type RoundTripColumn, type Sample, anyText, moods, roundTripColumns } from './round-trip-columns.ts';

const ROWS = 120;

/** Session settings that must not change what a literal means. */
const SESSIONS: { readonly [E in Engine]: { readonly [session: string]: string } } = {
  postgresql: { 'any time zone and date style': "SET TimeZone = 'Asia/Kolkata';\nSET DateStyle = 'SQL, DMY';\n" },
  mariadb: {
    'backslashes that escape': "SET sql_mode = 'STRICT_ALL_TABLES';\nSET time_zone = '+05:30';\n",
    'backslashes that do not':
      "SET sql_mode = 'STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES,ANSI_QUOTES';\nSET time_zone = '-03:00';\n",
  },
  sqlite: { 'no settings': '' },
};

function script(ops: readonly Op[], engine: Engine): string {
  const view = viewOf(ops.reduce(evolve, EMPTY_SCHEMA));
  return ops
    .flatMap((op) => {
      const found = lowerOp(op, DIALECTS[engine], view);
      if ('code' in found) throw new Error(found.message);
      return found.map(({ sql }) => `${sql};\n`);
    })
    .join('');
}

const rowsOf = (columns: readonly RoundTripColumn[]): readonly (readonly (Sample | null)[])[] => {
  const cells = columns.map(({ samples }) => fc.option(samples, { freq: 12 }));
  const { numRuns, seed } = tries(ROWS);
  return fc.sample(fc.tuple(...cells), { numRuns, seed });
};

function writeAndRead(database: Database, session: string): void {
  const { engine } = database;
  const columns = roundTripColumns(engine);
  const rows = rowsOf(columns);
  const names = columns.map(({ name }) => name);
  const made = createTable('round_trip', [
    column('id', types.integer()),
    ...columns.map(({ name, type }) => column(name, type)),
  ]);
  const filled: BulkInsert = {
    op: 'bulkInsert',
    table: { name: 'round_trip' },
    columns: ['id', ...names],
    rows: rows.map((row, index) => [index, ...row.map((cell) => cell?.value ?? null)]),
  };
  database.run(session + script([createEnum('mood', moods(engine)), made, filled], engine));
  const asked = columns
    .map(({ read, name }) => `CASE WHEN ${name} IS NULL THEN 'NULL' ELSE ${read(name)} END`)
    .join(', ');
  const output = database.run(`${session}SELECT ${asked} FROM round_trip ORDER BY id;\n`);
  const read = output
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));
  assert.is(read.length, rows.length);
  rows.forEach((row, index) => compareRow(columns, row, read[index] ?? []));
}

function compareRow(
  columns: readonly RoundTripColumn[],
  written: readonly (Sample | null)[],
  read: readonly string[],
): void {
  columns.forEach(({ name, normal = (text) => text }, index) => {
    const cell = written[index];
    const [expected, got] = cell ? [normal(cell.text), normal(read[index] ?? '')] : ['NULL', read[index]];
    assert.is(got, expected, `${name}: ${JSON.stringify(cell?.value)}`);
  });
}

const hexOf = (text: string): string => Buffer.from(text, 'utf8').toString('hex');

/** A default stands where some databases take a plain literal only. */
function defaults(database: Database, session: string): void {
  const { engine } = database;
  const texts = fc.sample(anyText, tries(40));
  const columns = texts.map((text, index) => column(`c${index}`, types.string(100), { default: text }));
  database.run(session + script([createTable('with_defaults', [column('id', types.integer()), ...columns])], engine));
  const [read] = roundTripColumns(engine).filter(({ name }) => name === 'c_text');
  const asked = columns.map(({ name }) => read?.read(name)).join(', ');
  const output = database.run(
    `${session}INSERT INTO with_defaults (id) VALUES (1);\nSELECT ${asked} FROM with_defaults;\n`,
  );
  assert.equal(output.replace(/\n$/, '').split('\t'), texts.map(hexOf));
}

/** A comment takes a plain literal in every database that has comments. */
function comments(database: Database, session: string): void {
  const { engine } = database;
  const stored =
    engine === 'postgresql'
      ? "encode(convert_to(obj_description('commented'::regclass), 'UTF8'), 'hex')"
      : '(SELECT LOWER(HEX(table_comment)) FROM information_schema.tables ' +
        "WHERE table_schema = DATABASE() AND table_name = 'commented')";
  database.run('CREATE TABLE commented (a INTEGER);\n');
  const written = fc
    .sample(
      anyText.filter((text) => text !== ''),
      tries(30),
    )
    .flatMap((text) => {
      const found = lowerOp(setTableComment('commented', text), DIALECTS[engine], viewOf(EMPTY_SCHEMA));
      return 'code' in found ? [] : [{ text, sql: `${found.map(({ sql }) => sql).join(';\n')};\nSELECT ${stored};\n` }];
    });
  assert.ok(written.length > 0);
  const output = database.run(session + written.map(({ sql }) => sql).join(''));
  assert.equal(
    output.replace(/\n$/, '').split('\n'),
    written.map(({ text }) => hexOf(text)),
  );
}

for (const engine of ENGINES) {
  const test = suite(`${engine}: values come back as they were written`);
  if (isReachable(engine)) addTests(test, engine);
  else test('is not reachable, as a line beginning with SKIPPED says', () => {});
  test.run();
}

function addTests(test: ReturnType<typeof suite>, engine: Engine): void {
  const properties = { rows: writeAndRead, defaults, ...(engine !== 'sqlite' && { comments }) };
  for (const [session, settings] of Object.entries(SESSIONS[engine])) {
    for (const [label, property] of Object.entries(properties)) {
      test(`${label}, with ${session}`, () => {
        const database = createDatabase(engine);
        try {
          property(database, settings);
        } finally {
          database.drop();
        }
      });
    }
  }
}
