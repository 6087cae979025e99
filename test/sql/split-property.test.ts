import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECT_NAMES } from '../../src/sql/dialect-name.ts';
import { recognise } from '../../src/sql/recognise.ts';
import { split, splitWithProblems } from '../../src/sql/split.ts';
import { tries } from '../support/scale.ts';
import { anyText, script, statement } from './random-text.ts';

const test = suite('split, for any text');

for (const dialect of DIALECT_NAMES) {
  test(`${dialect}: statements that are joined come back`, () => {
    fc.assert(
      fc.property(script(dialect), statement(dialect), (scripted, last) => {
        const text = scripted.map(({ sql, end }) => sql + end).join('') + last;
        assert.equal(split(text, dialect).map(({ sql }) => sql), [...scripted.map(({ sql }) => sql), last]);
      }),
      tries(300),
    );
  });

  test(`${dialect}: statements are pieces of the text, in order, with their places`, () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { statements, problems } = splitWithProblems(text, dialect, { file: 'a.sql' });
        let from = 0;
        for (const { sql, offset, line, column } of statements) {
          assert.is(text.slice(offset, offset + sql.length), sql);
          assert.ok(offset >= from && sql !== '' && !/^[ \t\n]/.test(sql));
          assert.ok(problems.length > 0 || !/[ \t\n]$/.test(sql));
          const before = text.slice(0, offset).split('\n');
          assert.equal([line, column], [before.length, (before.at(-1)?.length ?? 0) + 1]);
          from = offset + sql.length;
        }
        for (const { place } of problems) assert.ok(place?.line !== undefined && place.line <= text.split('\n').length);
      }),
      tries(1_500),
    );
  });

  test(`${dialect}: a statement alone is the same statement`, () => {
    fc.assert(
      fc.property(statement(dialect), (sql) => {
        const { statements, problems } = splitWithProblems(` -- a\n${sql} /* b */`, dialect);
        assert.equal([statements.map((each) => each.sql), problems], [[sql], []]);
        assert.equal(recognise(sql, dialect).kind, 'query');
      }),
      tries(200),
    );
  });

  test(`${dialect}: every text is recognised as something`, () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.type(recognise(text, dialect).verb, 'string');
      }),
      tries(1_500),
    );
  });
}

test.run();
