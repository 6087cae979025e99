import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MigsqlError } from '../../src/errors.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { split, splitWithProblems } from '../../src/sql/split.ts';

const test = suite('split: problems');

/** Texts that are not right, and the problems that they have: code, line and column. */
const WRONG: readonly (readonly [dialect: DialectName, text: string, ...problems: string[]])[] = [
  ['postgresql', "SELECT 1;\n SELECT 'a; SELECT 2", 'unclosed-text 2:9'],
  ['postgresql', 'SELECT $a$ ; $b$', 'unclosed-text 1:8'],
  ['postgresql', 'SELECT "a', 'unclosed-text 1:8'],
  ['postgresql', 'SELECT (1 /* /* */ ;', 'unclosed-text 1:11'],
  ['postgresql', 'SELECT 1;\nSELECT (2;\nSELECT 3', 'unclosed-block 2:8'],
  ['postgresql', 'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;', 'unclosed-block 1:33'],
  ['postgresql', 'COPY t FROM stdin;\n1', 'unclosed-block 1:1'],
  ['postgresql', 'COPY t FROM stdin', 'unclosed-block 1:1'],
  ['postgresql', 'COPY t FROM stdin; SELECT 1;\n1\n\\.', 'invalid-client-line 1:19'],
  ['postgresql', '\\set a 1\nSELECT 1 \\gexec\n;', 'client-command 1:1', 'client-command 2:10'],
  ['postgresql', 'SELECT 1;\\i x', 'client-command 1:10'],
  ['mysql', "SELECT 'a\\'", 'unclosed-text 1:8'],
  ['mysql', 'SELECT `a', 'unclosed-text 1:8'],
  ['mysql', 'SELECT 1 /* a', 'unclosed-text 1:10'],
  ['mysql', 'SELECT 1 /*!40000 a', 'unclosed-text 1:10'],
  ['mysql', 'DELIMITER //\nCREATE PROCEDURE p() BEGIN END;\nDELIMITER ;\nSELECT 1;', 'unclosed-block 2:1'],
  ['mysql', 'DELIMITER\nDELIMITER \\\\\nSELECT 1', 'invalid-client-line 1:1', 'invalid-client-line 2:1'],
  ['mysql', 'CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END;', 'unclosed-block 1:22'],
  ['mysql', 'use shop\nSELECT 1;\nsource x.sql', 'client-command 1:1', 'client-command 3:1'],
  ['mysql', 'SELECT 1; \\! rm x', 'client-command 1:11'],
  ['mssql', "SELECT 'a\nGO\n", 'unclosed-text 1:8'],
  ['mssql', 'SELECT [a]]', 'unclosed-text 1:8'],
  ['mssql', 'SELECT 1\nGO;\nSELECT 2\nGO 0', 'invalid-client-line 2:1', 'invalid-client-line 4:1'],
  ['mssql', 'SELECT 3\nGO SELECT 4', 'invalid-client-line 2:1'],
  ['mssql', ':setvar a 1\nSELECT 1\n:r x.sql\n!!dir', 'client-command 1:1', 'client-command 3:1', 'client-command 4:1'],
  ['oracle', "SELECT q'[a] FROM dual;", 'unclosed-text 1:8'],
  ['oracle', 'SELECT 1 FROM dual;\n/\n', 'invalid-client-line 2:1'],
  ['oracle', "SET DEFINE OFF\nPROMPT it's\nSELECT 1 FROM dual;", 'client-command 1:1', 'client-command 2:1'],
  ['oracle', 'SELECT 1 FROM dual;\n@x.sql', 'client-command 2:1'],
  ['sqlite', 'SELECT [a', 'unclosed-text 1:8'],
  ['sqlite', 'CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2;', 'unclosed-block 1:1'],
  ['sqlite', '.bail on\nSELECT 1;\n.read x', 'client-command 1:1', 'client-command 3:1'],
];

for (const [dialect, text, ...expected] of WRONG) {
  test(`${dialect}: ${JSON.stringify(text).slice(0, 70)} is not right`, () => {
    const { problems } = splitWithProblems(text, dialect, { file: 'a.sql' });
    assert.equal(problems.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`), expected);
    assert.ok(problems.every(({ hint, place }) => hint && place?.file === 'a.sql'));
  });
}

test('split throws all problems at once', () => {
  try {
    split('\\set a\n\\set b', 'postgresql', { file: 'a.sql', line: 7 });
    assert.unreachable();
  } catch (error) {
    assert.instance(error, MigsqlError);
    assert.equal((error as MigsqlError).diagnostics.map(({ place }) => place?.line), [7, 8]);
  }
});

test.run();
