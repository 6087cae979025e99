/** Oracle: what its documentation asks for beyond the forms of the matrix. No server can run it here. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Refusal } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { oracle } from '../../src/dialects/oracle/index.ts';
import { writeLiteral, writeName } from '../../src/dialects/write.ts';
import { addColumn } from '../../src/ops/add-column.ts';
import { addConstraint } from '../../src/ops/add-constraint.ts';
import { alterColumn } from '../../src/ops/alter-column.ts';
import { check, column, desc, foreignKey, primaryKey, unique } from '../../src/ops/builders.ts';
import { bulkInsert } from '../../src/ops/bulk-insert.ts';
import { createIndex } from '../../src/ops/create-index.ts';
import { createTable } from '../../src/ops/create-table.ts';
import { dropColumn } from '../../src/ops/drop-column.ts';
import { execute } from '../../src/ops/execute.ts';
import type { Op } from '../../src/ops/index.ts';
import { renameTable } from '../../src/ops/rename-table.ts';
import { setTableComment } from '../../src/ops/set-table-comment.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { type Literal, json, list, literal as literalFragment, name, sql } from '../../src/sql/fragment.ts';
import { type ColumnType, types } from '../../src/sql/types.ts';
import { judgeStatement } from '../support/judges/oracle.ts';
import { scanSqlplus } from '../support/judges/sqlplus.ts';
import { refusalOf, statementsOf } from '../support/lowered.ts';
import { tries } from '../support/scale.ts';
import { textOf } from '../support/text-expression.ts';
import { oracle as EXPECTED } from './expected/oracle.ts';

/** The statements of the last op, all of which the independent parser accepts. */
function written(...ops: readonly Op[]): readonly string[] {
  const statements = statementsOf(oracle, ...ops);
  for (const statement of statements) assert.equal(judgeStatement(statement), [], statement);
  return statements;
}

const refusal = (...ops: readonly Op[]): string => {
  const { message, hint } = refusalOf(oracle, ...ops);
  return `${message} | ${hint}`;
};
const literal = (value: Literal, as?: ColumnType): string => writeLiteral(oracle, value, as);
const refused = (value: Literal, as: ColumnType | undefined, reason: RegExp): void =>
  assert.throws(
    () => literal(value, as),
    (error: unknown) => error instanceof Refusal && reason.test(error.message),
  );

const matrix = suite('oracle: an independent parser accepts the matrix');
// ANALYZE is of other databases: it stands for a statement outside transactions there.
const hand = new Set(['ANALYZE customer']);
const cells = Object.values(EXPECTED).flatMap(
  (cases) => Object.values(cases) as readonly (readonly string[] | object)[],
);
for (const statement of new Set(cells.filter((cell): cell is readonly string[] => Array.isArray(cell)).flat())) {
  if (!hand.has(statement)) matrix(statement.slice(0, 100), () => assert.equal(judgeStatement(statement), []));
}
matrix.run();

const names = suite('oracle: names');

names('only what would not come back as it is has quotes', () => {
  const quoted = ['account', 'Code', 'ORDER', 'order', 'number', '_x', '2x', 'a b', 'été', 'a$b#', 'primary'].map(
    (each) => writeName(oracle, each),
  );
  assert.equal(quoted, [
    'account',
    '"Code"',
    '"ORDER"',
    '"order"',
    '"number"',
    '"_x"',
    '"2x"',
    '"a b"',
    '"été"',
    'a$b#',
    '"primary"',
  ]);
});

names('a name that Oracle does not have is refused', () => {
  assert.throws(() => writeName(oracle, 'a"b'), /double quote/);
  assert.throws(() => writeName(oracle, 'a\n/\nb'), /line end/);
  assert.throws(() => writeName(oracle, 'é'.repeat(65)), /130 bytes/);
});

names.run();

const literals = suite('oracle: literals');

literals('text is on lines of its own making, and in ASCII', () => {
  assert.is(literal("it's & that"), "'it''s & that'");
  assert.is(literal('a;\n/\nb-'), "('a;' || CHR(10) || '/' || CHR(10) || 'b-')");
  assert.is(literal('é'), "TO_CHAR(UNISTR('\\00e9'))");
  assert.is(literal('a\\é\n😀'), "TO_CHAR(UNISTR('a\\005c\\00e9\\000a\\d83d\\de00'))");
});

