import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Lowered, Refusal } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { writeFragment, writeLiteral, writeName, writeType } from '../../src/dialects/write.ts';
import { addColumn } from '../../src/ops/add-column.ts';
import { alterColumn } from '../../src/ops/alter-column.ts';
import { column, primaryKey } from '../../src/ops/builders.ts';
import { bulkInsert } from '../../src/ops/bulk-insert.ts';
import { createEnum } from '../../src/ops/create-enum.ts';
import { createIndex } from '../../src/ops/create-index.ts';
import { createTable } from '../../src/ops/create-table.ts';
import { execute } from '../../src/ops/execute.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { setTableComment } from '../../src/ops/set-table-comment.ts';
import { UNKNOWN, view } from '../../src/plan/replay.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { literal, name, sql } from '../../src/sql/fragment.ts';
import { types } from '../../src/sql/types.ts';
import { createDatabase, isReachable } from '../support/servers.ts';

function lowered(op: Op, before: readonly Op[] = []): readonly Lowered[] {
  const found = lowerOp(op, postgresql, viewOf(before.reduce(evolve, EMPTY_SCHEMA)));
  if ('code' in found) throw new Error(found.message);
  return found;
}

const texts = (op: Op, before: readonly Op[] = []): readonly string[] => lowered(op, before).map((each) => each.sql);

function reasonOf(op: Op, before: readonly Op[] = []): string {
  const found = lowerOp(op, postgresql, viewOf(before.reduce(evolve, EMPTY_SCHEMA)));
  return 'code' in found ? `${found.message} | ${found.hint}` : `not refused: ${JSON.stringify(found)}`;
}

const names = suite('postgresql: names');

names('are quoted where they would be read as something else', () => {
  const written = [
    'plain',
    'a1_$',
    '_x',
    'Code',
    'user',
    'left',
    'over',
    'two words',
    'a"b',
    'a.b',
    '1st',
    'é',
    '$x',
    'select',
  ];
  assert.equal(
    written.map((each) => writeName(postgresql, each)),
    [
      'plain',
      'a1_$',
      '_x',
      '"Code"',
      '"user"',
      '"left"',
      'over',
      '"two words"',
      '"a""b"',
      '"a.b"',
      '"1st"',
      '"é"',
      '"$x"',
      '"select"',
    ],
  );
});

names('are kept whole: 63 bytes, not characters', () => {
  assert.is(writeName(postgresql, 'a'.repeat(63)), 'a'.repeat(63));
  assert.throws(
    () => writeName(postgresql, 'a'.repeat(64)),
    (error: unknown) => error instanceof Refusal,
  );
  assert.is(writeName(postgresql, 'é'.repeat(31)), `"${'é'.repeat(31)}"`);
  assert.throws(() => writeName(postgresql, 'é'.repeat(32)), /64 bytes, and PostgreSQL keeps 63/);
});

if (isReachable('postgresql')) {
  names('the server reserves no other word', () => {
    const database = createDatabase('postgresql');
    const words = database
      .query("SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')")
      .map(([word]) => word ?? '');
    database.drop();
    assert.ok(words.length > 90);
    assert.equal(
      words.filter((word) => !postgresql.lexicon.reserved.has(word)),
      [],
    );
  });
}

names.run();

const literals = suite('postgresql: literals');

literals('text: backslashes stand for themselves, control characters need an escape string', () => {
  const text = (value: string): string => writeLiteral(postgresql, value, types.text());
  assert.is(text("it's"), "'it''s'");
  assert.is(text('C:\\temp\\'), "'C:\\temp\\'");
  assert.is(text('a\nb'), "E'a\\nb'");
  assert.is(text("\\\r\n\t'\x01\x7f"), "E'\\\\\\r\\n\\t''\\x01\\x7f'");
  assert.is(text('é😀\u2028'), "'é😀\u2028'");
});

