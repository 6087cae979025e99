/** The value of a default comes back from the text that is written for it, and from what catalogues print. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Default } from '../../src/schema/table.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { readDefault, readLiteral } from '../../src/dialects/read-default.ts';
import { writeLiteral } from '../../src/dialects/write.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { type Literal, raw } from '../../src/sql/fragment.ts';
import { type ColumnType, types } from '../../src/sql/types.ts';

const VALUES: readonly (readonly [ColumnType, ...Literal[]])[] = [
  [types.smallint(), 0, -5, 32767],
  [types.bigint(), 9, { bigint: '9223372036854775807' }, { bigint: '-9223372036854775808' }],
  [types.numeric(10, 2), 0, -1.5, 12345678.25],
  [types.numeric(30, 6), '123456789012345678.123456'],
  [types.double(), 0.5, -1e300, 5],
  [types.string(60), 'x', "it's", 'é "quoted" `x`', "'", '--', '$1'],
  [types.text(), 'x', "''"],
  [types.boolean(), true, false],
  [types.date(), '2024-02-29'],
  [types.uuid(), '0190a0a0-0000-7000-8000-000000000001'],
  [types.json(), { json: { a: [1, null, "it's"] } }, { json: [] }],
  [types.binary(), { bytes: '00ff' }],
  [types.enum('mood', ['fine', "so-so'"]), "so-so'"],
];

/** What is written as a call or a calculation, which only the server can read. */
const isCall = (text: string): boolean => /^\(|^\w+\((?<!HEXTORAW\()|^-INTERVAL|\|\|/.test(text);

const COLUMNS: { readonly [D in DialectName]: readonly (readonly [text: string, type: ColumnType, expected: Default | undefined])[] } = {
  // As pg_get_expr prints them: https://www.postgresql.org/docs/15/functions-info.html
  postgresql: [
    ["'abc'::character varying", types.string(9), 'abc'],
    ["'it''s'::text", types.text(), "it's"],
    ["E'a\\\\b\\n'::text", types.text(), 'a\\b\n'],
    ["'-5'::integer", types.integer(), -5],
    ["'-1.50'::numeric", types.numeric(9, 2), -1.5],
    ["'2024-02-29'::date", types.date(), '2024-02-29'],
    ['true', types.boolean(), true],
    ["'{\"a\": 1}'::jsonb", types.json(), { json: { a: 1 } }],
    ["'\\x00ff'::bytea", types.binary(), { bytes: '00ff' }],
    ['NULL::character varying', types.string(9), undefined],
    ['CURRENT_TIMESTAMP', types.timestamp(), { sql: [{ call: 'now' }] }],
    ['gen_random_uuid()', types.uuid(), { sql: [{ call: 'uuid' }] }],
    ["'a'::text || 'b'::text", types.text(), raw("'a'::text || 'b'::text")],
    ["('a'::text || 'b'::text)", types.text(), raw("'a'::text || 'b'::text")],
    ["'01:00:00'::interval", types.interval(), raw("'01:00:00'::interval")],
    ["'{}'::integer[]", types.native('INTEGER[]'), '{}'],
    ["'happy'::app.mood", types.enum('mood', ['happy']), 'happy'],
    ["'x'::text COLLATE \"C\"", types.text(), raw("'x'::text COLLATE \"C\"")],
  ],
  mysql: [
    ['CURRENT_TIMESTAMP(6)', types.timestamp(), { sql: [{ call: 'now' }] }],
    ["'a\\\\b'", types.string(9), 'a\\b'],
    ["'5'", types.integer(), 5],
    ['0.00', types.numeric(9, 2), 0],
  ],
  // As information_schema.COLUMNS prints them: https://mariadb.com/docs/server/reference/system-tables/information-schema
  mariadb: [
    ['NULL', types.string(9), undefined],
    ["'abc'", types.string(9), 'abc'],
    ['1', types.boolean(), true],
    ['current_timestamp(6)', types.timestamp(), { sql: [{ call: 'now' }] }],
    ['uuid()', types.uuid(), { sql: [{ call: 'uuid' }] }],
  ],
  // As sys.default_constraints prints them, in parentheses of the server's own.
  mssql: [
    ["(N'abc')", types.string(9), 'abc'],
    ['((0))', types.integer(), 0],
    ['((-1.5))', types.numeric(9, 2), -1.5],
    ['((1))', types.boolean(), true],
    ['(NULL)', types.string(9), undefined],
    ['(newid())', types.uuid(), { sql: [{ call: 'uuid' }] }],
    ['((1)+(2))', types.integer(), raw('(1)+(2)')],
  ],
  // As they were written: https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_TAB_COLUMNS.html
  oracle: [
    ["'abc' ", types.string(9), 'abc'],
    ['0\n', types.boolean(), false],
    ["DATE '2024-02-29'", types.date(), '2024-02-29'],
    ['SYSTIMESTAMP', types.timestamp(), raw('SYSTIMESTAMP')],
    ['NULL', types.string(9), undefined],
  ],
  sqlite: [
    ["'abc'", types.string(9), 'abc'],
    ['-5', types.integer(), -5],
    ['1', types.boolean(), true],
    ['CURRENT_TIMESTAMP', types.timestamp(), { sql: [{ call: 'now' }] }],
    ["datetime('now', 'utc')", types.text(), raw("datetime('now', 'utc')")],
    ['5', types.text(), raw('5')],
    ['NULL', types.text(), undefined],
  ],
};

const test = suite('reading defaults');
for (const dialect of DIALECT_NAMES) {
  test(`${dialect}: what is written for a value is read as the value`, () => {
    for (const [type, ...values] of VALUES) {
      // SQLite keeps no number of so many digits.
      for (const value of values.filter((each) => dialect !== 'sqlite' || type.type !== 'numeric' || typeof each !== 'string')) {
        const text = writeLiteral(DIALECTS[dialect], value, type);
        if (!isCall(text)) assert.equal(readLiteral(text, type, dialect), value, text);
      }
    }
  });
  test(`${dialect}: what the catalogue prints`, () => {
    for (const [text, type, expected] of COLUMNS[dialect]) assert.equal(readDefault(text, type, dialect), expected, text);
  });
}
test.run();