literals('text of more than 4000 bytes is a CLOB of pieces', () => {
  const text = literal('x'.repeat(4001), types.text());
  assert.is(text.match(/TO_CLOB\('x{1,1000}'\)/g)?.length, 5);
  assert.ok(text.split('\n').every((line) => line.length <= 2000));
  assert.is(literal('x'.repeat(4000), types.string(4000)).match(/'x{1000}'/g)?.length, 4);
  refused('é'.repeat(2001), types.string(4000), /4002 bytes/);
});

literals('an empty text would be NULL', () => {
  refused('', types.string(5), /empty text as NULL/);
  refused('', undefined, /empty text as NULL/);
  assert.is(literal('', types.text()), 'EMPTY_CLOB()');
  assert.is(literal({ bytes: '' }, types.binary()), 'EMPTY_BLOB()');
  refused({ bytes: '' }, types.binary(5), /as NULL/);
  assert.match(refusal(addColumn('t', column('c', types.string(5), { default: '' }))), /Write null/);
  assert.match(refusal(addColumn('t', column('c', types.enum('e', ['a', '']), {}))), /Write null/);
});

literals('any text comes back whole, from lines that SQL*Plus leaves alone', () => {
  const odd = fc.constantFrom("'", '&', '\n', '\r', '\t', '\\', 'é', '😀', '/', ';', '-', '#', '.', 'a', ' ');
  const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: odd, minLength: 1, maxLength: 300 }));
  fc.assert(
    fc.property(texts, (text) => {
      if (text === '' || /\0|[\ud800-\udfff]/u.test(text)) return;
      const expression = literal(text, types.text());
      assert.is(textOf(expression, 'plsql'), text);
      const { units, complaints } = scanSqlplus(
        `WHENEVER SQLERROR EXIT FAILURE\nSET DEFINE OFF\nUPDATE t SET a = ${expression};\n`,
      );
      assert.equal(complaints, []);
      assert.equal(
        units.map((unit) => unit.sql),
        [`UPDATE t SET a = ${expression}`],
      );
    }),
    tries(500),
  );
});

literals('every type has its form', () => {
  assert.is(literal(null, types.text()), 'NULL');
  assert.is(literal(false, types.boolean()), '0');
  assert.is(literal('1.50', types.numeric(10, 2)), '1.50');
  assert.is(literal(0.1, types.double()), '0.1d');
  assert.is(literal(1e300, types.double()), '1e+300d');
  assert.is(literal(0.5, types.float()), '0.5f');
  assert.is(literal(3, types.double()), '3');
  assert.is(literal(1e200), '1e+200d');
  assert.is(literal('1899-12-31', types.date()), "DATE '1899-12-31'");
  assert.is(literal('03:04', types.time()), "INTERVAL '03:04:00' HOUR TO SECOND");
  assert.is(literal('2024-01-02T03:04:05.123', types.timestamp()), "TIMESTAMP '2024-01-02 03:04:05.123'");
  assert.is(literal('2024-01-02T03:04:05Z', types.timestamp({ zone: true })), "TIMESTAMP '2024-01-02 03:04:05 +00:00'");
  assert.is(literal('-P1DT26H3.5S', types.interval()), "INTERVAL '-2 02:00:03.5' DAY(9) TO SECOND(6)");
  assert.is(
    literal('6F9619FF-8B86-D011-B42D-00C04FC964FF', types.uuid()),
    "HEXTORAW('6f9619ff8b86d011b42d00c04fc964ff')",
  );
  assert.is(literal({ bytes: '00ff' }, types.binary(2)), "HEXTORAW('00ff')");
  assert.is(literal(json([]), types.json()), "'[]'");
});

literals('what a type cannot hold is refused', () => {
  refused(json(5), types.json(), /neither a JSON object nor an array/);
  refused('P1M', types.interval(), /years or months/);
  refused({ bytes: 'ff'.repeat(2001) }, types.binary(), /2001 bytes/);
  assert.ok(
    literal({ bytes: 'ff'.repeat(2000) }, types.binary())
      .split('\n')
      .every((line) => line.length <= 2000),
  );
  refused(5e-324, types.double(), /too close to 0/);
  assert.match(refusal(addColumn('t', column('c', types.string(4001)))), /types\.text\(\)/);
  assert.match(refusal(addColumn('t', column('c', types.binary(2001)))), /types\.binary\(\)/);
  assert.match(refusal(addColumn('t', column('c', types.numeric(39, 2)))), /38/);
});

