/** What a server tells of a type, a default and an expression is, to a comparison, what it was asked for. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS } from '../../src/dialects/index.ts';
import { createDatabase, isReachable } from '../support/servers.ts';

const COLUMNS = `a integer, b integer, n numeric(8,2), s varchar(20), t text, d date, ts timestamp, f boolean`;

/** Of a table with these columns. */
const CHECKS = [
  `a > 0`, `a>0 AND b<10`, `((a) > (0))`, `a > 0 OR b > 0 AND a < 5`, `(a > 0 OR b > 0) AND a < 5`, `NOT (a > 0 AND b > 0)`,
  `a BETWEEN 1 AND 10`, `a NOT BETWEEN 1 AND 10`, `a IN (1, 2, 3)`, `a NOT IN (1, 2)`, `a IN (1)`, `s IN ('x', 'y''z')`, `s <> 'x'`,
  `s != 'x'`, `s LIKE 'a%'`, `s NOT LIKE 'a%'`, `t LIKE 'a%'`, `a IS NOT NULL`, `a IS NULL OR b IS NULL`, `n > 1.50`, `n >= a`, `a + b * 2 > 10`,
  `(a + b) * 2 > 10`, `a - (b - 1) > 0`, `lower(s) = s`, `LOWER(s) = 'x'`, `length(t) > 3`, `coalesce(a, 0) > 1`,
  `CASE WHEN a > 0 THEN b > 0 ELSE b < 0 END`, `d > '2024-01-01'`, `a = -1`, `a > -b`, `CAST(a AS decimal(8,2)) > n`, `f`, `f = true`, `a % 2 = 0`,
] as const;

const POSTGRESQL_CHECKS = [
  ...CHECKS, `s ILIKE 'a%'`, `s ~ '^a'`, `s || t = 'x'`, `s = ANY (ARRAY['x', 'y'])`, `a IS DISTINCT FROM b`, `ts > now()`, `d > date '2024-01-01'`,
  `"a" > 0`, `ts > CURRENT_TIMESTAMP - interval '1 day'`, `f IS TRUE`, `a::numeric > 1.5`, `a * 1.5 > 2`, `t = 'x'::text`, `s IN ('x')`, `n IN (1, 2.5)`,
];

const MARIADB_CHECKS = [
  ...CHECKS, 'a MOD 2 = 0', 'mod(a, 2) = 0', 'lcase(s) = s', "s REGEXP '^a'", "s = 'it\\'s'", "concat(s, 'x') = 't'", '!(a > 0)', '`a` > 0', "s = \"x\"",
];

const POSTGRESQL_DEFAULTS: readonly (readonly [type: string, value: string])[] = [
  ['varchar(10)', `'x'`], ['text', `'it''s'`], ['integer', '5'], ['integer', '-5'], ['integer', `'5'`], ['bigint', '(5)'], ['numeric(8,2)', '1.50'],
  ['numeric(8,2)', '-1.5'], ['boolean', 'TRUE'], ['boolean', `'t'`], ['timestamp', 'now()'], ['timestamptz', 'CURRENT_TIMESTAMP'], ['date', 'CURRENT_DATE'],
  ['date', `'2024-02-29'`], ['jsonb', `'{}'`], ['uuid', 'gen_random_uuid()'], ['text', 'lower(\'A\')'], ['text[]', `'{}'`], ['text[]', 'ARRAY[]::text[]'],
  ['integer', '1 + 2'], ['integer', `nextval('sq')`], ['integer', `nextval('public.sq'::regclass)`], ['interval', `'1 day'`], ['bit(1)', `B'1'`], ['double precision', '.5'],
];

const MARIADB_DEFAULTS: typeof POSTGRESQL_DEFAULTS = [
  ['varchar(10)', `'x'`], ['varchar(10)', `'it''s'`], ['varchar(10)', '5'], ['int', '5'], ['int', `'5'`], ['int', '-5'], ['decimal(8,2)', '1.5'], ['boolean', 'TRUE'], ['boolean', '0'],
  ['datetime', 'now()'], ['datetime(6)', 'CURRENT_TIMESTAMP(6)'], ['datetime', `'2024-01-01'`], ['datetime(6)', `'2024-01-01 10:00:00.5'`], ['date', `'2024-02-29'`],
  ['varchar(36)', 'uuid()'], ['varchar(36)', '(UUID())'], ['int', '(1 + 2)'], ['text', `'x'`], ['double', '.5'],
];

const POSTGRESQL_TYPES = [
  'int', 'int4', 'INTEGER', 'int2', 'int8', 'bigint', 'float', 'float(10)', 'float8', 'real', 'decimal', 'decimal(8)', 'numeric(8, 2)', 'DEC(5,1)', 'varchar', 'varchar(10)',
  'character varying(10)', 'char', 'char(3)', 'character(3)', 'bpchar', 'bool', 'timestamp', 'timestamp(3)', 'timestamptz', 'timestamptz(3)',
  'timestamp(3) with time zone', 'time', 'time(3)', 'timetz', 'date', 'interval', 'interval(3)', 'uuid', 'json', 'jsonb', 'bytea', 'text[]', 'varchar(10)[]', 'int[]', 'bit', 'bit(4)', 'varbit(4)',
  'inet', 'xml', 'money', 'point', 'tsvector',
];

