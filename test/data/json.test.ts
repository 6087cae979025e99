import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ColumnType } from '../../src/sql/types.ts';
import { type Asked, open, problemOf, read } from './support.ts';

const test = suite('rows of a .json or .jsonl');

test('a list of objects: the first names the columns, the order of the others is free', async () => {
  const text = '[\n  { "code": "EUR", "digits": 2 },\n  { "digits": 0,\n    "code": "JPY" }, {"code":"a]}\\"{","digits":null}\n]\n';
  assert.equal(await read(text, { format: 'json' }), [['code', 'digits'], [2, 'EUR', 2], [3, 'JPY', 0], [4, 'a]}"{', null]]);
});

test('an object a line; blank lines are none', async () => {
  const text = '\ufeff{"a": 1, "b": true}\n\n {"b": false, "a": -0.5}';
  assert.equal(await read(text, { format: 'jsonl' }), [['a', 'b'], [1, 1, true], [3, -0.5, false]]);
});

test('lists and objects are documents, also where no type is known, and so is all but a text in a json column', async () => {
  const text = '[{"a": {"sql": ["x"]}, "b": [1, {"c": null}], "c": 5, "d": "{}", "e": null}]';
  const json: ColumnType = { type: 'json' };
  assert.equal(await read(text, { format: 'json', types: [undefined, json, json, json, json] }), [
    ['a', 'b', 'c', 'd', 'e'],
    [1, { json: { sql: ['x'] } }, { json: [1, { c: null }] }, { json: 5 }, '{}', null],
  ]);
});

test('bytes are written in hexadecimal digits', async () => {
  assert.equal(await read('[{"a": "\\\\x00FF"}]', { format: 'json', types: [{ type: 'binary' }] }), [['a'], [1, { bytes: '00ff' }]]);
});

test('a number keeps all its digits', async () => {
  const text = '{"a": 9007199254740993, "b": 0.12345678901234567890, "c": 1.5e3, "d": "90071992547409931234", "e": 100000000000000000000}';
  const numeric: ColumnType = { type: 'numeric', precision: 30, scale: 20 };
  assert.equal(await read(text, { format: 'jsonl', types: [undefined, numeric] }), [
    ['a', 'b', 'c', 'd', 'e'],
    [1, { bigint: '9007199254740993' }, '0.12345678901234567890', 1500, '90071992547409931234', 100000000000000000000],
  ]);
});

test('columns that objects have by nature are missing where they are not given', async () => {
  assert.equal(await read('[{"__proto__": 1, "toString": 2}]', { format: 'json' }), [['__proto__', 'toString'], [1, 1, 2]]);
  assert.match(await problemOf('[{"toString": 2}, {"a": 1}]', { format: 'json' }), /the row has no column 'toString'; the row has column 'a'/);
});

interface Wrong extends Asked {
  readonly what: string;
  readonly text: string | Buffer;
  readonly says: RegExp;
}

const list = (what: string, text: string, says: RegExp, types?: Asked['types']): Wrong => ({ what, text, says, format: 'json', ...(types && { types }) });
const lines = (what: string, text: string, says: RegExp): Wrong => ({ what, text, says, format: 'jsonl' });

