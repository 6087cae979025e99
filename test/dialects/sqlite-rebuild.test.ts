/** What SQLite itself does with rebuilds, counted rows and what stops them, as a script runs them. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addColumn, addConstraint, alterColumn, check, column, createIndex, createTable, createTrigger, createView, deleteRows,
  dropColumn, foreignKey, insertFrom, literal, name, now, primaryKey, rebuildTable, renameTable, setTableOptions, sql,
  types, unique, updateRows, validateConstraint,
} from '../../src/authoring.ts';
import type { Dialect, Version } from '../../src/dialects/dialect.ts';
import { sqlite } from '../../src/dialects/sqlite/index.ts';
import type { Op } from '../../src/ops/index.ts';
import { allStatementsOf } from '../support/lowered.ts';
import { type Database, type Outcome, createDatabase, isReachable } from '../support/servers.ts';

const on = (...server: Version): Dialect => ({ ...sqlite, server });

const PARENT = createTable('parent', [
  column('id', types.bigint(), { nullable: false, identity: true }),
  column('up', types.bigint()),
  column('code', types.text(), { nullable: false }),
  column('size', types.integer(), { default: 1 }),
  column('half', types.numeric(9, 1), { generated: { expression: sql`${name('size')} / 2.0`, stored: true } }),
  primaryKey(['id'], { name: 'pk_parent' }),
  unique(['code'], { name: 'uq_parent' }),
  foreignKey(['up'], 'parent', ['id'], { name: 'fk_parent_up', onDelete: 'cascade' }),
]);
const CHILD = createTable('child', [
  column('parent_id', types.bigint(), { nullable: false }),
  column('order', types.text()),
  foreignKey(['parent_id'], 'parent', ['id'], { name: 'fk_child', onDelete: 'cascade' }),
]);
const TRIGGER = createTrigger('tr_parent', 'parent', {
  sqlite:
    'AFTER UPDATE OF size ON parent BEGIN ' +
    `UPDATE child SET "order" = 'size ' || NEW.size WHERE parent_id = NEW.id; END`,
});
const FAMILY: readonly Op[] = [
  PARENT,
  CHILD,
  TRIGGER,
  createIndex('ix_parent', 'parent', ['size']),
  createView('small', 'SELECT code FROM parent WHERE size < 5'),
];
const ROWS = [
  "INSERT INTO parent (up, code, size) VALUES (NULL, 'root', 4), (1, 'leaf', 7)",
  "INSERT INTO child (parent_id, \"order\") VALUES (2, 'x')",
];

const script = (statements: readonly string[]): string => statements.map((each) => `${each};\n`).join('');

/** As the script template has it: `.bail on`, foreign keys off before the transaction. */
const inScript = (statements: readonly string[], keys = 'OFF'): string =>
  `.bail on\nPRAGMA foreign_keys = ${keys};\nBEGIN IMMEDIATE;\n${script(statements)}COMMIT;\n`;

/** FAMILY with its rows in a database of its own, gone after the test. */
function withFamily(test: (database: Database) => void): void {
  const database = createDatabase('sqlite');
  try {
    database.run(inScript([...allStatementsOf(sqlite, FAMILY), ...ROWS]));
    test(database);
  } finally {
    database.drop();
  }
}

/** The statements of ops after FAMILY. */
const statementsAfter = (ops: readonly Op[], dialect: Dialect = sqlite): readonly string[] =>
  allStatementsOf(dialect, [...FAMILY, ...ops]).slice(allStatementsOf(dialect, FAMILY).length);

const run = (database: Database, ...ops: readonly Op[]): string => database.run(inScript(statementsAfter(ops)));