literals('values of each type', () => {
  const cases = [
    [true, types.boolean(), 'TRUE'],
    [5, types.bigint(), '5'],
    ['1.50', types.numeric(5, 2), '1.50'],
    ['1899-12-31', types.date(), "DATE '1899-12-31'"],
    ['03:04', types.time(), "TIME '03:04:00'"],
    ['2024-01-02T03:04:05.5', types.timestamp(), "TIMESTAMP '2024-01-02 03:04:05.5'"],
    ['2024-01-02T03:04:05-05', types.timestamp({ zone: true }), "TIMESTAMP WITH TIME ZONE '2024-01-02 03:04:05-05:00'"],
    ['P1DT2H', types.interval(), "INTERVAL 'P1DT2H'"],
    ['-P1D', types.interval(), "-INTERVAL 'P1D'"],
    ['A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', types.uuid(), "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid"],
    [{ json: ["it's\n"] }, types.json(), `'["it''s\\n"]'::jsonb`],
    [{ bytes: '' }, types.binary(), "'\\x'::bytea"],
    ["it's", types.enum('e', ["it's"]), "'it''s'"],
    [{ bigint: '123456789012345678901234567890' }, undefined, '123456789012345678901234567890'],
    [null, types.integer(), 'NULL'],
  ] as const;
  for (const [value, as, expected] of cases) assert.is(writeLiteral(postgresql, value, as), expected);
});

literals('a minus before a negative number begins no comment', () => {
  assert.is(writeFragment(postgresql, sql`a -${literal(-1)}`), 'a - -1');
  assert.is(writeFragment(postgresql, sql`a - ${literal(1)}`), 'a - 1');
});

literals('types of the schema and of one database', () => {
  assert.is(writeType(postgresql, types.enum('Mood', ['a'])), '"Mood"');
  assert.is(writeType(postgresql, types.native('tsvector')), 'tsvector');
  assert.throws(() => writeType(postgresql, types.native({ mysql: 'year' })), /gives no type for postgresql/);
});

literals.run();

const changes = suite('postgresql: changes');

const ACCOUNT = createTable('account', [
  column('id', types.integer(), { nullable: false, identity: { always: true } }),
  column('state', types.text(), { nullable: false, default: '5' }),
  column('level', types.text(), { default: 'high' }),
  primaryKey(['id']),
]);

changes('a type change by USING takes the default away and sets it again in the new type', () => {
  assert.equal(
    texts(alterColumn('account', 'state', { type: types.integer() }, { using: sql`state::integer` }), [ACCOUNT]),
    [
      'ALTER TABLE account ALTER COLUMN state DROP DEFAULT',
      'ALTER TABLE account ALTER COLUMN state TYPE INTEGER USING state::integer',
      'ALTER TABLE account ALTER COLUMN state SET DEFAULT 5',
    ],
  );
});

changes('a default that does not fit the new type is the author’s to say', () => {
  const change = alterColumn('account', 'level', { type: types.integer() }, { using: sql`1` });
  assert.match(
    reasonOf(change, [ACCOUNT]),
    /default of 'level' does not fit its new type: 'high' is not a whole number.*default: null/,
  );
  const said = alterColumn('account', 'level', { type: types.integer(), default: null }, { using: sql`1` });
  assert.equal(texts(said, [ACCOUNT]), [
    'ALTER TABLE account ALTER COLUMN level DROP DEFAULT',
    'ALTER TABLE account ALTER COLUMN level TYPE INTEGER USING 1',
  ]);
});

changes('a new default must fit the type that the chain gives', () => {
  assert.match(reasonOf(alterColumn('account', 'id', { default: 'x' }), [ACCOUNT]), /'x' is not a whole number/);
});

changes('what needs no schema does not ask for it', () => {
  const cheap: readonly Op[] = [
    alterColumn('account', 'state', { type: types.date(), nullable: false, comment: 'x', name: 'y' }),
    alterColumn('account', 'state', { default: sql`now()` }),
    alterColumn('account', 'state', { default: null }),
    bulkInsert('account', [{ state: 'x' }], { types: { state: types.text() } }),
    setTableComment('account', 'x'),
  ];
  for (const op of cheap) assert.not('code' in lowerOp(op, postgresql, view(UNKNOWN)), op.op);
});