literals.run();

const columns = suite('oracle: columns');

const ACCOUNT = createTable('account', [
  column('id', types.bigint(), { nullable: false, identity: { always: true } }),
  column('code', types.string(10), { nullable: false, default: 'x', comment: 'short' }),
  column('amount', types.bigint(), { nullable: false, default: 0, comment: 'in cents' }),
  column('state', types.enum('state', ['new', 'old']), { nullable: false, default: 'new' }),
  column('active', types.boolean()),
  column('note', types.text()),
  column('seen', types.timestamp()),
  primaryKey(['id'], { name: 'pk_account' }),
  unique(['code', 'active'], { name: 'uq_account_code' }),
  check(sql`${name('amount')} >= 0`, { name: 'ck_account_amount' }),
]);
const after = (op: Op, ...before: readonly Op[]): readonly string[] => written(ACCOUNT, ...before, op);

columns('NOT NULL and NULL are said only where they change', () => {
  assert.equal(after(alterColumn('account', 'code', { nullable: false })), []);
  assert.equal(after(alterColumn('account', 'id', { nullable: false })), []);
  assert.equal(after(alterColumn('account', 'code', { nullable: true, default: 'y' })), [
    "ALTER TABLE account MODIFY (code DEFAULT 'y' NULL)",
  ]);
  assert.equal(after(alterColumn('account', 'note', { default: null })), []);
});

columns('what MODIFY can do, it does in one statement', () => {
  assert.equal(after(alterColumn('account', 'code', { type: types.string(5), default: null })), [
    'ALTER TABLE account MODIFY (code VARCHAR2(5 CHAR) DEFAULT NULL)',
  ]);
  assert.equal(after(alterColumn('account', 'amount', { type: types.numeric(22, 2) })), [
    'ALTER TABLE account MODIFY (amount NUMBER(22, 2))',
  ]);
});

columns('a default is said again only where it is written in another way, and must fit', () => {
  const moment = createTable('t', [column('at', types.date(), { default: '2024-01-02' })]);
  assert.equal(written(moment, alterColumn('t', 'at', { type: types.timestamp() })), [
    "ALTER TABLE t MODIFY (at TIMESTAMP DEFAULT TIMESTAMP '2024-01-02 00:00:00')",
  ]);
  const gone = alterColumn('account', 'state', { type: types.enum('state', ['old']) });
  assert.match(refusal(ACCOUNT, gone), /default of 'state' does not fit its new type/);
});

columns('fewer digits need a new column, which takes everything over (ORA-01440)', () => {
  const index = createIndex('ix_amount', 'account', [desc('amount'), 'code']);
  assert.equal(after(alterColumn('account', 'amount', { type: types.integer(), name: 'cents' }), index), [
    'DROP INDEX ix_amount',
    'ALTER TABLE account DROP CONSTRAINT ck_account_amount',
    'ALTER TABLE account ADD amount_new NUMBER(10)',
    'UPDATE account SET amount_new = CAST(amount AS NUMBER(10))',
    'ALTER TABLE account DROP COLUMN amount',
    'ALTER TABLE account RENAME COLUMN amount_new TO cents',
    'ALTER TABLE account MODIFY (cents DEFAULT 0 NOT NULL)',
    "COMMENT ON COLUMN account.cents IS 'in cents'",
    'ALTER TABLE account ADD CONSTRAINT ck_account_amount CHECK (cents >= 0)',
    'CREATE INDEX ix_amount ON account (cents DESC, code)',
  ]);
  assert.match(refusal(ACCOUNT, alterColumn('account', 'id', { type: types.integer() })), /in a primaryKey constraint/);
});

