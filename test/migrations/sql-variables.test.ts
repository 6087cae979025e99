/** Variables in `.sql` migrations: where `:{name}` is one, where it is left alone, and where it is refused with its place. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compileSql } from '../../src/migrations/compile-sql.ts';
import { factsIn, type MigrationFile } from '../../src/migrations/load.ts';
import type { Execute } from '../../src/ops/execute.ts';
import { opsForDialect } from '../../src/ops/for-dialect.ts';
import type { Part } from '../../src/sql/fragment.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';

const HEADER = '-- id: a1\n-- revises: base\n-- variables: region, batch\n';

function compiled(text: string): ReturnType<typeof compileSql> {
  const { facts } = factsIn({ kind: 'sql', file: 'm/a.sql' }, text);
  return compileSql({ ...facts, kind: 'sql', file: 'm/a.sql', text } as MigrationFile);
}

/** The parts of a statement in a section for these dialects, as one of them has it. */
function partsOf(sql: string, dialect: DialectName = 'postgresql', section = ''): readonly Part[] {
  const { migration, problems } = compiled(`${HEADER}-- migsql:upgrade ${section}\n${sql}\n-- migsql:irreversible no\n`);
  assert.equal(problems, []);
  const [op] = opsForDialect(migration!.upgrade, dialect) as readonly Execute[];
  const [first] = op!.sql.sql;
  return typeof first === 'object' && 'forDialect' in first ? (first.forDialect[dialect]?.sql ?? []) : op!.sql.sql;
}

const BOTH = 'SELECT :{region}, :{batch}';

/** `5:8 reason` of each; both variables are named, so that none is unused. */
const flawsOf = (sql: string, section = ''): readonly string[] =>
  compiled(`${HEADER}-- migsql:upgrade ${section}\n${sql};\n${BOTH}\n-- migsql:irreversible no\n`).problems.map(({ code, details, place }) =>
    code === 'invalid-sql-variable' ? `${place?.line}:${place?.column} ${(details as { reason: string }).reason}` : code,
  );

const test = suite('variables of .sql migrations');

test('are parts wherever a literal may stand', () => {
  assert.equal(partsOf('UPDATE t SET a = :{region} WHERE b IN (:{batch},:{batch});'), [
    'UPDATE t SET a = ', { variable: 'region' }, ' WHERE b IN (', { variable: 'batch' }, ',', { variable: 'batch' }, ');\n',
  ]);
  assert.equal(partsOf(':{region}\n:{batch}', 'sqlite'), [{ variable: 'region' }, '\n', { variable: 'batch' }, '\n']);
  for (const dialect of DIALECT_NAMES) assert.equal(partsOf(BOTH, dialect), ['SELECT ', { variable: 'region' }, ', ', { variable: 'batch' }, '\n'], dialect);
});

test('are left alone in comments, in rows behind COPY, and where no name of theirs stands within quotes', () => {
  for (const text of ['-- :{region}\nSELECT 1', 'SELECT 1 /* :{region} :{nosuch} */', `SELECT '{"a":{"b":1}} :{other}', ":{x}", ':{ region }'`]) {
    assert.equal(partsOf(`${text};\n${BOTH}`), [`${text};\nSELECT `, { variable: 'region' }, ', ', { variable: 'batch' }, '\n']);
  }
  const copied = "COPY t FROM STDIN;\n:{region}\tit's\n\\.\n";
  assert.equal(partsOf(`${copied}${BOTH}`, 'postgresql', 'postgresql').length, 5);
});

test('are read as each database reads the text', () => {
  const text = `SELECT 1 # :{region}\n;\n${BOTH}`;
  assert.is(partsOf(text, 'mysql').filter((part) => typeof part === 'object').length, 2);
  assert.is(partsOf(text, 'postgresql').filter((part) => typeof part === 'object').length, 3);
  assert.equal(flawsOf("SELECT 'it\\'s :{region}'", 'mysql'), ['5:15 quoted']);
});

test('are refused with their places, all of them', () => {
  for (const [sql, expected] of [
    ["SELECT ':{region}'", ['5:9 quoted']],
    ['SELECT ":{region}"', ['5:9 quoted']],
    ['SELECT $$a :{batch} :{x}$$', ['5:12 quoted']],
    ['SELECT :{regoin},\n:{nosuch}', ['5:8 unknown', '6:1 unknown']],
    ['SELECT E:{region}', ['5:9 glued']],
    ["SELECT 'a':{region}", ['5:11 glued']],
    ["SELECT :{region}'a'", ['5:8 glued']],
    ['SELECT :{region}x', ['5:8 glued']],
    ['SELECT 1:{batch}, 1.:{batch}', ['5:9 glued', '5:21 glued']],
    ['SELECT :{region}:{batch}', []],
    ['SELECT :{ region }, :{', ['5:8 malformed', '5:21 malformed']],
  ] as const) {
    assert.equal(flawsOf(sql, 'postgresql'), expected, sql);
  }
});

test('that are not named anywhere are told, and so is a name that is none', () => {
  const { problems } = compiled(`${HEADER}-- migsql:upgrade\nSELECT :region, ':{x}';\n-- migsql:downgrade\nSELECT :{batch};\n`);
  assert.equal(problems.map(({ code, place }) => `${code} ${place?.line}`), ['unused-sql-variable 3']);
  const { problems: wrong } = factsIn({ kind: 'sql', file: 'a' }, '-- id: a\n-- revises: base\n-- variables: a-b, c\n-- migsql:upgrade\n');
  assert.equal(wrong.map(({ message }) => message), ["'variables' has an entry that is no name of a variable: use letters, digits and _"]);
});

test('a file that declares none stays as it is', () => {
  const text = "SELECT :{region}, ':{region}', E:{x};\n";
  const { migration } = compiled(`-- id: a1\n-- revises: base\n-- migsql:upgrade\n${text}-- migsql:irreversible no\n`);
  const [op] = opsForDialect(migration!.upgrade, 'oracle') as readonly Execute[];
  assert.equal(op!.sql, { sql: [text] });
});

test.run();