changes('GENERATED ALWAYS takes explicit numbers only when overridden, and the sequence follows them', () => {
  assert.equal(texts(bulkInsert('account', [{ id: 7 }]), [ACCOUNT]), [
    'INSERT INTO account (id) OVERRIDING SYSTEM VALUE VALUES\n  (7)',
    "SELECT setval(pg_get_serial_sequence('account', 'id'), " +
      "GREATEST((SELECT max(id) FROM account), nextval(pg_get_serial_sequence('account', 'id'))))",
  ]);
});

changes('a sequence that counts down follows downwards; names are quoted within the text as well', () => {
  const down = createTable({ schema: 's', name: 'Down' }, [
    column('Id', types.bigint(), { identity: { start: -1, increment: -1 } }),
  ]);
  assert.equal(texts(down), [
    'CREATE TABLE s."Down" (\n  "Id" BIGINT GENERATED BY DEFAULT AS IDENTITY (START WITH -1 INCREMENT BY -1)\n)',
  ]);
  assert.is(
    texts(bulkInsert({ schema: 's', name: 'Down' }, [{ Id: -9 }]), [down])[1],
    `SELECT setval(pg_get_serial_sequence('s."Down"', 'Id'), ` +
      `LEAST((SELECT min("Id") FROM s."Down"), nextval(pg_get_serial_sequence('s."Down"', 'Id'))))`,
  );
});

changes('identity is for whole numbers without a default', () => {
  assert.match(reasonOf(addColumn('t', column('id', types.text(), { identity: true }))), /'id' is of type text/);
  assert.match(
    reasonOf(addColumn('t', column('id', types.integer(), { identity: true, default: 1 }))),
    /has a default as well/,
  );
});

changes('a value that does not fit is refused with its row and column', () => {
  const rows = bulkInsert('account', [{ state: 'x' }, { state: 'y\0' }], { types: { state: types.text() } });
  assert.match(reasonOf(rows), /row 2, column 'state': .*U\+0000/);
});

changes('a thousand rows a statement', () => {
  const rows = Array.from({ length: 2001 }, (_, id) => ({ id }));
  const statements = lowered(bulkInsert('t', rows, { types: { id: types.integer() } }));
  assert.equal(
    statements.map((each) => each.sql.split('\n').length - 1),
    [1000, 1000, 1],
  );
  assert.ok(statements.every(({ kind, transactional }) => kind === 'data' && transactional));
});

changes('CONCURRENTLY stands outside any transaction, and so does what the author says', () => {
  const [index] = lowered(
    createIndex('i', 't', ['a'], { unique: true, on: { postgresql: { concurrently: true, using: 'btree' } } }),
  );
  assert.is(index?.sql, 'CREATE UNIQUE INDEX CONCURRENTLY i ON t USING btree (a)');
  assert.is(index?.transactional, false);
  assert.is(lowered(execute('SELECT 1', { transactional: false }))[0]?.transactional, false);
  assert.is(lowered(execute('VACUUM account'))[0]?.transactional, false);
});

changes('enum values keep to 63 bytes and stand once', () => {
  assert.match(reasonOf(createEnum('e', ['é'.repeat(32)])), /longer than 63 bytes/);
  assert.match(reasonOf(createEnum('e', ['a', 'b', 'a'])), /'a' stands in the list twice/);
  assert.equal(texts(createEnum('Mood', ['a\nb'])), [`CREATE TYPE "Mood" AS ENUM (E'a\\nb')`]);
});

changes('the version table is made where it is missing', () => {
  assert.equal(
    postgresql.createVersionTable({ schema: 'app', name: 'migsql_version' }, postgresql).map((each) => each.sql),
    [
      'CREATE TABLE IF NOT EXISTS app.migsql_version (\n  revision VARCHAR(128) NOT NULL,\n' +
        '  CONSTRAINT pk_migsql_version PRIMARY KEY (revision)\n)',
    ],
  );
});

changes('names within expressions are quoted too', () => {
  const index = createIndex('i', 't', [sql`lower(${name('Code')})`], { where: sql`${name('order')} > 0` });
  assert.equal(texts(index), ['CREATE INDEX i ON t ((lower("Code"))) WHERE "order" > 0']);
});

changes.run();
