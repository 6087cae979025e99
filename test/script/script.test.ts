import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Plan, Statement, TransactionMode } from '../../src/plan/index.ts';
import { commentText } from '../../src/script/comment.ts';
import { renderScript } from '../../src/script/index.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';

const statement = (sql: string, more: Partial<Statement> = {}): Statement => ({
  sql,
  origin: { kind: 'op', op: 'execute', description: 'execute SQL', file: 'migrations/a.ts', line: 7 },
  kind: 'data',
  transactional: true,
  compound: false,
  ...more,
});

interface Asked {
  readonly statements?: readonly Statement[];
  readonly title?: string;
  readonly transaction?: TransactionMode;
  readonly transactional?: boolean;
}

function planOf(dialect: DialectName, { statements = [statement('SELECT 1')], ...asked }: Asked = {}): Plan {
  const { title = 'first', transaction = 'script', transactional = true } = asked;
  return {
    dialect,
    server: '9',
    from: [],
    to: ['a1'],
    transaction,
    versionTable: { name: 'migsql_version' },
    lineage: { appliedBy: (id) => [id], prerequisites: () => [], known: () => ['a1'] },
    steps: [
      {
        revision: 'a1',
        direction: 'upgrade',
        title,
        file: 'migrations/a.ts',
        sha256: '0'.repeat(64),
        imports: [{ file: 'migrations/_rows.json', sha256: '1'.repeat(64) }],
        headsBefore: [],
        headsAfter: ['a1'],
        versionChanges: [{ kind: 'insert', id: 'a1' }],
        blocks: [{ transactional, statements }],
      },
    ],
  };
}

const text = (dialect: DialectName, asked?: Asked): string => [...renderScript(planOf(dialect, asked))].join('');
/** What follows the comment of the first step. */
const body = (dialect: DialectName, asked?: Asked): string => text(dialect, asked).split('\n-- migrations/a.ts:7\n')[1]!;

const header = suite('header');
for (const dialect of DIALECT_NAMES) {
  header(`${dialect}: comments name range, steps, sources and how to run it; no other line stands above the settings`, () => {
    const lines = text(dialect).split('\n');
    assert.match(lines[0]!, /^-- migsql \d+\.\d+\.\d+: upgrade script for /);
    for (const line of ['-- from    base', '-- to      a1', '-- steps   1', `--   ${'0'.repeat(64)}  migrations/a.ts`, `--   ${'1'.repeat(64)}  migrations/_rows.json`]) {
      assert.ok(lines.includes(line), line);
    }
    assert.match(text(dialect), /\n-- run     \S+ .*FILE/);
  });
  header(`${dialect}: bytes`, () => {
    const script = text(dialect);
    assert.not(script.startsWith('\ufeff'));
    assert.not(script.includes('\r'));
    assert.match(script, /[^\n]\n$/);
  });
}
header('says what of it is atomic', () => {
  assert.match(text('postgresql'), /\n-- atomic {2}YES: one transaction/);
  assert.match(text('postgresql', { transaction: 'revision' }), /\n-- atomic {2}NO: each revision/);
  assert.match(text('postgresql', { transaction: 'none' }), /\n-- atomic {2}NO: each statement/);
  assert.match(text('postgresql', { transactional: false }), /\n-- atomic {2}NO: 1 part must run outside a transaction/);
  for (const dialect of ['mysql', 'mariadb', 'oracle'] as const) {
    assert.match(text(dialect), /\n-- atomic {2}NO: .* commits each schema change at once/);
  }
});
header.run();

const separators = suite('separators of the client');
separators('one statement in a transaction', () => {
  const inOrder = (dialect: DialectName, ...parts: readonly string[]): void => {
    let at = 0;
    for (const part of parts) {
      const found = body(dialect).indexOf(part, at);
      assert.ok(found >= 0, `${dialect}: ${part}`);
      at = found + part.length;
    }
  };
  inOrder('postgresql', '\nBEGIN;\n', '\nSELECT 1;\n', 'COMMIT;\n');
  inOrder('sqlite', 'BEGIN IMMEDIATE;\n', 'SELECT 1;\n', 'COMMIT;\n');
  inOrder('mysql', '\nSTART TRANSACTION;\n', 'SELECT 1;\n', "'COMMIT'", '\nROLLBACK;\n');
  inOrder('mariadb', '\nSTART TRANSACTION;\n', 'SELECT 1;\n', "'COMMIT'", '\nROLLBACK;\n');
  inOrder('oracle', 'SELECT 1;\n', 'COMMIT;\n');
  inOrder('mssql', 'BEGIN TRANSACTION;\n', 'SELECT 1;\nGO\n', 'COMMIT TRANSACTION;\n');
});
separators('a text with terminators of its own', () => {
  const asked = { statements: [statement('BEGIN x; END', { compound: true })], transactional: false };
  const holds = (dialect: DialectName, part: string): void => assert.ok(body(dialect, asked).includes(part), body(dialect, asked));
  holds('mysql', 'DELIMITER $$\nBEGIN x; END$$\nDELIMITER ;\n');
  holds('oracle', 'BEGIN x; END\n/\n');
  holds('mssql', 'BEGIN x; END;\nGO\n');
  const block = { statements: [statement('DO $$ BEGIN x; END $$', { compound: true })], transactional: false };
  assert.ok(body('postgresql', block).includes('DO $$ BEGIN x; END $$;\n'));
});
separators('a delimiter is one that the text does not hold', () => {
  const asked = { statements: [statement("BEGIN SELECT '$$'; SELECT '$$$'; END", { compound: true })], transactional: false };
  assert.match(body('mariadb', asked), /\nDELIMITER \$\$\$\$\n.*END\$\$\$\$\nDELIMITER ;\n/);
});
separators('statements are written as they are', () => {
  const sql = "SELECT '{{x}} &amp; <b> \"q\" \\ $& '' {{{', 1\n  FROM t";
  assert.ok(body('postgresql', { statements: [statement(sql)] }).includes(`${sql};\n`));
});
separators.run();

const comments = suite('comments');
comments('are one line of ASCII that no client takes for anything else', () => {
  assert.is(commentText('plain title'), 'plain title');
  assert.is(commentText('two\r\nlines\tand a tab'), 'two lines and a tab');
  assert.is(commentText('Größe – 10 €'), 'Grosse ? 10 ?'.replace('Grosse', 'Gro?e'));
  assert.is(commentText('cost $(HOME) & co'), 'cost $ (HOME) + co');
  assert.is(commentText('ends;'), 'ends');
  assert.is(commentText('goes on -'), 'goes on');
  assert.is(commentText('\u2028GO\u2029'), ' GO'.trimEnd());
  assert.is(commentText(''), '');
});
comments('a title cannot leave its line', () => {
  const script = text('postgresql', { title: 'x\nDROP TABLE t;\n\\! rm' });
  assert.ok(script.includes('-- 1/1 upgrade a1: x DROP TABLE t; \\! rm\n'));
});
comments.run();
