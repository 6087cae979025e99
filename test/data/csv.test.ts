import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ColumnType } from '../../src/sql/types.ts';
import { type Asked, open, problemOf, read } from './support.ts';

const test = suite('rows of a .csv');

test('the header names the columns; every row knows its line', async () => {
  assert.equal(await read('code,name\nEUR,Euro\n"JPY","Yen, the ""円"""\n'), [
    ['code', 'name'],
    [2, 'EUR', 'Euro'],
    [3, 'JPY', 'Yen, the "円"'],
  ]);
});

test('a cell may hold lines, and the line of the next row is right', async () => {
  assert.equal(await read('a,b\n"1\n\n2",x\n3,"\r"\n4,y'), [['a', 'b'], [2, '1\n\n2', 'x'], [5, '3', '\r'], [6, '4', 'y']]);
});

test('an empty cell is NULL, a quoted one the empty text, also beside doubled quotes', async () => {
  assert.equal(await read('a,b,c\n,"",""""\n'), [['a', 'b', 'c'], [2, null, '', '"']]);
});

test('blanks belong to the cell', async () => {
  assert.equal(await read('a,b\n x ,\t\n'), [['a', 'b'], [2, ' x ', '\t']]);
});

test('a marker of its own stands for NULL where it is not quoted, and nothing else does', async () => {
  assert.equal(await read('a,b,c\n\\N,"\\N",\n', { null: '\\N' }), [['a', 'b', 'c'], [2, null, '\\N', '']]);
  assert.equal(await read('a,b\n"q""q",1\n', { null: 'q"q' }), [['a', 'b'], [2, 'q"q', '1']]);
});

test('what is quoted is told wherever it stands', async () => {
  for (const null_ of ['', 'N', '円', '\\N', 'a,b', '.*', '"']) {
    const quoted = `"${null_.replaceAll('"', '""')}"`;
    for (const row of [`${quoted},x,y`, `x,${quoted},y`, `x,y,${quoted}`]) {
      for (const end of ['', '\n']) {
        const found = await read(`a,b,c\n${row}${end}`, { null: null_ });
        assert.ok((found[1] as unknown[]).includes(null_), `${JSON.stringify(found)} of ${row}`);
      }
    }
  }
});

test('a byte order mark is dropped', async () => {
  assert.equal(await read('\ufeffa\n1\n'), [['a'], [2, '1']]);
});

test('a header alone is a table without rows', async () => {
  assert.equal(await read('a,b\n'), [['a', 'b']]);
});

const CELLS: readonly (readonly [ColumnType, string, unknown])[] = [
  [{ type: 'boolean' }, 'true', true],
  [{ type: 'boolean' }, 'FALSE', false],
  [{ type: 'boolean' }, '', null],
  [{ type: 'binary' }, '\\x00Ff', { bytes: '00ff' }],
  [{ type: 'binary' }, '0x', { bytes: '' }],
  [{ type: 'binary' }, 'c0de', { bytes: 'c0de' }],
  [{ type: 'bigint' }, '9223372036854775807', '9223372036854775807'],
  [{ type: 'numeric', precision: 30, scale: 20 }, '0.12345678901234567890', '0.12345678901234567890'],
  [{ type: 'json' }, '"{""n"": 1.0}"', '{"n": 1.0}'],
  [{ type: 'text' }, 'true', 'true'],
  [{ type: 'native', sql: 'citext' }, '007', '007'],
];
for (const [type, cell, value] of CELLS) {
  test(`in a column of type ${type.type}, ${cell || 'nothing'} stands for its value`, async () => {
    assert.equal(await read(`a,b\n${cell},x\n`, { types: [type] }), [['a', 'b'], [2, value, 'x']]);
  });
}

test('where no type is known, a text stays a text', async () => {
  assert.equal(await read('a,b\ntrue,0x00\n'), [['a', 'b'], [2, 'true', '0x00']]);
});

interface Wrong extends Asked {
  readonly what: string;
  readonly text: string | Buffer;
  readonly says: string;
}

const RAGGED = 'Write a cell for each column; one that holds a comma, a quote or a line break stands in double quotes.';
const CLOSE = 'Close it; a quote inside a quoted cell is doubled: "5"" disk".';

