/**
 * What a client could take for its own, in every dialect's literals, comments, names and raw SQL: either the server gets it
 * as it was written (psql, mariadb and sqlite3 are run; for sqlcmd and SQL*Plus the script is cut as they would cut it), or
 * the render is refused with the place.
 */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addColumn, bulkInsert, column, createTable, createView, execute, onlyIf, requires, setTableComment, types,
} from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { MigsqlError } from '../../src/errors.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import type { Plan } from '../../src/plan/index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { hazardOf, watchFor } from '../../src/script/hazards.ts';
import { DEFAULT_OPTIONS, type ScriptOptions, renderScript } from '../../src/script/index.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { batchesOf } from '../support/judges/mssql.ts';
import { scanSqlplus } from '../support/judges/sqlplus.ts';
import { ENGINES, createDatabase, isReachable } from '../support/servers.ts';

const PLACE = { file: 'migrations/a.ts', line: 7, column: 3 };
const TABLE = createTable('t', [column('id', types.integer()), column('a', types.text())]);
const QUIET: Partial<ScriptOptions> = { startGuard: false, lock: false, progress: false, sentinel: false };

/** A script of ops, or the problem that prevents it, with its place. */
function rendered(name: DialectName, ops: readonly Op[], options: Partial<ScriptOptions> = {}): { readonly script: string } | { readonly refused: string } {
  const dialect = DIALECTS[name];
  let schema = EMPTY_SCHEMA;
  const statements = [];
  for (const op of ops) {
    const lowered = lowerOp({ ...op, origin: PLACE }, dialect, viewOf(schema));
    if ('code' in lowered) {
      assert.equal(lowered.place?.file, PLACE.file);
      return { refused: lowered.message };
    }
    const origin = { kind: 'op', op: op.op, description: 'an op', ...PLACE } as const;
    statements.push(...lowered.map((each) => ({ ...each, origin })));
    schema = evolve(schema, op);
  }
  const plan: Plan = {
    dialect: name, server: '9', from: [], to: ['a1'], transaction: 'none', versionTable: { name: 'migsql_version' },
    lineage: { appliedBy: (id) => [id], prerequisites: () => [], known: () => ['a1'] },
    steps: [{
      revision: 'a1', direction: 'upgrade', title: 'first', file: PLACE.file, sha256: '0'.repeat(64), imports: [],
      headsBefore: [], headsAfter: ['a1'], versionChanges: [], blocks: [{ transactional: false, statements }],
    }],
  };
  try {
    return { script: [...renderScript(plan, { ...DEFAULT_OPTIONS, ...QUIET, ...options })].join('') };
  } catch (error) {
    if (!(error instanceof MigsqlError)) throw error;
    for (const { code, place } of error.diagnostics) {
      assert.ok(code === 'script-hazard' || code === 'refused-form', code);
      // The script's own lines, which may be longer than asked for, have no place of a migration.
      if (!options.lineLength) assert.equal(place, PLACE);
    }
    return { refused: error.message };
  }
}

const HAZARDS = [
  'x\nGO\nx', 'x\n  go 2\nx', 'x\n/\nx', 'x\n.\nx', 'x\n.quit\nx', 'x\n\\q\nx', 'x\n\\! false\nx', 'x\n:r y\nx', 'x\n:setvar a b\nx', 'x\n!!dir\nx',
  'x\n@y\nx', 'x\n#y\nx', 'x -\nx', 'x;\nx', 'x\n\nx', '$(x)', '${x}', '&x', '&&x', ':x', ":'x'", '--', '-- x\nx', '/* x', "'", "''", '"', '`', ']', '\\', "\\'",
  '$$', '$migsql$', 'delimiter $$', '\nDELIMITER //\n', 'é', '\ufeffx', 'x\r\nx', 'x\rx', '\x1a', 'x'.repeat(3000), 'é'.repeat(1500),
] as const;