const MARIADB_TYPES = [
  'int', 'int(5)', 'INTEGER', 'int unsigned', 'integer(10) unsigned', 'int(5) zerofill', 'tinyint', 'tinyint(1)', 'tinyint(4)', 'bool', 'BOOLEAN', 'smallint(3)', 'mediumint', 'bigint(20) unsigned',
  'decimal', 'decimal(8)', 'numeric(8, 2)', 'dec(5,1)', 'fixed(5)', 'double precision', 'real', 'float', 'float8', 'char', 'char(3)', 'character varying(10)', 'varchar(10)', 'binary', 'varbinary(4)',
  'date', 'time', 'time(3)', 'datetime', 'datetime(6)', 'timestamp(6) NULL', 'year', 'year(4)', 'text', 'longtext', 'mediumblob', 'bit', 'bit(4)', "enum('a','B c')", "set('a', 'b')",
];

const postgresql = suite('postgresql: what the server tells');
const mariadb = suite('mariadb: what the server tells');

if (!isReachable('postgresql')) postgresql('is not reachable, as a line beginning with SKIPPED says', () => {});
else {
  const { stored } = DIALECTS.postgresql;
  const database = createDatabase('postgresql');
  database.run('CREATE SEQUENCE sq;');

  postgresql('of a check is what was asked for', () => {
    const lines = POSTGRESQL_CHECKS.map((check, index) => `CONSTRAINT ck_${String(index).padStart(3, '0')} CHECK (${check})`);
    database.run(`CREATE TABLE c (${COLUMNS}, ${lines.join(', ')});\n`);
    const told = database.query("SELECT replace(pg_get_expr(conbin, conrelid), E'\\n', ' ') FROM pg_constraint WHERE conrelid = 'c'::regclass ORDER BY conname");
    for (const [index, check] of POSTGRESQL_CHECKS.entries()) {
      assert.is(stored.expression(told[index]![0]!), stored.expression(check), `${check} | ${told[index]}`);
    }
  });

  postgresql('of a default is what was asked for', () => {
    database.run(`CREATE TABLE d (${POSTGRESQL_DEFAULTS.map(([type, value], index) => `c${index} ${type} DEFAULT ${value}`).join(', ')});\n`);
    const told = database.query("SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = 'd'::regclass ORDER BY adnum");
    for (const [index, [type, value]] of POSTGRESQL_DEFAULTS.entries()) {
      const known = stored.type(type, {});
      assert.is(stored.default(told[index]![0]!, known), stored.default(value, known), `${type} ${value} | ${told[index]}`);
    }
  });

  postgresql('of a type is what was asked for', () => {
    database.run(`CREATE TABLE t (${POSTGRESQL_TYPES.map((type, index) => `c${index} ${type}`).join(', ')});\n`);
    const told = database.query("SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0 ORDER BY attnum");
    for (const [index, type] of POSTGRESQL_TYPES.entries()) assert.is(stored.type(told[index]![0]!, {}), stored.type(type, {}), `${type} | ${told[index]}`);
    assert.is(new Set(told.map(([type]) => stored.type(type!, {}))).size, new Set(told.map(([type]) => type)).size, 'types that the server tells apart are told apart');
  });
}

if (!isReachable('mariadb')) mariadb('is not reachable, as a line beginning with SKIPPED says', () => {});
else {
  const { stored } = DIALECTS.mariadb;
  const database = createDatabase('mariadb');

  mariadb('of a check is what was asked for', () => {
    const lines = MARIADB_CHECKS.map((check, index) => `CONSTRAINT ck_${String(index).padStart(3, '0')} CHECK (${check})`);
    database.run(`CREATE TABLE c (${COLUMNS}, ${lines.join(', ')});\n`);
    const told = database.query("SELECT check_clause FROM information_schema.check_constraints WHERE constraint_schema = DATABASE() ORDER BY constraint_name");
    for (const [index, check] of MARIADB_CHECKS.entries()) {
      assert.is(stored.expression(told[index]![0]!.replaceAll('\\\\', '\\')), stored.expression(check), `${check} | ${told[index]}`);
    }
  });

  mariadb('of a default is what was asked for', () => {
    database.run(`CREATE TABLE d (${MARIADB_DEFAULTS.map(([type, value], index) => `c${index} ${type} DEFAULT ${value}`).join(', ')});\n`);
    const told = database.query("SELECT column_default FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'd' ORDER BY ordinal_position");
    for (const [index, [type, value]] of MARIADB_DEFAULTS.entries()) {
      const known = stored.type(type, {});
      assert.is(stored.default(told[index]![0]!.replaceAll('\\\\', '\\'), known), stored.default(value, known), `${type} ${value} | ${told[index]}`);
    }
  });

  mariadb('of a type is what was asked for', () => {
    database.run(`CREATE TABLE t (${MARIADB_TYPES.map((type, index) => `c${index} ${type}`).join(', ')});\n`);
    const told = database.query("SELECT column_type FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 't' ORDER BY ordinal_position");
    for (const [index, type] of MARIADB_TYPES.entries()) assert.is(stored.type(told[index]![0]!, {}), stored.type(type.replace(' NULL', ''), {}), `${type} | ${told[index]}`);
  });
}

postgresql.run();
mariadb.run();
