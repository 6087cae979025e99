/** What MariaDB does with the ops that are of the whole server, stop a script, or must lose nothing. */
import { randomBytes } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  PUBLIC, addColumn, addConstraint, alterColumn, check, column, createFunction, createIndex, createSchema,
  createSequence, createTable, createTrigger, deleteRows, dropColumn, dropConstraint, dropIndex, dropSchema, dropTable,
  foreignKey, grant, insertFrom, name, now, primaryKey, renameTable, revoke, sql, types, unique, updateRows,
} from '../../src/authoring.ts';
import type { Dialect } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { mariadb } from '../../src/dialects/mariadb/index.ts';
import { mysql } from '../../src/dialects/mysql/index.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { refusalOf, statementsOf } from '../support/lowered.ts';
import { type Database, createDatabase, isReachable } from '../support/servers.ts';

/** The script of all ops for the client, each lowered after those before it. */
function scriptIn(dialect: Dialect, ...ops: readonly Op[]): string {
  let model = EMPTY_SCHEMA;
  return ops
    .flatMap((op) => {
      const found = lowerOp(op, dialect, viewOf(model));
      if ('code' in found) throw new Error(found.message);
      model = evolve(model, op);
      return found.map((each) => (each.compound ? `DELIMITER $$\n${each.sql} $$\nDELIMITER ;\n` : `${each.sql};\n`));
    })
    .join('');
}

const script = (...ops: readonly Op[]): string => scriptIn(mariadb, ...ops);

const refuses = (pattern: RegExp, ...ops: readonly Op[]): void =>
  assert.match(refusalOf(mariadb, ...ops).message, pattern);

const withDatabase = (use: (database: Database) => void) => (): void => {
  const database = createDatabase('mariadb');
  try {
    use(database);
  } finally {
    database.drop();
  }
};

const plain = suite('mariadb: forms of its own');

plain('no IF NOT EXISTS for a column whose constraints would be added all the same', () => {
  const item = column('a', types.integer(), { unique: true });
  refuses(/would still be added/, addColumn('t', item, { ifNotExists: true }));
});

plain('no NOT NULL for a generated column', () => {
  const item = column('a', types.integer(), { nullable: false, generated: sql`1` });
  refuses(/takes no NOT NULL for the generated column 'a'/, createTable('t', [item]));
});

plain('no index of the beginning of long values unless that is asked for, but a unique one of their hash', () => {
  const table = createTable('t', [column('a', types.text())]);
  refuses(/'a' is of type text, of which an index takes no whole values/, table, createIndex('i', 't', ['a']));
  assert.equal(statementsOf(mariadb, table, createIndex('i', 't', ['a'], { unique: true })), [
    'CREATE UNIQUE INDEX i ON t (a)',
  ]);
  assert.equal(statementsOf(mariadb, table, createIndex('i', 't', [{ column: 'a', on: { mariadb: { length: 9 } } }])), [
    'CREATE INDEX i ON t (a(9))',
  ]);
});

plain('no index of an expression with a new table or column either', () => {
  const indexes = [{ name: 'i', keys: [{ expression: sql`lower(a)` }], unique: false }];
  refuses(/no indexes of expressions/, { ...createTable('t', [column('a', types.text())]), indexes });
  refuses(/no indexes of expressions/, { ...addColumn('t', column('a', types.text())), indexes });
});

plain('PUBLIC where the server has it', () => {
  const newer: Dialect = { ...mariadb, server: [10, 11] };
  assert.equal(statementsOf(newer, grant(['select'], 't', PUBLIC)), ['GRANT SELECT ON t TO PUBLIC']);
  assert.equal(statementsOf(newer, revoke(['select'], 't', PUBLIC)), ['REVOKE SELECT ON t FROM PUBLIC']);
});

plain.run();

const rows = suite('mariadb: rows that are counted');
const schemas = suite('mariadb: schemas');
const users = suite('mariadb: grants');
const columns = suite('mariadb: columns that change');
const missing = suite('mariadb: what may be missing');

