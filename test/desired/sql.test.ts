/** The wanted schema as statements; what each makes is the reader's to say, and here a small one stands in for it. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import type { SqlReader } from '../../src/reader/index.ts';
import { findTable } from '../../src/schema/model.ts';
import { load, problemsOf } from '../support/desired.ts';

/** `CREATE TABLE t (a, UNIQUE (b))`, `ALTER TABLE t ADD UNIQUE (a)`, `DROP TABLE t`; nothing of SET; and it cannot judge DO. */
const reader: SqlReader = (statement) => {
  const [, made, columns = '', key] = /^CREATE TABLE (\w+) \(([\w, ]+?)(?:, UNIQUE \((\w+)\))?\)$/i.exec(statement) ?? [];
  if (made) {
    const items = columns.split(', ').map((name) => m.column(name, m.types.text()));
    return { ops: [m.createTable(made, [...items, ...(key ? [m.unique([key])] : [])])] };
  }
  const [, changed, column = ''] = /^ALTER TABLE (\w+) ADD UNIQUE \((\w+)\)$/i.exec(statement) ?? [];
  if (changed) return { ops: [m.addConstraint(changed, m.unique([column]))] };
  const [, dropped] = /^DROP TABLE (\w+)$/i.exec(statement) ?? [];
  if (dropped) return { ops: [m.dropTable(dropped)] };
  return statement.startsWith('SET ') ? { ops: [] } : { opaque: [{ schema: 's', name: 'x' }], reason: 'it runs code' };
};

const reading = suite('a schema in SQL');

reading('gives what its statements make, each where it stands; what has no name stays without', async () => {
  const text = '-- accounts\nCREATE TABLE account (id, email);\n\nALTER TABLE account\n  ADD UNIQUE (email);\n';
  const joined: SqlReader = (statement, before) => reader(statement.replace(/\s+/g, ' '), before);
  const { model, ops } = await load({ 'schema.sql': text }, { reader: joined });
  assert.equal(findTable(model, { name: 'account' })?.constraints, [{ kind: 'unique', columns: ['email'] }]);
  assert.equal(ops.map(({ op, origin }) => [op, origin]), [
    ['createTable', { file: 'schema.sql', line: 2, column: 1 }],
    ['addConstraint', { file: 'schema.sql', line: 4, column: 1 }],
  ]);
});

reading("is cut as the database's own client does it, and may have another ending", async () => {
  const { model } = await load({ 'tables.txt': 'CREATE TABLE a (x)\nGO\nCREATE TABLE b (y)\nGO\n' }, { reader, dialect: 'mssql', kind: 'sql' });
  assert.equal([...model.tables.keys()], ['a', 'b']);
});

reading.run();

const mistakes = suite('mistakes in a schema in SQL');

mistakes('all of several files are reported in one run', async () => {
  const files = {
    'a.sql': "CREATE TABLE a (x);\nSET search_path = '';\n  DO $$ BEGIN\nEND $$;\n\\connect other\n",
    'b.sql': 'CREATE TABLE b (x, UNIQUE (y));',
    'c.sql': "CREATE TABLE c (x, 'unclosed);",
  };
  assert.equal(await problemsOf(files, { reader }), [
    "a.sql:2:1: 'SET search_path = ''' defines nothing [no-schema-statement]\n" +
      '  Remove it: the file says what tables and other objects there are, and is never run. Rows belong in a migration.',
    "a.sql:3:3: what 'DO $$ BEGIN' makes of s.x cannot be judged: it runs code [unjudged-statement]\n" +
      '  Say it in simpler words, or define it in a TypeScript module beside this file.',
    "a.sql:5:1: '\\connect' is a command of psql, not SQL [client-command]\n" +
      '  Remove the line: a migration holds SQL alone, and its script sets up the client.',
    "b.sql:1:1: createTable: a key or an index names 'y', which is no column of the table [invalid-op]\n" +
      "  See 'createTable' in docs/ops.md for what it takes.",
    "c.sql:1:1: what 'CREATE TABLE c (x, 'unclosed);' makes of s.x cannot be judged: it runs code [unjudged-statement]\n" +
      '  Say it in simpler words, or define it in a TypeScript module beside this file.',
    "c.sql:1:20: the string opened with ' has no end [unclosed-text]\n  Close it with '; everything behind it is read as part of it.",
  ]);
});

mistakes('what takes something away, what is not there, what is there twice', async () => {
  const text = 'CREATE TABLE a (x);\nCREATE TABLE a (y);\nALTER TABLE b ADD UNIQUE (x);\nALTER TABLE a ADD UNIQUE (z);\nDROP TABLE a;';
  assert.equal((await problemsOf({ 'schema.sql': text }, { reader })).map((each) => each.split('\n')[0]), [
    "schema.sql:2:1: table 'a' is defined twice, first at schema.sql:1:1 [defined-twice]",
    "schema.sql:3:1: addConstraint: there is no table 'b' in the schema [not-defined]",
    "schema.sql:4:1: addConstraint: table a has no column 'z' [not-in-schema]",
    'schema.sql:5:1: dropTable (drop table a) defines nothing [no-definition]',
  ]);
});

mistakes('a file that says nothing', async () => {
  assert.equal(await problemsOf({ 'schema.sql': '-- to be written\n' }, { reader }), [
    'schema.sql defines nothing [empty-schema]\n' +
      '  Everything would be taken away. Name the files that say what there is; modules of drizzle-orm must export it.',
  ]);
});

mistakes.run();
