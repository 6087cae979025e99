import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Lowered } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { sqlite } from '../../src/dialects/sqlite/index.ts';
import { writeLiteral, writeName } from '../../src/dialects/write.ts';
import { addColumn } from '../../src/ops/add-column.ts';
import { addConstraint } from '../../src/ops/add-constraint.ts';
import { alterColumn } from '../../src/ops/alter-column.ts';
import { check, column, foreignKey, primaryKey, unique } from '../../src/ops/builders.ts';
import { createIndex } from '../../src/ops/create-index.ts';
import { createTable } from '../../src/ops/create-table.ts';
import { dropColumn } from '../../src/ops/drop-column.ts';
import { dropConstraint } from '../../src/ops/drop-constraint.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { renameTable } from '../../src/ops/rename-table.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { name, now, sql } from '../../src/sql/fragment.ts';
import { types } from '../../src/sql/types.ts';
import { type Database, createDatabase, isReachable } from '../support/servers.ts';

const viewAfter = (ops: readonly Op[]) => viewOf(ops.reduce(evolve, EMPTY_SCHEMA));

function lowered(op: Op, before: readonly Op[] = []): readonly Lowered[] {
  const found = lowerOp(op, sqlite, viewAfter(before));
  if ('code' in found) throw new Error(found.message);
  return found;
}

const texts = (op: Op, before: readonly Op[] = []): readonly string[] => lowered(op, before).map((each) => each.sql);

function reasonOf(op: Op, before: readonly Op[] = []): string {
  const found = lowerOp(op, sqlite, viewAfter(before));
  return 'code' in found ? `${found.message} | ${found.hint}` : `not refused: ${JSON.stringify(found)}`;
}

/** CREATE TABLE of the new table of a rebuild. */
const rebuiltTable = (op: Op, before: readonly Op[]): string =>
  texts(op, before).find((each) => each.startsWith('CREATE TABLE')) ?? '';

const isRebuild = (op: Op, before: readonly Op[]): boolean =>
  texts(op, before).some((each) => each.includes('migsql_new_'));

const words = suite('sqlite: names and literals');

words('names keep their case and need no quotes for it', () => {
  assert.equal(
    ['plain', 'Code', 'ORDER', 'order', 'key', 'two words', 'a"b', '1st', 'é', 'true'].map((each) =>
      writeName(sqlite, each),
    ),
    ['plain', 'Code', '"ORDER"', '"order"', '"key"', '"two words"', '"a""b"', '"1st"', '"é"', '"true"'],
  );
});

words('text: control characters are written with char()', () => {
  const text = (value: string): string => writeLiteral(sqlite, value, types.text());
  assert.is(text("it's \\ é😀"), "'it''s \\ é😀'");
  assert.is(text("a\r\nb'"), "('a' || char(13, 10) || 'b''')");
  assert.is(text('\n'), '(char(10))');
  assert.is(text('\t\tx'), "(char(9, 9) || 'x')");
});

words('values of each type', () => {
  const cases = [
    [true, types.boolean(), '1'],
    [false, undefined, '0'],
    ['1.50', types.numeric(5, 2), '1.50'],
    ['2024-01-02T03:04:05.5', types.timestamp(), "'2024-01-02 03:04:05.5'"],
    ['2024-01-01T00:30:00.25+05:30', types.timestamp({ zone: true }), "'2023-12-31 19:00:00.25'"],
    [{ bytes: '00ff' }, types.binary(), "x'00ff'"],
    [{ json: ["it's"] }, types.json(), `'["it''s"]'`],
    [null, types.date(), 'NULL'],
  ] as const;
  for (const [value, as, expected] of cases) assert.is(writeLiteral(sqlite, value, as), expected);
});

words('a number that a double cannot hold is refused', () => {
  const wide = types.numeric(38, 10);
  assert.is(writeLiteral(sqlite, '12345678901.2345', wide), '12345678901.2345');
  assert.is(writeLiteral(sqlite, '9223372036854775807', wide), '9223372036854775807');
  assert.is(writeLiteral(sqlite, '123456789012345678.00', wide), '123456789012345678.00', 'an integer');
  for (const value of ['1234567890.1234567', '9223372036854775809', '-0.1234567890123456']) {
    assert.throws(() => writeLiteral(sqlite, value, types.numeric(38, 16)), /SQLite keeps 15 digits/, value);
  }
  assert.throws(() => writeLiteral(sqlite, { bigint: '9223372036854775809' }), /SQLite keeps 15 digits/);
  assert.throws(
    () => writeLiteral(sqlite, '0001-01-01T00:00+01:00', types.timestamp({ zone: true })),
    /is not in the years/,
  );
});