if (isReachable('mariadb')) {
  for (const dialect of [mariadb, mysql]) {
    rows(`as ${dialect.title} counts them: as expected`, withDatabase((database) => countedWell(database, dialect)));
    rows(
      `as ${dialect.title} counts them: otherwise nothing changes`,
      withDatabase((database) => countedBadly(database, dialect)),
    );
    schemas(`as ${dialect.title} drops them: only where they are empty`, () => onlyEmpty(dialect));
  }
  users('are what the catalogue says afterwards', withDatabase(granted));
  columns('lose nothing of what the server knows of them', withDatabase(nothingLost));
  columns('keep 0 where they begin to count', withDatabase(zeroKept));
  columns('become generated, or plain, where the server takes it', withDatabase(generatedChanges));
  columns('are dropped with what is computed from them', withDatabase(computedGoes));
  columns('that are numbers would forget a collation, and are refused', withDatabase(forgottenCollation));
  missing('is no error with IF EXISTS and IF NOT EXISTS', withDatabase(existing));
  missing('of a temporary table is its schema after the session', withDatabase(temporary));
} else rows('are not tried: the server is not reachable', () => {});

for (const test of [rows, schemas, users, columns, missing]) test.run();

const NOTES = createTable('note', [
  column('id', types.integer(), { nullable: false }),
  column('text', types.text()),
  primaryKey(['id']),
]);
const FILLED = "INSERT INTO note VALUES (1, 'a'), (2, 'b');\n";

function countedWell(database: Database, dialect: Dialect): void {
  const changes = [
    // The value is there already: one row is found, none is changed.
    updateRows('note', { text: 'a' }, sql`${name('id')} = 1`, { expect: 1 }),
    updateRows('note', { text: 'z' }, null, { expect: { atLeast: 2 } }),
    insertFrom('note', ['id', 'text'], "SELECT id + 10, 'it''s; `x`' FROM note", { expect: 2 }),
    deleteRows('note', sql`${name('id')} < 10`, { expect: { atMost: 2 } }),
    deleteRows('note', sql`${name('id')} = 99`, { expect: 0 }),
  ];
  database.run(scriptIn(dialect, NOTES) + FILLED + scriptIn(dialect, ...changes));
  assert.equal(database.query('SELECT id, text FROM note ORDER BY id'), [['11', "it's; `x`"], ['12', "it's; `x`"]]);
}

function countedBadly(database: Database, dialect: Dialect): void {
  database.run(scriptIn(dialect, NOTES) + FILLED);
  const wrong = [
    [updateRows('note', { text: 'z' }, null, { expect: 1 }), /2 rows, not 1 row: update of note/],
    [updateRows('note', { text: 'z' }, sql`id = 9`, { expect: { atLeast: 1 } }), /0 rows, not at least 1 row/],
    [deleteRows('note', null, { expect: { atMost: 1 } }), /2 rows, not at most 1 row: delete from note/],
    [insertFrom('note', ['id'], 'SELECT id + 10 FROM note', { expect: { atLeast: 3, atMost: 4 } }), /2 rows, not 3 to 4/],
  ] as const;
  for (const [op, message] of wrong) {
    const { code, stderr } = database.send(`START TRANSACTION;\n${scriptIn(dialect, op)}COMMIT;\n`);
    assert.is(code, 1);
    assert.match(stderr, message);
    assert.equal(database.query('SELECT id, text FROM note ORDER BY id'), [['1', 'a'], ['2', 'b']]);
  }
}

function onlyEmpty(dialect: Dialect): void {
  const database = createDatabase('mariadb');
  const schema = `migsql_test_${randomBytes(6).toString('hex')} o'x`;
  const quoted = `\`${schema}\``;
  const text = schema.replace("'", "''");
  const there = (): number =>
    database.query(`SELECT 1 FROM information_schema.schemata WHERE schema_name = '${text}'`).length;
  try {
    for (const held of ['TABLE {}.t (a INT)', 'VIEW {}.v AS SELECT 1', 'PROCEDURE {}.p () SELECT 1']) {
      database.run(scriptIn(dialect, createSchema(schema, { ifNotExists: true })));
      database.run(`CREATE ${held.replace('{}', quoted)};\n`);
      const { code, stderr } = database.send(scriptIn(dialect, dropSchema(schema)));
      assert.is(code, 1);
      assert.match(stderr, /schema migsql_test_.* is not empty/);
      assert.is(there(), 1);
      database.run(scriptIn(dialect, dropSchema(schema, { cascade: true })));
      assert.is(there(), 0);
    }
    database.run(scriptIn(dialect, createSchema(schema), dropSchema(schema), dropSchema(schema, { ifExists: true })));
    assert.is(there(), 0);
  } finally {
    database.run(`DROP DATABASE IF EXISTS ${quoted};\n`);
    database.drop();
  }
}

