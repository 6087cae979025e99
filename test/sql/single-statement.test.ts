import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { isCommentOnly, isSingleStatement, stripTerminator } from '../../src/sql/single-statement.ts';

const test = suite('a single statement');

const MERGE = 'MERGE t USING s ON 1 = 1 WHEN MATCHED THEN DELETE;';

const SINGLE: readonly (readonly [DialectName, text: string, stripped: string])[] = [
  ['postgresql', 'SELECT 1', 'SELECT 1'],
  ['postgresql', ' SELECT 1 ; ; -- done', 'SELECT 1'],
  ['postgresql', 'DO $$ BEGIN NULL; END; $$;', 'DO $$ BEGIN NULL; END; $$'],
  ['mysql', 'CREATE PROCEDURE p() BEGIN SELECT 1; END;', 'CREATE PROCEDURE p() BEGIN SELECT 1; END'],
  ['mysql', 'DELIMITER //\nSELECT 1; //', 'SELECT 1'],
  ['mssql', 'MERGE t USING s ON 1 = 1 WHEN MATCHED THEN DELETE;\nGO', MERGE],
  ['oracle', 'SELECT 1 FROM dual;', 'SELECT 1 FROM dual'],
  ['oracle', 'BEGIN NULL; END;\n/\n', 'BEGIN NULL; END;'],
  ['sqlite', '-- a\nSELECT \';\';', "SELECT ';'"],
];

for (const [dialect, text, stripped] of SINGLE) {
  test(`${dialect}: ${JSON.stringify(text)}`, () => {
    assert.ok(isSingleStatement(text, dialect));
    assert.is(stripTerminator(text, dialect), stripped);
    assert.not(isCommentOnly(text, dialect));
  });
}

const OTHERS: readonly (readonly [DialectName, string])[] = [
  ['postgresql', ''],
  ['postgresql', '-- nothing'],
  ['postgresql', 'SELECT 1; SELECT 2'],
  ['postgresql', "SELECT 'a"],
  ['postgresql', 'SELECT (1'],
  ['postgresql', 'COPY t FROM stdin;\n1\n\\.\n'],
  ['mssql', 'SELECT 1\nGO 2'],
  ['oracle', 'SELECT 1 FROM dual; SELECT 2 FROM dual;'],
];

for (const [dialect, text] of OTHERS) {
  test(`${dialect}: ${JSON.stringify(text)} is none`, () => {
    assert.not(isSingleStatement(text, dialect));
    assert.is(stripTerminator(text, dialect), text);
  });
}

test('comments alone', () => {
  assert.ok(isCommentOnly(' -- a\n/* b; /* c */ */ ', 'postgresql'));
  assert.ok(isCommentOnly('# a;', 'mysql'));
  assert.not(isCommentOnly('# a;', 'postgresql'));
  assert.not(isCommentOnly('/*! SET a = 1 */', 'mysql'));
});

test.run();