/** The text that a batch of SQL Server puts together, as the server does. */
const together = (batch: string): string =>
  [...batch.matchAll(/N'((?:[^']|'')*)'|NCHAR\((\d+)\)/g)]
    .map(([, text, code]) => (code === undefined ? text!.replaceAll("''", "'") : String.fromCharCode(Number(code))))
    .join('');

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Where a hazard can come from. Raw SQL holds it in a text of its own, and as it stands. */
const CARRIERS: { readonly [carrier: string]: (hazard: string) => readonly Op[] } = {
  literal: (hazard) => [bulkInsert('t', [{ id: 1, a: hazard }], { types: { id: types.integer(), a: types.text() } })],
  comment: (hazard) => [setTableComment('t', hazard)],
  name: (hazard) => [addColumn('t', column(hazard.slice(0, 20), types.integer()))],
  message: (hazard) => [requires('1 = 1', hazard.replace(/[\r\n\x1a]/g, ' ').trim().slice(0, 400))],
  'raw text': (hazard) => [execute(`INSERT INTO t (id, a) VALUES (1, ${quoted(hazard)})`)],
  'text of a view': (hazard) => [createView('v', `SELECT ${quoted(hazard)} AS a FROM t`)],
  'raw SQL': (hazard) => [execute(`UPDATE t SET id = 1 WHERE id = 1 OR ${hazard}`)],
};

const OWN_TO_WRITE: ReadonlySet<string> = new Set(['literal', 'comment']);
/** What some client drops, and what is too long for a comment of MySQL. */
const cannotBeKept = (carrier: string, hazard: string): boolean => /[\r\x1a]/.test(hazard) || (carrier === 'comment' && hazard.length > 1000);

for (const name of DIALECT_NAMES) {
  const test = suite(`${name}: hazards`);
  for (const [carrier, opsOf] of Object.entries(CARRIERS)) {
    test(`in ${carrier}`, () => {
      for (const hazard of HAZARDS) {
        const ops = opsOf(hazard);
        const outcome = rendered(name, [TABLE, ...ops]);
        if ('refused' in outcome) {
          // Values and comments are migsql's own to write, so that all of them pass; SQL by hand may be refused.
          assert.ok(!OWN_TO_WRITE.has(carrier) || cannotBeKept(carrier, hazard), `${JSON.stringify(hazard)}: ${outcome.refused}`);
          continue;
        }
        const sent = ops.flatMap((op) => lowerOp(op, DIALECTS[name], viewOf(evolve(EMPTY_SCHEMA, TABLE))) as readonly { sql: string }[]);
        if (name === 'mssql') {
          assert.not(outcome.script.includes('$('), hazard);
          // Procedures are asked for what they return.
          const batches = batchesOf(outcome.script).flatMap(({ sql }) => [sql, together(sql)]).map((sql) => sql.replace('@result = ', ''));
          for (const { sql } of sent) assert.ok(batches.some((batch) => batch.includes(sql)), JSON.stringify(hazard));
        }
        if (name === 'oracle') {
          const { units } = scanSqlplus(outcome.script);
          for (const { sql } of sent) assert.ok(units.some((unit) => unit.sql.includes(sql)), JSON.stringify([hazard, sql]));
        }
      }
    });
  }
  test.run();
}