const WRONG: readonly Wrong[] = [
  { what: 'too few cells', text: 'a,b\n1,2\n3\n', says: `m/rows.csv:3: the row has 1 cell, and the header 2 [ragged-row]\n  ${RAGGED}` },
  {
    what: 'too many cells, behind a cell of two lines',
    text: 'a,b\n"1\n",2\n1,234,5\n',
    says: `m/rows.csv:4: the row has 3 cells, and the header 2 [ragged-row]\n  ${RAGGED}`,
  },
  {
    what: 'an empty line',
    text: 'a\n1\n\n2\n',
    says: 'm/rows.csv:3: the line is empty [empty-row]\n  Take it away; a row of one empty text is written "".',
  },
  {
    what: 'bytes that are no UTF-8',
    text: Buffer.from('a,b\n1,é\n2,\xe9\n', 'latin1'),
    says: 'm/rows.csv:2: the file is not UTF-8 text [not-utf8]\n  Save it as UTF-8.',
  },
  { what: 'UTF-16', text: Buffer.from('\ufeffa,b\n', 'utf16le'), says: 'm/rows.csv:1: the file is not UTF-8 text [not-utf8]\n  Save it as UTF-8.' },
  {
    what: 'nothing',
    text: '',
    says: 'm/rows.csv: the file is empty: expected a header that names the columns [empty-data-file]\n  Write the columns and rows, or take the op away.',
  },
  {
    what: 'nothing but a byte order mark',
    text: '\ufeff',
    says: 'm/rows.csv: the file is empty: expected a header that names the columns [empty-data-file]\n  Write the columns and rows, or take the op away.',
  },
  { what: 'a column named twice', text: 'a,b,a\n', says: "m/rows.csv:1: two columns are named 'a' [data-columns]\n  Rename or drop one of them." },
  {
    what: 'a column without a name',
    text: 'a,,c\n',
    says: 'm/rows.csv:1: column 2 has no name [data-columns]\n  The first row names the columns: give each a name.',
  },
  {
    what: 'a blank before a name',
    text: 'a, b\n',
    says: 'm/rows.csv:1: the name of column 2, " b", has blanks around it or control characters [data-columns]\n  Write the name as the table has it.',
  },
  {
    what: 'cells separated by semicolons',
    text: 'a;b\n1;2\n',
    says: "m/rows.csv:1: the header has one column, 'a;b' [data-columns]\n  Separate cells by commas, not by ';'.",
  },
  { what: 'a quote that is not closed', text: 'a,b\n1,2\n3,"4\n5,6\n', says: `m/rows.csv:3: cell 2: its quote is not closed [misquoted-cell]\n  ${CLOSE}` },
  {
    what: 'text behind a closing quote',
    text: 'a,b\n"1"x,2\n',
    says: `m/rows.csv:2: cell 1: something stands behind its closing quote [misquoted-cell]\n  ${CLOSE}`,
  },
  {
    what: 'a quote inside a bare cell',
    text: 'a,b\n1,5" disk\n',
    says:
      'm/rows.csv:2: cell 2: a quote stands inside a cell that is not quoted [misquoted-cell]\n' +
      '  Put the whole cell in quotes, and double the quote inside it: "5"" disk".',
  },
  {
    what: 'a boolean that is none',
    text: 'id,active\n1,true\n2,yes\n',
    types: [undefined, { type: 'boolean' }],
    says: "m/rows.csv:3: column 'active': expected a boolean, got 'yes' [unfit-cell]\n  Write true or false, and nothing at all for NULL.",
  },
  {
    what: 'bytes that are none',
    text: 'hash\n\\x0\n',
    types: [{ type: 'binary' }],
    says: "m/rows.csv:2: column 'hash': expected bytes, got '\\x0' [unfit-cell]\n  Write two hexadecimal digits a byte behind \\x or 0x: \\x00ff.",
  },
];
for (const { what, text, says, ...asked } of WRONG) {
  test(`${what} is refused with the line`, async () => assert.is(await problemOf(text, asked), says));
}

test('what stands before a broken row is read, and a problem in it comes first', async () => {
  assert.match(await problemOf('a,b\n1\n"2"x,3\n'), /^m\/rows\.csv:2: the row has 1 cell/);
});

/** Longer than one piece of the file that is parsed at a time. */
const LONG = 30_000;

test('lines and cells stay right in a long file', async () => {
  const lines = Array.from({ length: LONG }, (_, index) => (index % 3 ? `${index},"a ""\n${index}"` : `${index},`));
  const table = await open(`id,note\n${lines.join('\n')}\n`);
  let line = 2;
  let index = 0;
  for (const row of table.rows([], {})) {
    assert.equal([row.line, ...row.cells], [line, String(index), index % 3 ? `a "\n${index}` : null]);
    line += index % 3 ? 2 : 1;
    index++;
  }
  assert.is(index, LONG);
  assert.match(await problemOf(`id,note\n${lines.join('\n')}\n1,2,3\n`), new RegExp(`^m/rows\\.csv:${line}: the row has 3 cells`));
});

test('whatever is written as RFC 4180 says is read as it was', async () => {
  const cell = fc.oneof(fc.constant(null), fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é', '円', '\\') }));
  const written = (value: string | null): string => (value === null ? '' : `"${value.replaceAll('"', '""')}"`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), async (rows) => {
      const text = ['a,b', ...rows.map((row) => row.map(written).join(','))].join('\n');
      const found = await read(text);
      assert.equal(found.slice(1).map((row) => (row as unknown[]).slice(1)), rows);
    }),
    { numRuns: 300 },
  );
});

test.run();