words.run();

const NODE = createTable('node', [
  column('id', types.bigint(), { nullable: false, identity: true }),
  column('parent_id', types.bigint()),
  column('code', types.string(20), { nullable: false }),
  column('size', types.integer(), { default: 1 }),
  column('note', types.text()),
  primaryKey(['id'], { name: 'pk_node' }),
  unique(['code'], { name: 'uq_node_code' }),
  foreignKey(['parent_id'], 'node', ['id'], { name: 'fk_node_parent', onDelete: 'cascade' }),
  check(sql`${name('size')} > 0 AND note <> 'size'`, { name: 'ck_node' }),
]);
const LEAF = createTable('leaf', [
  column('node_id', types.bigint(), { nullable: false }),
  column('at', types.timestamp(), { default: now() }),
  foreignKey(['node_id'], 'node', ['id'], { name: 'fk_leaf_node' }),
]);
const INDEXES = [
  createIndex('ix_node_size', 'node', ['size'], { where: sql`note IS NOT NULL` }),
  createIndex('ix_node_lower', 'node', [sql`lower(code)`]),
];
const TREE: readonly Op[] = [NODE, LEAF, ...INDEXES];

const decisions = suite('sqlite: what takes a rebuild');

decisions('columns that stand alone are dropped in place, others by a rebuild', () => {
  assert.is(isRebuild(dropColumn('leaf', 'at'), TREE), false);
  for (const used of ['parent_id', 'code', 'size', 'note'])
    assert.is(isRebuild(dropColumn('node', used), TREE), true, used);
  assert.equal(
    texts(dropColumn('elsewhere', 'a')),
    ['ALTER TABLE elsewhere DROP COLUMN a'],
    'of an unknown table in place',
  );
});

decisions('a dropped column takes its constraints and indexes along, by name and by text', () => {
  const table = rebuiltTable(dropColumn('node', 'note'), TREE);
  assert.not.match(table, /ck_node|note/);
  assert.match(table, /uq_node_code/);
  const indexes = texts(dropColumn('node', 'note'), TREE).filter((each) => each.startsWith('CREATE INDEX'));
  assert.equal(indexes, ['CREATE INDEX ix_node_lower ON node ((lower(code)))']);
});

decisions('columns with a constant default, or none and NULL, are added in place', () => {
  const add = (options: Parameters<typeof column>[2], type = types.text()): Op =>
    addColumn('leaf', column('x', type, options));
  for (const options of [{}, { default: 'x' }, { default: 'x', nullable: false }])
    assert.is(isRebuild(add(options), TREE), false);
  for (const options of [{ nullable: false }, { default: now() }, { default: sql`1 + 1` }, { default: 'a\nb' }]) {
    assert.is(isRebuild(add(options), TREE), true, JSON.stringify(options));
  }
  assert.match(
    reasonOf(addColumn('elsewhere', column('x', types.text(), { nullable: false }))),
    /no op made 'elsewhere'/,
  );
});

decisions('identity is the whole primary key, from 1 by 1', () => {
  const table = (
    identity: { always?: boolean; start?: number; increment?: number } | true,
    key: readonly string[],
  ): Op =>
    createTable('t', [column('id', types.bigint(), { identity }), column('b', types.integer()), primaryKey(key)]);
  assert.match(texts(table(true, ['id']))[0] ?? '', /^ {2}id INTEGER NOT NULL,$/m);
  assert.match(reasonOf(table(true, ['id', 'b'])), /'id' is not the whole primary key.*primaryKey\(\['id'\]\)/);
  for (const identity of [{ always: true }, { start: 5 }, { increment: 2 }]) {
    assert.match(reasonOf(table(identity, ['id'])), /numbers 'id' from 1 by 1/);
  }
  assert.match(
    reasonOf(addColumn('leaf', column('id', types.bigint(), { identity: true })), TREE),
    /'id' is not the whole primary key/,
  );
});

