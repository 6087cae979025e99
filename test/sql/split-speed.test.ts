import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { splitWithProblems } from '../../src/sql/split.ts';

const test = suite('split: speed');

/** Of processor time, which other processes do not lengthen. */
function milliseconds(text: string, dialect: DialectName): number {
  const started = process.cpuUsage();
  splitWithProblems(text, dialect);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

test('a megabyte of 20,000 statements takes well below a second', () => {
  const text = "INSERT INTO account (id, name) VALUES (12, 'it''s');\n".repeat(20_000);
  for (const dialect of DIALECT_NAMES) {
    assert.ok(Math.min(...[1, 2].map(() => milliseconds(text, dialect))) < 700, dialect);
  }
});

/** Anything quadratic would take minutes for these. */
test('no text takes more than linear time', () => {
  const quotes = ["''''", '$a', '/*!', '/*', '--'];
  const lines = ['\\\n', 'GO\n', '/\n', 'DELIMITER $$\n', 'COPY t FROM stdin;\n'];
  const pieces = [...quotes, ...lines, '((((', 'a b; '];
  for (const dialect of DIALECT_NAMES) {
    for (const piece of pieces) {
      const taken = milliseconds(piece.repeat(Math.ceil(60_000 / piece.length)), dialect);
      assert.ok(taken < 1_000, `${dialect} takes ${taken} ms for ${JSON.stringify(piece)}`);
    }
  }
});

test.run();