columns('the copying is data, so that it is committed', () => {
  const lowered = lowerOp(alterColumn('account', 'note', { type: types.string(50) }), oracle, {
    ...viewOf(EMPTY_SCHEMA),
    table: () => ({ name: { name: 'account' }, columns: [column('note', types.text())], constraints: [], indexes: [] }),
  });
  if ('code' in lowered) throw new Error(lowered.message);
  assert.equal(lowered.map(({ kind, sql: text }) => `${kind}: ${text}`).slice(0, 2), [
    'schema: ALTER TABLE account ADD note_new VARCHAR2(50 CHAR)',
    'data: UPDATE account SET note_new = TO_CHAR(note)',
  ]);
});

columns('values are converted where no setting of the session decides', () => {
  const copy = (to: ColumnType, of: string): string => after(alterColumn('account', of, { type: to }))[1] ?? '';
  assert.is(
    copy(types.timestamp({ zone: true }), 'seen'),
    'UPDATE account SET seen_new = CAST(seen AS TIMESTAMP WITH TIME ZONE)',
  );
  assert.is(copy(types.date(), 'seen'), 'UPDATE account SET seen_new = TRUNC(CAST(seen AS DATE))');
  assert.match(refusal(ACCOUNT, alterColumn('account', 'seen', { type: types.text() })), /no safe conversion.*using/);
  assert.match(
    refusal(alterColumn('t', 'a', { type: types.integer() }, { existing: { type: types.text() } })),
    /no op made 't'/,
  );
  assert.match(refusal(alterColumn('t', 'a', { type: types.integer() })), /whose type must be known/);
});

columns("a type's check changes with it, and carries the column's name", () => {
  assert.equal(after(alterColumn('account', 'state', { type: types.enum('state', ['new', 'old', 'archived']) })), [
    'ALTER TABLE account DROP CONSTRAINT ck_account__state',
    'ALTER TABLE account MODIFY (state VARCHAR2(8 CHAR))',
    "ALTER TABLE account ADD CONSTRAINT ck_account__state CHECK (state IN ('new', 'old', 'archived'))",
  ]);
  assert.equal(after(alterColumn('account', 'active', { name: 'open' })), [
    'ALTER TABLE account RENAME COLUMN active TO open',
    'ALTER TABLE account RENAME CONSTRAINT ck_account__active TO ck_account__open',
  ]);
  assert.equal(after(renameTable('account', 'ledger')), [
    'ALTER TABLE account RENAME TO ledger',
    'ALTER TABLE ledger RENAME CONSTRAINT ck_account__state TO ck_ledger__state',
    'ALTER TABLE ledger RENAME CONSTRAINT ck_account__active TO ck_ledger__active',
  ]);
});

columns('constraints on several columns go before a column does (ORA-12991)', () => {
  assert.equal(after(dropColumn('account', 'code')), [
    'ALTER TABLE account DROP CONSTRAINT uq_account_code',
    'ALTER TABLE account DROP COLUMN code',
  ]);
  assert.equal(after(dropColumn('account', 'amount')), ['ALTER TABLE account DROP COLUMN amount']);
  const both = addConstraint('account', check(sql`amount > 0 OR note IS NULL`, { name: 'ck_both' }));
  assert.is(after(dropColumn('account', 'note'), both)[0], 'ALTER TABLE account DROP CONSTRAINT ck_both');
  assert.is(
    after(dropColumn('account', 'seen'), createIndex('ix_seen', 'account', [desc('seen')]))[0],
    'DROP INDEX ix_seen',
  );
});

columns('a function-based index goes before its column has another type, and comes back (ORA-30556)', () => {
  const lower = createIndex('ix_code', 'account', [sql`lower(${name('code')})`]);
  assert.equal(after(alterColumn('account', 'code', { type: types.string(20), name: 'number' }), lower), [
    'DROP INDEX ix_code',
    'ALTER TABLE account MODIFY (code VARCHAR2(20 CHAR))',
    'ALTER TABLE account RENAME COLUMN code TO "number"',
    'CREATE INDEX ix_code ON account (lower("number"))',
  ]);
  assert.equal(after(alterColumn('account', 'code', { default: 'y' }), lower), [
    "ALTER TABLE account MODIFY (code DEFAULT 'y')",
  ]);
  const plain = createIndex('ix_code', 'account', ['code']);
  assert.is(after(alterColumn('account', 'code', { type: types.string(20) }), plain).length, 1);
});

