/** Large and hostile texts: were anything quadratic, these would run into the runner's guard. Times are in `bench/`. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECT_NAMES } from '../../src/sql/dialect-name.ts';
import { splitWithProblems } from '../../src/sql/split.ts';

const test = suite('split: large texts');

test('a megabyte of 20,000 statements', () => {
  const text = "INSERT INTO account (id, name) VALUES (12, 'it''s');\n".repeat(20_000);
  for (const dialect of DIALECT_NAMES) {
    const { statements, problems } = splitWithProblems(text, dialect);
    assert.is(statements.length, dialect === 'mssql' ? 1 : 20_000, dialect);
    assert.equal(problems, [], dialect);
  }
});

test('what opens and never closes, over and over', () => {
  const quotes = ["''''", '$a', '/*!', '/*', '--'];
  const lines = ['\\\n', 'GO\n', '/\n', 'DELIMITER $$\n', 'COPY t FROM stdin;\n'];
  for (const dialect of DIALECT_NAMES) {
    for (const piece of [...quotes, ...lines, '((((', 'a b; ']) {
      const { statements } = splitWithProblems(piece.repeat(Math.ceil(60_000 / piece.length)), dialect);
      assert.ok(statements.length <= 60_000, `${dialect} ${JSON.stringify(piece)}`);
    }
  }
});

test.run();