decisions('the columns of a primary key are NOT NULL as in other databases', () => {
  assert.match(texts(createTable('t', [column('a', types.text()), primaryKey(['a'])]))[0] ?? '', /a TEXT NOT NULL/);
});

decisions('a constraint that no op made cannot be dropped', () => {
  assert.match(
    reasonOf(dropConstraint('node', 'fk_other', 'foreignKey'), TREE),
    /no op gave 'node' a constraint 'fk_other'/,
  );
  assert.match(reasonOf(dropConstraint('elsewhere', 'x', 'check')), /no op made 'elsewhere'/);
});

decisions('a foreign key stays within its database file', () => {
  const table = { schema: 'sales', name: 'region' };
  const within = foreignKey(['a'], { schema: 'sales', name: 'country' }, ['id']);
  assert.match(texts(createTable(table, [column('a', types.integer()), within]))[0] ?? '', /REFERENCES country \(id\)/);
  const across = foreignKey(['a'], 'country', ['id']);
  assert.match(reasonOf(createTable(table, [column('a', types.integer()), across])), /in another file/);
});

decisions('an attached file is rebuilt within itself', () => {
  const table = { schema: 'sales', name: 'region' };
  const before = [createTable(table, [column('a', types.integer())]), createIndex('ix', table, ['a'])];
  const statements = texts(alterColumn(table, 'a', { nullable: false }), before);
  assert.match(statements[1] ?? '', /pragma_table_xinfo\('region', 'sales'\).*\n.*FROM sales\.sqlite_master WHERE/);
  assert.match(statements.at(-2) ?? '', /sales\.sqlite_master AS m, pragma_foreign_key_list\(m\.name, 'sales'\)(.|\n)*_check\(t\.name, 'sales'\)/);
  assert.equal(statements.slice(2, -2), [
    'CREATE TABLE sales.migsql_new_region (\n  a INTEGER NOT NULL\n)',
    'INSERT INTO sales.migsql_new_region (a) SELECT a FROM sales.region',
    'DROP TABLE sales.region',
    'PRAGMA legacy_alter_table = ON',
    'ALTER TABLE sales.migsql_new_region RENAME TO region',
    'PRAGMA legacy_alter_table = OFF',
    'CREATE INDEX sales.ix ON region (a)',
  ]);
});

decisions('rows are data, all else schema, all of it transactional and an emulation', () => {
  const statements = lowered(alterColumn('leaf', 'at', { nullable: false }), TREE);
  const data = statements.filter(({ kind }) => kind === 'data').map(({ sql: text }) => text.slice(0, 24));
  assert.equal(data, ['INSERT INTO temp.migsql_', 'INSERT INTO migsql_new_l', 'INSERT INTO temp.migsql_']);
  assert.ok(statements.every(({ transactional }) => transactional));
  assert.ok(statements.every(({ emulation }) => emulation === 'the table is made anew'));
});

decisions.run();

const engine = suite('sqlite: rebuilds on the engine');

/** As a script runs them: foreign keys off before the transaction, checked at its end. */
function inScript(database: Database, statements: readonly string[]): string {
  const body = statements.map((each) => `${each};\n`).join('');
  return database.run(`PRAGMA foreign_keys = OFF;\nBEGIN;\n${body}PRAGMA foreign_key_check;\nCOMMIT;\n`);
}

const ROWS = [
  "INSERT INTO node (parent_id, code, note) VALUES (NULL, 'root', 'r'), (1, 'a', '12')",
  'INSERT INTO leaf (node_id) VALUES (2)',
  'CREATE VIEW big AS SELECT code FROM node WHERE size > 0',
];

/** Runs ops after TREE and ROWS, each lowered with the schema before it, and gives the database to a test. */
function after(ops: readonly Op[], test: (database: Database) => void): void {
  const database = createDatabase('sqlite');
  try {
    const setUp = TREE.flatMap((op, index) => texts(op, TREE.slice(0, index)));
    const changes = ops.flatMap((op, index) => texts(op, [...TREE, ...ops.slice(0, index)]));
    assert.is(inScript(database, [...setUp, ...ROWS, ...changes]), '', 'no violated foreign key');
    test(database);
  } finally {
    database.drop();
  }
}