for (const name of ENGINES) {
  const test = suite(`${name}: hazards through its client`);
  if (isReachable(name)) {
    test('a text arrives as it was written, or is refused', () => {
      const [database, hex] = [createDatabase(name), name === 'postgresql' ? "encode(convert_to(a, 'UTF8'), 'hex')" : 'HEX(a)'];
      const written: string[] = [];
      let scripts = 'CREATE TABLE found (n INTEGER, a TEXT);\n';
      for (const carrier of ['literal', 'raw text'] as const) {
        for (const hazard of HAZARDS) {
          const outcome = rendered(name, [TABLE, ...CARRIERS[carrier]!(hazard)]);
          if ('refused' in outcome) {
            assert.is(carrier, 'raw text', `${JSON.stringify(hazard)}: ${outcome.refused}`);
            continue;
          }
          // A raw text is SQL, in which a backslash means to MariaDB what it means there.
          if (carrier === 'raw text' && name === 'mariadb' && hazard.includes('\\')) continue;
          scripts += `DROP TABLE IF EXISTS t;\n${outcome.script}INSERT INTO found SELECT ${written.length}, ${hex} FROM t;\n`;
          written.push(hazard);
        }
      }
      database.run(scripts);
      const found = database.query('SELECT a FROM found ORDER BY n').map(([text = '']) => Buffer.from(text, 'hex').toString());
      assert.equal(found, written);
      assert.ok(written.length > HAZARDS.length, String(written.length));
      database.drop();
    });
    test('a name and a comment arrive, or are refused', () => {
      const database = createDatabase(name);
      let [scripts, sent] = ['CREATE TABLE counted (a INTEGER);\n', 0];
      for (const carrier of ['name', 'comment', 'message'] as const) {
        for (const hazard of HAZARDS) {
          const outcome = rendered(name, [TABLE, ...CARRIERS[carrier]!(hazard)]);
          if ('refused' in outcome) continue;
          scripts += `DROP TABLE IF EXISTS t;\n${outcome.script}INSERT INTO counted VALUES (1);\n`;
          sent++;
        }
      }
      database.run(scripts);
      assert.equal(database.query('SELECT COUNT(*) FROM counted'), [[String(sent)]]);
      database.drop();
    });
  } else test('is not reachable, as a line beginning with SKIPPED says', () => {});
  test.run();
}