columns('an index on an instant is function-based', () => {
  const zoned = addColumn('account', column('at', types.timestamp({ zone: true })));
  const index = createIndex('ix_at', 'account', ['active', 'at']);
  assert.is(after(dropColumn('account', 'at'), zoned, index)[0], 'DROP INDEX ix_at');
  assert.is(after(dropColumn('account', 'active'), zoned, index)[0], 'DROP INDEX ix_at');
});

columns('no key is of a LOB or an instant, and no index of a LOB', () => {
  const table = (type: ColumnType): Op => createTable('t', [column('a', type), column('b', types.integer())]);
  const keyed = (type: ColumnType): Op => createTable('t', [column('a', type), unique(['b', 'a'], { name: 'u' })]);
  const zoned = types.timestamp({ zone: true });
  assert.match(refusal(keyed(types.text())), /'a' is of type text.*no part of a key.*string\(n\)/);
  assert.match(refusal(keyed(zoned)), /'a' is TIMESTAMP WITH TIME ZONE.*unique: true/);
  for (const type of [types.json(), types.binary(), zoned])
    assert.match(refusal(table(type), addConstraint('t', primaryKey(['a'], { name: 'p' }))), /Oracle makes no/);
  assert.match(refusal(table(types.text()), createIndex('i', 't', ['b', 'a'])), /no part of an index/);
  const uniqueIndex = createIndex('i', 't', ['a'], { unique: true });
  assert.equal(written(table(zoned), uniqueIndex), ['CREATE UNIQUE INDEX i ON t (a)']);
  assert.is(written(keyed(types.timestamp())).length, 1);
  const indexed = createIndex('i', 'account', ['code', 'seen']);
  const using = { using: sql`to_clob(seen)` };
  const toText = alterColumn('account', 'seen', { type: types.text() }, using);
  assert.match(refusal(ACCOUNT, indexed, toText), /no part of an index/);
});

columns('a list of columns has one index (ORA-01408)', () => {
  const index = (...keys: Parameters<typeof createIndex>[2]): Op => createIndex('ix', 'account', keys);
  assert.match(refusal(ACCOUNT, index('id')), /the columns of 'pk_account', which are indexed already.*forDialect/);
  assert.match(refusal(ACCOUNT, index('code', 'active')), /of 'uq_account_code'/);
  assert.match(refusal(ACCOUNT, createIndex('first', 'account', ['seen']), index('seen')), /of 'first'/);
  assert.is(after(index('active', 'code')).length, 1);
  assert.is(after(index(desc('id'))).length, 1);
  assert.is(after(index('code')).length, 1);
});

columns('foreign keys know CASCADE and SET NULL', () => {
  const key = (onDelete: 'restrict' | 'noAction' | 'setNull' | 'setDefault'): Op =>
    addConstraint('t', foreignKey(['a'], 'u', ['id'], { onDelete, onUpdate: 'restrict' }));
  assert.equal(written(key('restrict')), ['ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id)']);
  assert.equal(written(key('noAction')), ['ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id)']);
  assert.equal(written(key('setNull')), ['ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id) ON DELETE SET NULL']);
  assert.match(refusal(key('setDefault')), /SET DEFAULT/);
});

columns('an identity column has its options, and no default', () => {
  const given = addColumn(
    't',
    column('a', types.integer(), { nullable: false, identity: { start: 100, increment: 5 } }),
  );
  assert.equal(written(given), [
    'ALTER TABLE t ADD a NUMBER(10) GENERATED BY DEFAULT AS IDENTITY (START WITH 100 INCREMENT BY 5) NOT NULL',
  ]);
  assert.match(
    refusal(addColumn('t', column('a', types.integer(), { identity: true, default: 1 }))),
    /default as well/,
  );
  assert.match(refusal(addColumn('t', column('a', types.text(), { identity: true }))), /is of type text/);
});

columns.run();

const rest = suite('oracle: comments, rows, long lines, version table');

rest('a comment that no literal can hold is put together by PL/SQL', () => {
  assert.equal(written(setTableComment('account', 'a\nb')), [
    "BEGIN\n  EXECUTE IMMEDIATE 'COMMENT ON TABLE account IS ''a' || CHR(10) || 'b''';\nEND;",
  ]);
  const [unicode = ''] = written(setTableComment('account', "l'été"));
  assert.is(
    unicode,
    "BEGIN\n  EXECUTE IMMEDIATE TO_CHAR(UNISTR('COMMENT ON TABLE account IS ''l''''\\00e9t\\00e9'''));\nEND;",
  );
  assert.match(refusal(setTableComment('t', 'é'.repeat(2001))), /4000 bytes/);
});