function granted(database: Database): void {
  const unique = randomBytes(4).toString('hex');
  const [user, role] = [`migsql_u'${unique}`, `migsql_r_${unique}`];
  const [writtenUser, writtenRole] = [`'migsql_u''${unique}'@'%'`, `'${role}'`];
  // Behind the right to log in; the server has columns in an order of its own.
  const shown = (whose: string): readonly string[] =>
    database
      .query(`SHOW GRANTS FOR ${whose}`)
      .slice(1)
      .map(([line = '']) => line.replace('(`b`, `a`)', '(`a`, `b`)'))
      .sort();
  database.run(`CREATE USER ${writtenUser};\nCREATE ROLE ${writtenRole};\n`);
  try {
    database.run(
      script(
        createTable('t', [column('a', types.integer()), column('b', types.integer())]),
        createSequence('s'),
        createFunction('f', '() RETURNS INT RETURN 1'),
        grant(['select', 'insert'], 't', [user, { name: role }]),
        grant(['update'], { table: 't', columns: ['a', 'b'] }, { name: user, host: '%' }, { withGrantOption: true }),
        grant(['usage'], { sequence: 's' }, role),
        grant(['execute'], { function: 'f', signature: sql`integer` }, role),
        grant(['select'], { schema: database.name }, user),
        revoke(['insert'], 't', role),
      ),
    );
    const tables = `\`${database.name}\``;
    const escaped = `\`${database.name.replaceAll('_', String.raw`\\_`)}\``;
    const to = `\`migsql_u'${unique}\`@\`%\``;
    assert.equal(shown(writtenUser), [
      `GRANT SELECT ON ${escaped}.* TO ${to}`,
      `GRANT SELECT, INSERT, UPDATE (\`a\`, \`b\`) ON ${tables}.\`t\` TO ${to} WITH GRANT OPTION`,
    ]);
    assert.equal(shown(writtenRole), [
      `GRANT EXECUTE ON FUNCTION ${tables}.\`f\` TO \`${role}\``,
      `GRANT SELECT ON ${tables}.\`t\` TO \`${role}\``,
      `GRANT SELECT, INSERT ON ${tables}.\`s\` TO \`${role}\``,
    ]);
  } finally {
    database.run(`DROP USER ${writtenUser};\nDROP ROLE ${writtenRole};\n`);
  }
}

const shownTable = (database: Database): string =>
  database.query('SHOW CREATE TABLE t')[0]?.[1]?.replaceAll(String.raw`\n`, '\n') ?? '';

function nothingLost(database: Database): void {
  const table = createTable('t', [
    column('code', types.string(9), {
      nullable: false,
      default: 'x',
      collation: 'ascii_bin',
      comment: 'c',
      on: { mariadb: { charset: 'ascii' } },
    }),
    column('changed', types.timestamp({ zone: true }), {
      nullable: false,
      default: now(),
      on: { mariadb: { onUpdateNow: true } },
    }),
    column('a', types.integer()),
    column('kept', types.integer(), { generated: { expression: sql`${name('a')} + 1`, stored: true }, comment: 'd' }),
    column('seen', types.integer(), { generated: sql`${name('a')} + 2` }),
  ]);
  database.run(script(table));
  const before = shownTable(database);
  const touch = ['code', 'changed', 'kept', 'seen'].flatMap((each) => [
    alterColumn('t', each, { comment: 'other' }),
    alterColumn('t', each, { comment: each === 'code' ? 'c' : each === 'kept' ? 'd' : null }),
  ]);
  database.run(script(table, ...touch).split(';\n').slice(1).join(';\n').replace(/^SET SESSION explicit.*;\n/, ''));
  assert.is(shownTable(database), before);
}

