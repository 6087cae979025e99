import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compileSql } from '../../src/migrations/compile-sql.ts';
import { parseSqlFacts, parseSqlMigration } from '../../src/migrations/sql-file.ts';
import { opsForDialect } from '../../src/ops/for-dialect.ts';
import { split } from '../../src/sql/split.ts';
import { tries } from '../support/scale.ts';

const HEADER = '-- id: ae10\n-- revises: 1975\n';

const WHOLE = `-- Closes accounts that were never used.
-- id: ae1027a6acf0
-- revises: 1975ea83b712, b2c3
--title:  close: the unused
--
-- branchLabels: billing, audit
-- dependsOn: c4d5

-- migsql:upgrade
UPDATE account SET closed = 1;
-- id: not a header any more
-- migsql:upgrade postgresql, sqlite no-transaction
UPDATE account
SET closed = true;
-- migsql:downgrade mssql
UPDATE account SET closed = 0
GO
-- migsql:downgrade
`;

/** `code line`, in the order of the diagnostics. */
const problemsOf = (text: string): string[] =>
  parseSqlMigration(text, 'm/a.sql').problems.map(({ code, place }) => `${code} ${place?.line}`);

const test = suite('.sql migrations');

test('a whole file', () => {
  const { migration, problems } = parseSqlMigration(WHOLE, 'm/a.sql');
  assert.equal(problems, []);
  const { offsets, sections, ...facts } = migration!;
  assert.equal(facts, {
    id: 'ae1027a6acf0',
    revises: ['1975ea83b712', 'b2c3'],
    title: 'close: the unused',
    branchLabels: ['billing', 'audit'],
    dependsOn: ['c4d5'],
  });
  assert.equal(WHOLE.slice(offsets['revises'], offsets['revises']! + 10), '-- revises');
  assert.equal(sections, [
    {
      direction: 'upgrade',
      dialects: [],
      options: [],
      text: 'UPDATE account SET closed = 1;\n-- id: not a header any more\n',
      line: 10,
    },
    {
      direction: 'upgrade',
      dialects: ['postgresql', 'sqlite'],
      options: ['no-transaction'],
      text: 'UPDATE account\nSET closed = true;\n',
      line: 13,
    },
    {
      direction: 'downgrade',
      dialects: ['mssql'],
      options: [],
      text: 'UPDATE account SET closed = 0\nGO\n',
      line: 16,
    },
    { direction: 'downgrade', dialects: [], options: [], text: '', line: 19 },
  ]);
});

test('facts come from the header alone', () => {
  const { facts, problems } = parseSqlFacts(`${WHOLE}-- migsql:nonsense\n`, 'm/a.sql');
  assert.equal(problems, []);
  assert.equal([facts?.id, facts?.revises], ['ae1027a6acf0', ['1975ea83b712', 'b2c3']]);
});

test('a base revision revises base, or nothing', () => {
  for (const line of ['-- revises: base', '-- revises:', '--revises :  ']) {
    const { facts } = parseSqlFacts(`-- id: a\n${line}\n-- migsql:upgrade\n`, 'a.sql');
    assert.equal(facts?.revises, [], line);
  }
});

test('lists are empty and the title is absent where they are not given', () => {
  const { facts } = parseSqlFacts(HEADER, 'a.sql');
  assert.equal([facts?.branchLabels, facts?.dependsOn, facts && 'title' in facts], [[], [], false]);
});

/** The line of the section that a dialect runs, as the compiled migration has it. */
function lineOf(text: string, direction: 'upgrade' | 'downgrade', dialect: 'sqlite' | 'mssql'): number | undefined {
  const path = { path: '/m/a.sql', file: 'm/a.sql', kind: 'sql' } as const;
  const { migration } = compileSql({ ...path, ...parseSqlFacts(text, 'm/a.sql').facts!, text, sha256: '' });
  const ops = migration![direction];
  if (ops === 'reversed' || 'irreversible' in ops) return undefined;
  const [op] = opsForDialect(ops, dialect);
  assert.is(op?.op ?? 'execute', 'execute');
  return op?.origin?.line;
}

test('a dialect takes its own section, or the one for all others', () => {
  assert.equal([lineOf(WHOLE, 'upgrade', 'sqlite'), lineOf(WHOLE, 'upgrade', 'mssql')], [13, 10]);
  assert.equal([lineOf(WHOLE, 'downgrade', 'sqlite'), lineOf(WHOLE, 'downgrade', 'mssql')], [19, 16]);
  const upgradeOnly = `${HEADER}-- migsql:upgrade mssql\n`;
  assert.is(lineOf(upgradeOnly, 'upgrade', 'sqlite'), undefined);
  assert.is(lineOf(upgradeOnly, 'downgrade', 'mssql'), undefined);
});

test('a section begins at its line in the file', () => {
  const { sections } = parseSqlMigration(WHOLE, 'm/a.sql').migration!;
  const section = sections.find(({ line }) => line === 13)!;
  const [statement] = split(section.text, 'sqlite', { file: 'm/a.sql', line: section.line });
  assert.equal(statement?.line, 13);
  assert.equal(WHOLE.split('\n')[13 - 1], 'UPDATE account');
});