rest('each row is a statement, and an identity made by the database takes no value', () => {
  assert.is(after(bulkInsert('account', [{ code: 'a' }, { code: 'b' }])).length, 2);
  assert.match(refusal(ACCOUNT, bulkInsert('account', [{ id: 1 }])), /GENERATED ALWAYS/);
});

rest('numbers that rows bring along are not given a second time', () => {
  const odd = createTable('t', [column('id', types.bigint(), { identity: { increment: -2 } })]);
  assert.equal(written(odd, bulkInsert('t', [{ id: -1 }])), [
    'INSERT INTO t (id) VALUES (-1)',
    'ALTER TABLE t MODIFY (id GENERATED BY DEFAULT AS IDENTITY (START WITH LIMIT VALUE INCREMENT BY -2))',
  ]);
});

rest('hand-written lines that SQL*Plus would take for its own are refused', () => {
  const refused: readonly (readonly [string, RegExp])[] = [
    ["UPDATE t SET a = 'x;\ny'", /the line 'UPDATE t SET a = 'x;' ends the statement/],
    ['SELECT a -- b;\nFROM t', /ends the statement/],
    ["UPDATE t SET a = '\n/\n'", /the line '\/' runs/],
    ["UPDATE t SET a = '\n.\n'", /without running it/],
    ["UPDATE t SET a = '\n#1'", /command of SQL\*Plus/],
    ['UPDATE t SET a = 5 -\n  3', /loses its hyphen/],
    ["BEGIN\n  a := '\n/\n';\nEND;\n/", /the line '\/' runs/],
  ];
  for (const [text, reason] of refused) assert.match(refusal(execute(text)), reason, text);
  for (const text of [
    "BEGIN\n  a := 1; -- one;\n  -- -----\n  b := 'x;\ny';\nEND;\n/",
    'SELECT a\n  - b\n  -- ---- more ----\nFROM t',
    'UPDATE t SET a = 1;\nDELETE FROM t;\n',
  ])
    assert.ok(statementsOf(oracle, execute(text)).length > 0, text);
});

rest('no line is longer than SQL*Plus reads', () => {
  const row = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`c${index}`, `a, b's ${'x'.repeat(60)}`]));
  const values = list(Array.from({ length: 900 }, (_, index) => literalFragment(`code, ${index}`)));
  const statements = [
    ...written(bulkInsert('t', [row])),
    ...written(execute(sql`DELETE FROM t WHERE code IN (${values})`)),
    ...written(
      createTable('t', [
        column(
          'e',
          types.enum(
            'e',
            Array.from({ length: 300 }, (_, index) => `value ${index}`),
          ),
        ),
      ]),
    ),
  ];
  for (const statement of statements) {
    assert.ok(
      statement.split('\n').every((line) => line.length <= 2000),
      'a line is too long',
    );
  }
  assert.is(
    (statements[1] ?? '').replaceAll(',\n  ', ', '),
    `DELETE FROM t WHERE code IN (${Array.from({ length: 900 }, (_, index) => `'code, ${index}'`).join(', ')})`,
  );
});

rest('the version table is made where it is missing, by a block that passes over ORA-00955 alone', () => {
  const [block] = oracle.createVersionTable({ schema: 'ops', name: 'migsql_version' }, oracle);
  assert.ok(block?.compound);
  assert.is(
    block?.sql,
    [
      'BEGIN',
      "  EXECUTE IMMEDIATE 'CREATE TABLE ops.migsql_version (",
      '    revision VARCHAR2(128 CHAR) NOT NULL,',
      '    CONSTRAINT pk_migsql_version PRIMARY KEY (revision)',
      "  )';",
      'EXCEPTION',
      '  WHEN OTHERS THEN',
      '    IF SQLCODE <> -955 THEN',
      '      RAISE;',
      '    END IF;',
      'END;',
    ].join('\n'),
  );
  assert.equal(judgeStatement(block?.sql ?? ''), []);
});

rest.run();