function zeroKept(database: Database): void {
  const counted = column('id', types.integer(), { nullable: false, comment: 'a\\b' });
  const table = createTable('t', [counted, primaryKey(['id'])]);
  const [first, ...rest] = [script(table), 'INSERT INTO t VALUES (0), (5);\n'];
  database.run(first + rest.join(''));
  database.run(script(table, alterColumn('t', 'id', { identity: { start: 50 } })).slice(script(table).length));
  database.run('INSERT INTO t VALUES (NULL);\n');
  assert.equal(database.query('SELECT id FROM t ORDER BY id'), [['0'], ['5'], ['50']]);
  assert.match(shownTable(database), /AUTO_INCREMENT COMMENT 'a\\+b'/);
}

function generatedChanges(database: Database): void {
  const table = createTable('t', [
    column('a', types.integer()),
    column('kept', types.integer(), { generated: { expression: sql`${name('a')} + 1`, stored: true } }),
    column('plain', types.integer()),
  ]);
  const stored = { expression: sql`${name('a')} * 9`, stored: true };
  const changes = [alterColumn('t', 'kept', { generated: null }), alterColumn('t', 'plain', { generated: stored })];
  database.run(`${script(table)}INSERT INTO t (a) VALUES (1);\n`);
  database.run(script(table, ...changes).slice(script(table).length));
  assert.equal(database.query('SELECT a, kept, plain FROM t'), [['1', '2', '9']]);
  for (const wrong of ['kept INT AS (a + 2) VIRTUAL', 'plain INT AS (a + 2) VIRTUAL']) {
    assert.match(database.send(`ALTER TABLE t MODIFY COLUMN ${wrong};\n`).stderr, /ERROR 1907/);
  }
}

function computedGoes(database: Database): void {
  const table = createTable('t', [
    column('a', types.integer()),
    column('b', types.integer()),
    column('c', types.integer(), { generated: sql`${name('a')} + 1` }),
    unique(['c', 'b'], { name: 'uq' }),
    check(sql`${name('c')} > ${name('b')}`, { name: 'ck' }),
  ]);
  database.run(script(table, dropColumn('t', 'a')));
  const left = 'SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()';
  assert.equal(database.query(left), [['b']]);
}

function forgottenCollation(database: Database): void {
  database.run('CREATE TABLE t (a INT COLLATE utf8mb4_bin);\n');
  assert.not.match(shownTable(database), /utf8mb4_bin/);
  const number = column('a', types.integer(), { collation: 'utf8mb4_bin' });
  refuses(/has no character set or collation/, createTable('t', [number]));
}

function existing(database: Database): void {
  const table = createTable('t', [column('a', types.integer(), { nullable: false })]);
  const there = { ifExists: true };
  database.run(
    script(
      table,
      createTable('t', [column('b', types.integer())], { ifNotExists: true }),
      dropConstraint('t', 'pk', 'primaryKey', there),
      dropConstraint('t', 'fk', 'foreignKey', there),
      dropConstraint('t', 'uq', 'unique', there),
      dropConstraint('t', 'ck', 'check', there),
      dropIndex('i', 't', { ...there, on: { mariadb: { algorithm: 'inplace', lock: 'none' } } }),
      dropColumn('t', 'z', there),
      addConstraint('t', primaryKey(['a'], { name: 'pk' })),
      createTable('u', [column('t_a', types.integer()), foreignKey(['t_a'], 't', ['a'], { name: 'fk' })]),
      dropConstraint('u', 'fk', 'foreignKey', there),
      dropConstraint('t', 'pk', 'primaryKey', there),
      createTrigger('tr', 't', 'BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1', { orReplace: true }),
    ),
  );
  assert.not.match(shownTable(database), /KEY/);
}

function temporary(database: Database): void {
  const made = createTable('t', [column('a', types.integer())], { temporary: true });
  const open = 'CREATE TABLE kept (a INT);\nSTART TRANSACTION;\nINSERT INTO kept VALUES (1);\n';
  // Neither commits what is open.
  database.run(`${open}${script(made, dropTable('t'))}ROLLBACK;\n`);
  assert.equal(database.query('SELECT a FROM kept'), []);
  database.run(script(made, renameTable('t', 'u'), addColumn('u', column('b', types.integer()))));
  assert.match(database.send('SELECT * FROM u;\n').stderr, /doesn't exist/);
}
