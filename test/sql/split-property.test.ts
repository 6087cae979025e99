import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECT_NAMES } from '../../src/sql/dialect-name.ts';
import { recognise } from '../../src/sql/recognise.ts';
import { isCommentOnly, isSingleStatement, stripTerminator } from '../../src/sql/single-statement.ts';
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
        assert.ok(isSingleStatement(sql, dialect));
        assert.is(stripTerminator(` -- a\n${sql} /* b */`, dialect), sql);
        assert.not(isCommentOnly(sql, dialect));
        assert.equal(recognise(sql, dialect).kind, 'query');
      }),
      tries(200),
    );
  });

  test(`${dialect}: every text is recognised as something`, () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.type(recognise(text, dialect).verb, 'string');
        const { statements, problems } = splitWithProblems(text, dialect);
        if (isCommentOnly(text, dialect)) assert.is(statements.length, 0);
        assert.ok(text.includes(stripTerminator(text, dialect)));
        if (isSingleStatement(text, dialect)) assert.equal([statements.length, problems.length], [1, 0]);
      }),
      tries(1_500),
    );
  });
}

test.run();