const refused = suite('what is refused');
const REFUSED: readonly (readonly [DialectName, string, RegExp])[] = [
  ['postgresql', 'SELECT a[1:n] FROM t', /:n is a variable of psql/],
  ['postgresql', "SELECT a::text, :'x'", /is a variable of psql/],
  ['postgresql', 'SELECT 1; SELECT 2', /2 statements/],
  ['postgresql', 'SELECT 1 -- x', /another statement|statements/],
  ['postgresql', 'SELECT \\q', /command of psql/],
  ['mysql', 'SELECT delimiter FROM t', /DELIMITER is a command/],
  ['mariadb', 'SELECT 1 \\q', /command of mariadb/],
  ['mssql', 'SELECT \0', /U\+0000/],
  ['mssql', 'EXEC p;;', /another statement/],
  ['mssql', "SELECT [a]]'b] /* it's", /\/\*/],
  ['mssql', "DECLARE @a text = 'x", /'/],
  ['oracle', "SELECT '\n/\n' FROM dual", /alone ends the statement/],
  ['oracle', "SELECT '\n.\n' FROM dual", /alone ends the statement/],
  ['oracle', "SELECT '\n#x' FROM dual", /begins with #/],
  ['oracle', 'SELECT 2 -\n1 FROM dual', /hyphen at the end/],
  ['oracle', `SELECT '${'x'.repeat(2600)}' FROM dual`, /a line has 2\d+ bytes/],
  ['sqlite', 'SELECT 1\n/\n, 2', /statement/],
  ['sqlite', 'SELECT \0', /U\+0000/],
];
refused('each by what the client would make of it', () => {
  for (const [name, sql, message] of REFUSED) {
    const found = hazardOf({ sql, compound: false }, watchFor(DIALECTS[name]));
    assert.match(found?.what ?? `nothing: ${sql}`, message);
  }
});
refused('on MySQL, an answer that a resumed script would not have', () => {
  const ops = [TABLE, onlyIf('1 = 1', [addColumn('t', column('b', types.integer()))])];
  const outcome = rendered('mysql', ops, { form: 'resumable' });
  assert.match('refused' in outcome ? outcome.refused : '', /a resumed script has another one/);
  assert.ok('script' in rendered('mysql', ops));
});
refused('and nothing that is safe', () => {
  const SAFE: readonly (readonly [DialectName, string])[] = [
    ['postgresql', "SELECT a::text, a[1 : 2], ':x', $$ :x; \\q $$ FROM t"],
    ['postgresql', "INSERT INTO t VALUES ('2024-01-02 03:04:05', E'\\\\', ';')"],
    ['mysql', "SELECT `delimiter`, 'a;b' FROM t"],
      ['oracle', "SELECT '&x', 'a -- b' FROM dual"],
    ['sqlite', "SELECT 'x\n/\n' || '.quit'"],
    ['mssql', "DECLARE @a int = 1;\nSET @a = 2; EXEC p 'a;'"],
    ['oracle', "COMMENT ON TABLE t IS 'a; b'"],
  ];
  for (const [name, sql] of SAFE) assert.is(hazardOf({ sql, compound: false }, watchFor(DIALECTS[name])), undefined, sql);
});
refused.run();

const forms = suite('forms of the text');
const insert = execute("INSERT INTO t (id, a) VALUES (1, 'some words'), (2, 'other words'), (3, 'more of them'), (4, 'and the last one')");
forms('--eol crlf changes what is between words, and refuses to change a text', () => {
  for (const name of DIALECT_NAMES) {
    const outcome = rendered(name, [TABLE, insert], { eol: 'crlf' });
    if ('refused' in outcome) throw new Error(outcome.refused);
    assert.not(/(?<!\r)\n/.test(outcome.script));
    assert.is(outcome.script.replaceAll('\r\n', '\n').replace(' --eol crlf', ''), (rendered(name, [TABLE, insert]) as { script: string }).script);
  }
  const held = rendered('sqlite', [TABLE, execute("INSERT INTO t (a) VALUES ('x\ny')")], { eol: 'crlf' });
  assert.match('refused' in held ? held.refused : '', /a text holds a line end/);
  const body = execute("CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS $$\n  SELECT 1\n$$");
  assert.ok('script' in rendered('postgresql', [body], { eol: 'crlf' }));
});
forms('--eol crlf is taken by the clients', () => {
  for (const name of ENGINES.filter(isReachable)) {
    const database = createDatabase(name);
    database.run((rendered(name, [TABLE, insert], { eol: 'crlf' }) as { script: string }).script);
    assert.equal(database.query('SELECT count(*) FROM t'), [['4']]);
    database.drop();
  }
});
forms('--ascii refuses another character with its place', () => {
  const outcome = rendered('postgresql', [TABLE, execute("INSERT INTO t (a) VALUES ('é')")], { ascii: true });
  assert.match('refused' in outcome ? outcome.refused : '', /migrations\/a\.ts:7:3: .*not ASCII/);
  for (const name of ['mssql', 'oracle'] as const) {
    const literal = rendered(name, [TABLE, ...CARRIERS['literal']!('é\n$(x)')], { ascii: true });
    assert.ok('script' in literal && !/[^\0-\x7f]/.test(literal.script));
  }
});
forms('--line-length breaks what can be broken, and refuses what cannot', () => {
  for (const name of DIALECT_NAMES) {
    const outcome = rendered(name, [TABLE, insert], { lineLength: 80 });
    if ('refused' in outcome) {
      // A line of the script itself that cannot be broken: the clients' settings stand on one.
      assert.match(outcome.refused, /a line has \d+ bytes/);
      continue;
    }
    assert.not(outcome.script.split('\n').some((line) => Buffer.byteLength(line) > 80));
    assert.is(outcome.script.replace(/\s+|--/g, ''), (rendered(name, [TABLE, insert]) as { script: string }).script.replace(/\s+|--/g, ''));
  }
  const long = rendered('sqlite', [TABLE, execute(`INSERT INTO t (a) VALUES ('${'x'.repeat(200)}')`)], { lineLength: 120 });
  assert.match('refused' in long ? long.refused : '', /migrations\/a\.ts:7:3: .*a line has \d+ bytes, and may have 120/);
});
forms('a script of short lines runs', () => {
  for (const name of ENGINES.filter(isReachable)) {
    const database = createDatabase(name);
    const outcome = rendered(name, [TABLE, insert], { lineLength: 130 });
    if ('refused' in outcome) throw new Error(outcome.refused);
    database.run(outcome.script);
    assert.equal(database.query('SELECT count(*) FROM t'), [['4']]);
    database.drop();
  }
});
forms.run();