function keepsAll(database: Database): void {
  assert.equal(database.query('SELECT id, up, code, size, half FROM parent ORDER BY id'), [
    ['1', 'NULL', 'root', '4', '2'],
    ['2', '1', 'leaf', '7', '3.5'],
  ]);
  assert.equal(database.query('SELECT parent_id, "order" FROM child'), [['2', 'x']]);
  assert.equal(database.query('SELECT * FROM small'), [['root']]);
  assert.equal(database.query("SELECT name FROM sqlite_master WHERE name LIKE 'migsql%'"), [], 'nothing is left');
  const made = "SELECT name FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY 1";
  assert.equal(database.query(made), [['ix_parent'], ['tr_parent']]);
}

/** The last thing that a test does with its database. */
function stillWorks(database: Database): void {
  assert.equal(database.query("INSERT INTO parent (code) VALUES ('new') RETURNING id"), [['3']], 'the key numbers');
  const update = 'UPDATE parent SET size = 8 WHERE id = 2; SELECT "order" FROM child';
  assert.equal(database.query(update), [['size 8']], 'the trigger fires');
  const cascade =
    'PRAGMA foreign_keys = ON; DELETE FROM parent WHERE id = 1; ' +
    'SELECT (SELECT count(*) FROM parent), (SELECT count(*) FROM child)';
  assert.equal(database.query(cascade), [['1', '0']], 'keys to the table, its own and the other, cascade');
}

/** That a script stopped with a message and nothing of it is there. */
function stopped(database: Database, { code, stderr }: Outcome, message: RegExp): void {
  assert.is.not(code, 0);
  assert.match(stderr, message);
  keepsAll(database);
}

const engine = suite('sqlite: rebuilds on the engine');

