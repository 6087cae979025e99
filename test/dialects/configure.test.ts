/** A dialect for an oldest server, and for a way of quoting. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { configured, displayServer, serverVersion } from '../../src/dialects/configure.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { writeTable } from '../../src/dialects/write.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';

const test = suite('configured');
const read = (dialect: DialectName, text: string): unknown => serverVersion(DIALECTS[dialect], text);
const flawOf = (dialect: DialectName, text: string): string => (read(dialect, text) as { flaw?: string }).flaw ?? 'none';

test('a version as the database numbers it', () => {
  assert.equal(read('postgresql', '15'), [15]);
  assert.equal(read('postgresql', '15.4'), [15, 4]);
  assert.equal(read('mysql', '8.4.1'), [8, 4, 1]);
  assert.equal(read('mssql', '16'), [16]);
  assert.equal(read('oracle', '19'), [19]);
  assert.equal(read('sqlite', '3.45.2'), [3, 45, 2]);
});
test('a line of versions is the oldest of it that migsql writes for', () => {
  assert.equal(read('mysql', '8.0'), [8, 0, 19]);
  assert.equal(read('mysql', '8'), [8, 0, 19]);
  assert.equal(read('mysql', '8.4'), [8, 4]);
  assert.equal(read('mariadb', '10.6'), [10, 6, 9]);
  assert.equal(read('mariadb', '10.11'), [10, 11]);
  assert.equal(read('sqlite', '3'), [3, 22]);
  assert.equal(read('oracle', '11'), [11, 2]);
  assert.match(flawOf('mysql', '8.0.0'), /^is older than/);
  assert.match(flawOf('mariadb', '10.6.8'), /^is older than/);
});
test('Oracle as people call it', () => {
  const written = ['11g', '11gR2', '12c', '12cR1', '12cR2', '12c R2', '18c', '19c', '19C', '21c', '23ai', '23.7'];
  assert.equal(written.map((text) => read('oracle', text)), [
    [11, 2], [11, 2], [12], [12, 1], [12, 2], [12, 2], [18], [19], [19], [21], [23], [23, 7],
  ]);
  for (const text of ['19x', '19ai1', 'c19', '12cR3']) assert.match(flawOf('oracle', text), /^is no version of Oracle/, text);
  assert.match(flawOf('oracle', '11gR1'), /^is older than Oracle.* 11\.2/);
  assert.match(flawOf('oracle', '10g'), /^is older than/);
});
test('SQL Server by its years, there and back', () => {
  const years = ['2016', '2017', '2019', '2022', '2025'];
  assert.equal(years.map((year) => read('mssql', year)), [[13], [14], [15], [16], [17]]);
  assert.equal(years.map((server) => displayServer(configured(DIALECTS.mssql, { server }))), years);
});
test('what is too old, or is no version', () => {
  assert.is(flawOf('postgresql', '9.6'), 'is older than PostgreSQL 13, the oldest that migsql writes for');
  for (const [dialect, text] of [['mysql', '8.0.18'], ['mysql', '5.7'], ['mssql', '12'], ['mariadb', '10.5']] as const) {
    assert.match(flawOf(dialect, text), /^is older than/, `${dialect} ${text}`);
  }
  for (const [dialect, text] of [
    ['mssql', '2014'], ['mssql', '2018'], ['mssql', '2019 '], ['postgresql', 'latest'], ['postgresql', ''], ['oracle', 'toString'],
  ] as const) {
    assert.match(flawOf(dialect, text), new RegExp(`^is no version of ${DIALECTS[dialect].title}`), `${dialect} ${text}`);
  }
  assert.throws(() => configured(DIALECTS.mysql, { server: '7' }), /'7' is older than MySQL/);
});
test("quotes around every name leave its meaning: Oracle reads t as T, and \"t\" would be another table", () => {
  const [plain, mixed, reserved] = [{ name: 't' }, { name: 'Total' }, { name: 'order' }];
  const oracle = configured(DIALECTS.oracle, { quoting: 'always' });
  assert.equal([plain, mixed, reserved].map((name) => writeTable(oracle, name)), ['"T"', '"Total"', '"order"']);
  const versions = oracle.createVersionTable({ name: 'migsql_version' }, oracle).map(({ sql }) => sql).join();
  assert.match(versions, /"MIGSQL_VERSION"/);
  assert.not(/"migsql_version"|"revision"/.test(versions), versions);
  for (const dialect of ['postgresql', 'sqlite'] as const) {
    assert.is(writeTable(configured(DIALECTS[dialect], { quoting: 'always' }), plain), '"t"');
  }
});
test('the dialect is another record; the given one stays', () => {
  const table = { schema: 'app', name: 'order' };
  const { server } = DIALECTS.oracle;
  const always = configured(DIALECTS.oracle, { server: '19', quoting: 'always' });
  assert.equal([always.server, DIALECTS.oracle.server], [[19], server]);
  assert.equal([writeTable(always, table), writeTable(DIALECTS.oracle, table)], ['"APP"."order"', 'app."order"']);
  assert.equal(configured(DIALECTS.oracle, {}), DIALECTS.oracle);
});
test.run();