const WRONG: readonly Wrong[] = [
  list('nothing', ' \n', /^m\/rows\.json: the file is empty: expected a row, which names the columns \[empty-data-file\]\n/),
  list('a list of nothing', '[]', /^m\/rows\.json: the file is empty: .* \[empty-data-file\]\n/),
  list('an object', '\n{"rows": []}', /^m\/rows\.json:2: expected a list of rows, found \{"rows": \[\]\} \[not-rows\]\n  A row is an object /),
  list('a list of lists', '[\n[1, 2]]', /^m\/rows\.json:2: expected a row, found \[1, 2\]\] \[not-rows\]\n/),
  list('a row without columns', '[{}]', /^m\/rows\.json:1: expected an object with a value for each column, found \{\} \[not-rows\]\n/),
  list('a text behind rows', '[{"a": 1},\n"b"]', /^m\/rows\.json:2: expected a row, found "b"\] \[not-rows\]\n/),
  list('a missing column', '[{"a": 1, "b": 2},\n{"a": 1}]', /^m\/rows\.json:2: the row has no column 'b' \[row-columns\]\n  Give every row .*null/),
  list('an extra column', '[{"a": 1},\n{"a": 1, "c": 2}]', /^m\/rows\.json:2: the row has column 'c', which the first row has not \[row-columns\]\n/),
  list('a column given twice', '[{"a": 1, "a": 2}]', /^m\/rows\.json:1: the row gives a column twice \[data-columns\]\n/),
  list('an empty name', '[{"": 1}]', /^m\/rows\.json:1: column 1 has no name \[data-columns\]\n/),
  list('a comma too much', '[{"a": 1},\n]', /^m\/rows\.json:2: this is not JSON: a comma stands before ']' \[broken-json\]\n/),
  list('no comma', '[{"a": 1}\n{"a": 2}]', /^m\/rows\.json:2: this is not JSON: expected ',' or ']' behind the row \[broken-json\]\n/),
  list('a list that is not closed', '[{"a": 1},\n', /^m\/rows\.json:\d: this is not JSON: the list is not closed by ']' \[broken-json\]\n/),
  list('a row that is not closed', '[{"a": 1},\n{"a": "2},\n{"a": 3}]', /^m\/rows\.json:2: this is not JSON: .* \[broken-json\]\n/),
  list('text behind the list', '[{"a": 1}]\n]', /^m\/rows\.json:2: this is not JSON: something stands behind the list \[broken-json\]\n/),
  list('a name without quotes', '[{"a": 1},\n\n{a: 2}]', /^m\/rows\.json:3: this is not JSON: .* \[broken-json\]\n  Correct/),
  list('a document in a text column', '[{"a": {"b": 1}}]', /^m\/rows\.json:1: column 'a': expected a value for text, got '\{"b":1\}' \[unfit-cell\]\n/, [{ type: 'text' }]),
  list('bytes that are none', '[{"a": "xyz"}]', /^m\/rows\.json:1: column 'a': expected bytes, got 'xyz' \[unfit-cell\]\n/, [{ type: 'binary' }]),
  list(
    'a number inside a document that would be rounded',
    '[{"a": [12345678901234567890]}]',
    /^m\/rows\.json:1: column 'a': expected numbers that JavaScript holds exactly, .*\[unfit-cell\]\n  Write the whole document as a text/,
  ),
  list('a long decimal without a type', '[{"a": 0.12345678901234567890}]', /^m\/rows\.json:1: column 'a': expected numbers .*\n  Write it as a text/),
  lines('a broken line', '{"a": 1}\n{"a": \n', /^m\/rows\.jsonl:2: this is not JSON: .* \[broken-json\]\n/),
  lines('two rows in a line', '{"a": 1}\n\n{"a": 1} {"a": 2}\n', /^m\/rows\.jsonl:3: this is not JSON: .* \[broken-json\]\n/),
  lines('a number', '{"a": 1}\n7\n', /^m\/rows\.jsonl:2: expected an object with a value for each column, found 7 \[not-rows\]\n/),
  lines('nothing in lines', '\n', /^m\/rows\.jsonl: the file is empty/),
  { what: 'bytes that are no UTF-8', format: 'jsonl', text: Buffer.from('{"a": 1}\n{"a": "\xe9"}', 'latin1'), says: /^m\/rows\.jsonl:2: the file is not UTF-8 text/ },
];
for (const { what, text, says, ...asked } of WRONG) {
  test(`${what} is refused with the line`, async () => assert.match(await problemOf(text, asked), says));
}

test('a list on one long line is read in one go', async () => {
  const rows = Array.from({ length: 50_000 }, (_, id) => ({ id, name: `n${id}` }));
  const table = await open(JSON.stringify(rows), 'json');
  let count = 0;
  for (const { cells, line } of table.rows([], {})) {
    if (cells[0] !== count || line !== 1) assert.unreachable(`row ${count} is ${JSON.stringify(cells)} in line ${line}`);
    count++;
  }
  assert.is(count, rows.length);
});

test.run();