function keepsAll(database: Database): void {
  assert.equal(database.query('SELECT id, parent_id, code FROM node ORDER BY id'), [
    ['1', 'NULL', 'root'],
    ['2', '1', 'a'],
  ]);
  assert.equal(database.query('SELECT node_id FROM leaf'), [['2']]);
  assert.equal(database.query('SELECT code FROM big ORDER BY 1'), [['a'], ['root']], 'the view still reads the table');
  assert.equal(database.query("INSERT INTO node (code) VALUES ('new') RETURNING id"), [['3']], 'the key still numbers');
  const cascade =
    'PRAGMA foreign_keys = ON; DELETE FROM leaf; DELETE FROM node WHERE id = 1; SELECT count(*) FROM node';
  assert.equal(database.query(cascade), [['1']], 'the key to the table itself still cascades');
  assert.is(database.send('PRAGMA foreign_keys = ON; INSERT INTO leaf (node_id) VALUES (99);\n').code === 0, false);
}

if (isReachable('sqlite')) {
  engine('rows, keys, references and views outlive a rebuild', () => {
    after([alterColumn('node', 'size', { type: types.bigint(), nullable: false, default: 2 })], (database) => {
      const [row] = database.query(
        `SELECT type, "notnull", dflt_value FROM pragma_table_info('node') WHERE name = 'size'`,
      );
      assert.equal(row, ['BIGINT', '1', '2']);
      const indexes = database.query("SELECT name FROM pragma_index_list('node') WHERE origin = 'c' ORDER BY name");
      assert.equal(indexes, [['ix_node_lower'], ['ix_node_size']]);
      keepsAll(database);
    });
  });

  engine('several rebuilds and renames in a row', () => {
    const ops = [
      addConstraint('leaf', check(sql`at IS NOT NULL`, { name: 'ck_leaf' })),
      renameTable('leaf', 'twig'),
      addColumn('twig', column('seen', types.timestamp(), { nullable: false, default: now() })),
      dropConstraint('twig', 'ck_leaf', 'check'),
      dropColumn('node', 'note'),
      renameTable('twig', 'leaf'),
    ];
    after(ops, (database) => {
      assert.equal(database.query('SELECT count(seen), count(*) FROM leaf'), [['1', '1']]);
      assert.equal(database.query('SELECT "table" FROM pragma_foreign_key_list(\'leaf\')'), [['node']]);
    });
  });

  engine('a rebuild with a rename changes checks and indexes to the new name', () => {
    after([alterColumn('node', 'note', { name: 'remark', default: 'x' })], (database) => {
      assert.is(database.send("UPDATE node SET remark = 'size';\n").code === 0, false, 'the check holds');
      assert.equal(database.query("SELECT count(*) FROM node WHERE remark = '12'"), [['1']]);
    });
  });

  engine('`using` says how old values become new ones', () => {
    const using = sql`CASE WHEN note GLOB '[0-9]*' THEN CAST(note AS INTEGER) ELSE 0 END`;
    after(
      [dropConstraint('node', 'ck_node', 'check'), alterColumn('node', 'note', { type: types.integer() }, { using })],
      (database) => {
        assert.equal(database.query('SELECT note, typeof(note) FROM node ORDER BY id'), [
          ['0', 'integer'],
          ['12', 'integer'],
        ]);
      },
    );
  });

  engine('NULLs in a column that becomes NOT NULL stop the script, and nothing is lost', () => {
    const database = createDatabase('sqlite');
    inScript(database, [...TREE.flatMap((op) => texts(op)), ...ROWS]);
    assert.throws(
      () => inScript(database, texts(alterColumn('node', 'parent_id', { nullable: false }), TREE)),
      /NOT NULL/,
    );
    keepsAll(database);
    database.drop();
  });

  engine('every reserved word can be a name', () => {
    const reserved = [...sqlite.lexicon.reserved];
    const table = createTable(
      'select',
      reserved.map((word) => column(word, types.integer(), { default: 7 })),
    );
    const database = createDatabase('sqlite');
    const names = reserved.map((word) => writeName(sqlite, word)).join(', ');
    database.run(`${texts(table).join(';\n')};\nINSERT INTO "select" DEFAULT VALUES;\n`);
    assert.equal(database.query(`SELECT ${names} FROM "select"`), [reserved.map(() => '7')]);
    database.drop();
  });
} else {
  engine('sqlite3 is not reachable, as a line beginning with SKIPPED says', () => {});
}

engine.run();
