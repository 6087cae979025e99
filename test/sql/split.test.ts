import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { split } from '../../src/sql/split.ts';
import { ROUTINES } from './routines.ts';
import { CASES } from './split-cases.ts';

const texts = (text: string, dialect: DialectName): string[] => split(text, dialect).map(({ sql }) => sql);

const test = suite('split');

for (const dialect of DIALECT_NAMES) {
  for (const [text, ...statements] of CASES[dialect]) {
    test(`${dialect}: ${JSON.stringify(text).slice(0, 90)}`, () => {
      assert.equal(texts(text, dialect), statements);
    });
  }
}

for (const dialect of ['mysql', 'mariadb'] as const) {
  test(`${dialect}: every kind of routine and block, without DELIMITER`, () => {
    assert.equal(texts(`${ROUTINES.join(';\n')};\nSELECT 1`, dialect), [...ROUTINES, 'SELECT 1']);
  });
}

test('a statement has its place, its comment, and says whether it holds semicolons', () => {
  const text =
    '-- first\n/* of all */ SELECT 1; -- behind\n' +
    '  -- above\nCREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2);';
  const rule = text.indexOf('CREATE');
  assert.equal(split(text, 'postgresql'), [
    { sql: 'SELECT 1', offset: 22, compound: false, comment: '-- first\n/* of all */', line: 2, column: 14 },
    { sql: text.slice(rule, -1), offset: rule, compound: true, comment: '-- above', line: 4, column: 1 },
  ]);
});

test('a line for the client parts a comment from the statement below it', () => {
  const comments = (text: string, dialect: DialectName): (string | undefined)[] =>
    split(text, dialect).map(({ comment }) => comment);
  assert.equal(comments('-- a\nDELIMITER //\n-- b\nSELECT 1//\n-- c\nSELECT 2//', 'mysql'), ['-- b', '-- c']);
  assert.equal(comments('-- a\n;\n-- b\nSELECT 1\n-- c\nGO\nSELECT 2', 'mssql'), ['-- b', undefined]);
  assert.equal(comments('-- a\nREM b\nSELECT 1 FROM dual;', 'oracle'), [undefined]);
});

test('lines count from the place of the text in its file', () => {
  const [first, second] = split('\nSELECT 1;\n\n SELECT 2', 'sqlite', { file: 'a.sql', line: 10 });
  assert.equal([first?.line, first?.column, second?.line, second?.column], [11, 1, 13, 2]);
});

test('GO with a count repeats its batch', () => {
  const batches = split('INSERT t DEFAULT VALUES\ngo 5 -- five\nSELECT 1', 'mssql');
  assert.equal(batches.map(({ repeat }) => repeat), [5, undefined]);
});

test('COPY keeps its lines of data as they are', () => {
  const [copy, after] = split("COPY t FROM stdin;\na;'\t1\n\n \\.\n\\.\nSELECT 1", 'postgresql');
  assert.is(copy?.data, "a;'\t1\n\n \\.\n");
  assert.is(after?.line, 6);
});

test('compound tells where a script needs DELIMITER or a slash', () => {
  const compound = (text: string, dialect: DialectName): (boolean | undefined)[] =>
    split(text, dialect).map((statement) => statement.compound);
  assert.equal(compound("SELECT ';' /* ; */; CREATE PROCEDURE p() BEGIN SELECT 1; END", 'mysql'), [false, true]);
  assert.equal(compound('DELIMITER //\nSELECT 1;//\n/*! SELECT 1; */ //', 'mysql'), [false, true]);
  assert.equal(compound('SELECT 1 FROM dual;\nBEGIN NULL; END;\n/', 'oracle'), [false, true]);
});

test.run();