if (!isReachable('sqlite')) {
  engine('sqlite3 is not reachable, as a line beginning with SKIPPED says', () => {});
  engine.run();
} else {
  engine('rows, both kinds of foreign keys, computed columns, views, indexes and triggers outlive it', () => {
    withFamily((database) => {
      const collated = alterColumn('parent', 'code', { collation: 'NOCASE' });
      run(database, rebuildTable('parent'), collated, rebuildTable('child'));
      keepsAll(database);
      assert.equal(database.query("SELECT id FROM parent WHERE code = 'LEAF'"), [['2']]);
      stillWorks(database);
    });
  });

  engine('on a server of 3.22 as well, where columns are renamed and dropped by it', () => {
    const table = createTable('t', [
      column('a', types.integer()), column('b', types.text()), column('c', types.integer()),
      check(sql`${name('a')} > 0`, { name: 'ck_t' }),
    ]);
    const row = insertFrom('t', ['a', 'b', 'c'], "SELECT 1, 'x', 2");
    const ops = [table, row, alterColumn('t', 'a', { name: 'size' }), dropColumn('t', 'b')];
    const database = createDatabase('sqlite');
    database.run(inScript(allStatementsOf(on(3, 22), ops)));
    assert.equal(database.query('SELECT size, c FROM t'), [['1', '2']]);
    assert.match(database.send('INSERT INTO t VALUES (0, 0);\n').stderr, /CHECK constraint failed: ck_t/);
    database.drop();
  });

  engine('a violated foreign key stops the script, by name, and all is as it was', () => {
    withFamily((database) => {
      const orphans = [...statementsAfter([alterColumn('parent', 'size', { default: 2 })])];
      const copy = orphans.findIndex((each) => each.startsWith('INSERT INTO migsql_new'));
      orphans.splice(copy + 1, 0, 'DELETE FROM migsql_new_parent WHERE id = 2');
      const outcome = database.send(inScript(orphans));
      stopped(database, outcome, /CHECK constraint failed: foreign keys of parent, or to it, are violated/);
    });
  });

  engine('a foreign key that rows break cannot be added', () => {
    withFamily((database) => {
      const broken = addConstraint('parent', foreignKey(['size'], 'parent', ['id'], { name: 'fk_size' }));
      stopped(database, database.send(inScript(statementsAfter([broken]))), /foreign keys of parent, or to it/);
    });
  });

  engine('keys of other tables that were broken before do not stop it', () => {
    withFamily((database) => {
      database.run('CREATE TABLE other (a REFERENCES nowhere (id));\nINSERT INTO other VALUES (1);\n');
      database.run('CREATE TABLE third (a REFERENCES other (a));\nINSERT INTO third VALUES (1);\n');
      assert.match(database.send('PRAGMA foreign_key_check;\n').stderr, /mismatch/, 'a check of all tables would stop');
      run(database, rebuildTable('parent'));
      keepsAll(database);
    });
  });

  engine('it stops where foreign keys are enforced: DROP TABLE would delete the rows of others', () => {
    withFamily((database) => {
      const outcome = database.send(inScript(statementsAfter([rebuildTable('parent')]), 'ON'));
      stopped(database, outcome, /PRAGMA foreign_keys must be OFF before the transaction/);
    });
  });

  engine('it stops where hand-written SQL put a column, an index or a trigger on the table', () => {
    const [columns, objects] = [/parent has a column that no op made/, /parent has an index or a trigger that no op made/];
    const trigger = 'CREATE TRIGGER tr_x AFTER DELETE ON parent BEGIN SELECT 1; END';
    const additions = [
      ['ALTER TABLE parent ADD COLUMN extra TEXT', 'ALTER TABLE parent DROP COLUMN extra', columns],
      ['CREATE INDEX ix_extra ON parent (up)', 'DROP INDEX ix_extra', objects],
      [trigger, 'DROP TRIGGER tr_x', objects],
    ] as const;
    withFamily((database) => {
      for (const [add, remove, message] of additions) {
        database.run(`${add};\n`);
        const outcome = database.send(inScript(statementsAfter([rebuildTable('parent')])));
        database.run(`${remove};\n`);
        stopped(database, outcome, message);
      }
      run(database, rebuildTable('parent'));
      keepsAll(database);
    });
  });

  engine('a quoted name that is no column stops it, and is not copied as a text', () => {
    withFamily((database) => {
      database.run('ALTER TABLE child RENAME COLUMN "order" TO place;\n');
      const statements = statementsAfter([rebuildTable('child')]).filter((each) => !each.includes('guard'));
      assert.match(database.send(inScript(statements)).stderr, /no such column: child\.order/);
    });
  });

  engine('a view or a trigger elsewhere that names a column that is gone stops it, as DROP COLUMN does', () => {
    withFamily((database) => {
      const gone = inScript(statementsAfter([dropColumn('child', 'parent_id')]));
      stopped(database, database.send(gone), /error in trigger tr_parent: no such column: parent_id/);
      database.run('DROP TRIGGER tr_parent;\nCREATE VIEW reader AS SELECT parent_id FROM child;\n');
      assert.match(database.send(gone).stderr, /error in view reader: no such column: parent_id/);
      database.run('DROP VIEW reader;\n');
      database.run(gone);
      assert.equal(database.query('SELECT * FROM child'), [['x']]);
    });
  });

  engine('a generated column that no op made stops it', () => {
    withFamily((database) => {
      database.run('ALTER TABLE child ADD COLUMN g GENERATED ALWAYS AS (parent_id + 1);\n');
      const { stderr } = database.send(inScript(statementsAfter([rebuildTable('child')])));
      assert.match(stderr, /child has a column that no op made/);
    });
  });

  engine('a column of a key that is UNIQUE as well can be renamed', () => {
    const table = createTable('t', [column('a', types.integer()), unique(['a'], { name: 'uq_t' })]);
    const key = addConstraint('t', primaryKey(['a'], { name: 'pk_t' }));
    const database = createDatabase('sqlite');
    database.run(inScript(allStatementsOf(sqlite, [table, key, alterColumn('t', 'a', { name: 'b' })])));
    assert.equal(database.query("SELECT name, pk FROM pragma_table_info('t')"), [['b', '1']]);
    database.drop();
  });

  engine('a conflict clause that the rows run into stops it', () => {
    withFamily((database) => {
      database.run("UPDATE parent SET size = 7;\nUPDATE child SET \"order\" = 'x';\n");
      const key = unique(['size'], { name: 'uq_size', on: { sqlite: { onConflict: 'ignore' } } });
      const { stderr } = database.send(inScript(statementsAfter([addConstraint('parent', key)])));
      assert.match(stderr, /UNIQUE constraint failed/);
      assert.equal(database.query('SELECT count(*) FROM parent'), [['2']]);
    });
  });

  engine('a new identity key numbers the rows that are there, and identity can come and go', () => {
    const ops = [
      addColumn('child', column('id', types.bigint(), { identity: true, nullable: false })),
      alterColumn('child', 'id', { identity: null }),
      alterColumn('child', 'id', { identity: true }),
    ];
    const key = primaryKey(['id'], { name: 'pk_child' });
    withFamily((database) => {
      database.run("INSERT INTO child (parent_id) VALUES (1);\n");
      run(database, { ...ops[0], constraints: [key] } as Op, ...ops.slice(1));
      assert.equal(database.query('SELECT id, parent_id FROM child ORDER BY id'), [['1', '2'], ['2', '1']]);
      assert.equal(database.query('INSERT INTO child (parent_id) VALUES (1) RETURNING id'), [['3']]);
    });
  });

  engine('a computed column is never copied into, keeps its values as a plain one, and is computed again', () => {
    withFamily((database) => {
      run(database, alterColumn('parent', 'half', { generated: null }), updateRows('parent', { half: 9 }, sql`id = 1`));
      assert.equal(database.query('SELECT half FROM parent ORDER BY id'), [['9'], ['3.5']]);
    });
    withFamily((database) => {
      run(database, rebuildTable('parent', [
        alterColumn('parent', 'half', { generated: null }),
        alterColumn('parent', 'half', { name: 'part' }),
        addColumn('parent', column('double', types.integer(), { generated: sql`${name('part')} * 4` })),
      ]));
      assert.equal(database.query('SELECT part, "double" FROM parent ORDER BY id'), [['2', '8'], ['3.5', '14']]);
    });
  });

  engine('STRICT and WITHOUT ROWID come and go, with the rows', () => {
    const table = createTable('t', [
      column('id', types.uuid(), { nullable: false }),
      column('on', types.boolean()),
      column('at', types.timestamp(), { default: now() }),
      column('price', types.numeric(9, 2)),
      primaryKey(['id'], { name: 'pk_t' }),
    ]);
    const row = insertFrom('t', ['id', 'on', 'price'], sql`SELECT 'k', ${literal(true)}, 1.5`);
    const options = (value: boolean): Op => setTableOptions('t', { sqlite: { strict: value, withoutRowid: value } });
    const database = createDatabase('sqlite');
    database.run(inScript(allStatementsOf(on(3, 37), [table, row, options(true)])));
    assert.equal(database.query("SELECT wr, strict FROM pragma_table_list('t')"), [['1', '1']]);
    assert.match(database.send("UPDATE t SET price = 'much';\n").stderr, /cannot store TEXT value in REAL column/);
    const back = allStatementsOf(on(3, 37), [table, row, options(true), options(false)]).slice(-10);
    assert.is(back[0]?.startsWith('CREATE TEMP TABLE migsql_guard'), true);
    database.run(inScript(back));
    assert.equal(database.query("SELECT wr, strict FROM pragma_table_list('t')"), [['0', '0']]);
    assert.equal(database.query('SELECT id, "on", price, at > 0 FROM t'), [['k', '1', '1.5', '1']]);
    database.drop();
  });

  engine('a temporary table and one of an attached file are rebuilt where they are', () => {
    const [database, other] = [createDatabase('sqlite'), createDatabase('sqlite')];
    const region = { schema: 'sales', name: 'region' };
    const ops: readonly Op[] = [
      createTable('scratch', [column('a', types.integer())], { temporary: true }),
      createTable(region, [
        column('a', types.integer()),
        column('up', types.integer()),
        primaryKey(['a'], { name: 'pk' }),
        foreignKey(['up'], region, ['a'], { name: 'fk' }),
      ]),
      createTrigger('tr', region, { sqlite: 'AFTER DELETE ON region BEGIN SELECT 1; END' }),
      insertFrom('scratch', ['a'], 'SELECT 5'),
      insertFrom(region, ['a', 'up'], 'SELECT 6, 6'),
      alterColumn('scratch', 'a', { nullable: false }),
      alterColumn(region, 'up', { nullable: false }),
    ];
    const asked = [
      "SELECT 'temp', a FROM temp.scratch",
      'SELECT a, up FROM sales.region',
      "SELECT name FROM sales.sqlite_master WHERE type = 'trigger'",
    ];
    const attach = `ATTACH '${other.name}' AS sales;\n`;
    const answers = database.run(`${attach}${inScript(allStatementsOf(sqlite, ops))}${script(asked)}`);
    assert.is(answers, 'temp\t5\n6\t6\ntr\n');
    const orphan = "INSERT INTO region VALUES (7, 99);\n";
    other.run(orphan);
    const rebuilt = allStatementsOf(sqlite, [...ops.slice(1, 3), rebuildTable(region)]).slice(2);
    const again = database.send(`${attach}${inScript(rebuilt)}`);
    assert.match(again.stderr, /foreign keys of sales\.region, or to it, are violated/);
    database.drop();
    other.drop();
  });

  engine('a renamed table keeps its triggers in mind', () => {
    withFamily((database) => {
      const again = createTrigger('tr_parent', 'elder', {
        sqlite: 'AFTER UPDATE OF size ON elder BEGIN SELECT NEW.size; END',
      }, { orReplace: true });
      run(database, renameTable('parent', 'elder'), again, rebuildTable('elder'));
      assert.equal(database.query("SELECT tbl_name FROM sqlite_master WHERE name = 'tr_parent'"), [['elder']]);
      assert.equal(database.query("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list('child')"), [['elder']]);
    });
  });

  engine('rows that break a foreign key fail its validation, those of another key do not', () => {
    withFamily((database) => {
      const validate = statementsAfter([validateConstraint('child', 'fk_child', 'foreignKey')]);
      database.run(inScript(validate));
      const other = 'ALTER TABLE child ADD COLUMN g REFERENCES gone (id);\nUPDATE child SET g = 5;\n';
      database.run(`CREATE TABLE gone (id INTEGER PRIMARY KEY);\n${other}`);
      database.run(inScript(validate));
      database.run('UPDATE child SET parent_id = 77;\n');
      const { code, stderr } = database.send(inScript(validate));
      assert.is.not(code, 0);
      assert.match(stderr, /CHECK constraint failed: rows of child violate foreign key fk_child/);
    });
  });

  engine('another count of rows than expected stops the script and says which', () => {
    const counts = [
      [updateRows('parent', { size: 1 }, sql`id = 9`, { expect: 1 }), /update of parent: expected 1 row, found none/],
      [updateRows('parent', { size: 1 }, null, { expect: 1 }), /update of parent: expected 1 row, found more/],
      [updateRows('parent', { size: 1 }, null, { expect: { atLeast: 3 } }), /expected at least 3 rows, found fewer/],
      [
        insertFrom('child', ['parent_id'], 'SELECT id FROM parent', { expect: { atMost: 1 } }),
        /insert into child: expected at most 1 row, found more/,
      ],
      [deleteRows('child', null, { expect: 0 }), /delete from child: expected 0 rows, found some/],
    ] as const;
    withFamily((database) => {
      for (const [op, message] of counts) stopped(database, database.send(inScript(statementsAfter([op]))), message);
      const asExpected = updateRows('parent', { code: 'one' }, sql`id = 1`, { expect: 1 });
      run(database, asExpected, deleteRows('child', null, { expect: { atLeast: 0 } }));
      const asked = 'SELECT code, (SELECT count(*) FROM child) FROM parent WHERE id = 1';
      assert.equal(database.query(asked), [['one', '0']]);
    });
  });

  engine.run();
}