test('a byte order mark and CRLF make no difference', () => {
  const plain = parseSqlMigration(WHOLE, 'm/a.sql').migration!;
  const windows = parseSqlMigration(`\ufeff${WHOLE.replaceAll('\n', '\r\n')}`, 'm/a.sql').migration!;
  const { offsets: _plain, ...expected } = plain;
  const { offsets: _windows, ...actual } = windows;
  assert.equal(actual, expected);
});

test('irreversible stands in place of a downgrade', () => {
  const text = `${HEADER}-- migsql:upgrade\n-- migsql:irreversible values are lost\n\n-- so\n`;
  const { migration } = parseSqlMigration(text, 'a.sql');
  assert.equal(migration?.irreversible, { reason: 'values are lost', line: 4 });
});

test('all problems of a file are found at once, sorted', () => {
  const text = `-- id: a b
-- Revises: x
-- note: something
-- id: again
-- migsql:upgrade
-- migsql:upgrade postgres
-- migsql:upgrad
-- migsql:upgrade no-transactions
-- migsql:irreversible
SELECT 1;
-- migsql:downgrade
`;
  assert.equal(problemsOf(text), [
    'invalid-header 1',
    'missing-header 1',
    'unknown-header 2',
    'unknown-header 3',
    'invalid-header 4',
    'duplicate-section 6',
    'unknown-section-word 6',
    'unknown-section 7',
    'duplicate-section 8',
    'unknown-section-word 8',
    'irreversible-and-downgrade 9',
    'irreversible-without-reason 9',
    'text-after-irreversible 10',
  ]);
});

const ONE_PROBLEM: readonly (readonly [text: string, problem: string])[] = [
  ['', 'empty-migration-file 1'],
  ['\ufeff \r\n\n', 'empty-migration-file 1'],
  [HEADER, 'missing-section 1'],
  ['-- id: a\n-- migsql:upgrade\n', 'missing-header 1'],
  ['-- revises: a\n-- migsql:upgrade\n', 'missing-header 1'],
  ['-- id:\n-- revises: a\n-- migsql:upgrade\n', 'invalid-header 1'],
  ['-- id: a\n-- revises: a,,b\n-- migsql:upgrade\n', 'invalid-header 2'],
  ['-- id: a\n-- revises: base, b\n-- migsql:upgrade\n', 'invalid-header 2'],
  ['-- id: a\n-- revises: b c\n-- migsql:upgrade\n', 'invalid-header 2'],
  [`${HEADER}\nSELECT 1;\nSELECT 2;\n-- migsql:upgrade\n`, 'text-before-section 4'],
  [`${HEADER}/* a */\n-- migsql:upgrade\n`, 'text-before-section 3'],
  [`${HEADER}-- migsql:downgrade\n`, 'missing-section 1'],
  [`${HEADER}-- migsql:upgrade\n-- migsql:upgrade mysql\n-- migsql:upgrade sqlite mysql\n`, 'duplicate-section 5'],
  [`${HEADER}-- migsql:upgrade mysql, mysql\n`, 'duplicate-section 3'],
  [`${HEADER}-- migsql:upgrade\n-- migsql:irreversible a\n-- migsql:irreversible b\n`, 'duplicate-section 5'],
  [`${HEADER}-- migsql:\n-- migsql:upgrade\n`, 'unknown-section 3'],
  [`${HEADER}-- migsql:upgrade PostgreSQL\n`, 'unknown-section-word 3'],
];

for (const [text, problem] of ONE_PROBLEM) {
  test(`${JSON.stringify(text.replace(HEADER, '… '))}: ${problem}`, () => {
    const { migration, problems } = parseSqlMigration(text, 'm/a.sql');
    assert.is(migration, undefined);
    assert.equal(problemsOf(text), [problem]);
    assert.ok(problems.every(({ hint, place }) => hint && place?.file === 'm/a.sql'));
  });
}

test('a typing error gets a suggestion', () => {
  const { problems } = parseSqlMigration('-- id: a\n-- revise: b\n-- migsql:upgrade postgres\n', 'a.sql');
  const hints = problems.map(({ hint }) => hint);
  assert.ok(hints.some((hint) => hint?.includes('revises')));
  assert.ok(hints.some((hint) => hint?.includes('postgresql')));
});

const pieces = fc.constantFrom(
  ...['-- id: a', '-- revises: base', '-- id:', '-- x: y', '-- migsql:upgrade', '-- migsql:downgrade mysql'],
  ...['-- migsql:', '--migsql:irreversible', '-- migsql:upgrade x, no-transaction'],
  ...['SELECT 1;', "'", '', ' ', '\ufeff', '\r', '--'],
);

test('any text gives a migration or problems, and its sections are pieces of it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 12 }), (lines) => {
      const text = lines.join('\n');
      const { migration, problems } = parseSqlMigration(text, 'a.sql');
      assert.is(migration === undefined, problems.length > 0);
      const all = text.replaceAll('\r\n', '\n').split('\n');
      for (const { text: part, line } of migration?.sections ?? []) {
        const content = part.replace(/\n$/, '').split('\n');
        assert.equal(all.slice(line - 1, line - 1 + content.length), part === '' && line > all.length ? [] : content);
      }
    }),
    tries(2_000),
  );
});

test.run();
