/** What is wrong with rows, in a migration or in a file beside it: file, line, op and what to do, and nothing is written. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

/** The op stands in line 15, after the table that it fills. */
const migration = (op: string): string => `import { migration, bulkInsert, createTable, column, deleteRows, fromFile, primaryKey, types } from 'migsql';

export default migration({
  id: 'people',
  revises: null,
  upgrade: [
    createTable('person', [
      column('id', types.integer(), { nullable: false }),
      column('name', types.string(5)),
      column('active', types.boolean()),
      column('hash', types.binary(2)),
      column('extra', types.json()),
      primaryKey(['id']),
    ]),
    ${op},
  ],
});
`;

interface BadRows {
  readonly what: string;
  readonly op: string;
  /** The file that the op reads. */
  readonly csv?: string;
  readonly args?: readonly string[];
  readonly says: RegExp;
}

const inline = (rows: string): string => `bulkInsert('person', ${rows})`;
const FROM_FILE = inline("fromFile('./people.csv')");
const UP = ['render', 'heads', '--dialect', 'postgresql', '-o', 'out.sql'];

const CASES: readonly BadRows[] = [
  {
    what: 'a row that lacks a column',
    op: inline("[{ id: 1, name: 'a' }, { id: 2 }]"),
    says: /^migrations\/people\.ts:15:5: error: TypeError: bulkInsert: row 2 has no value for column 'name' \[evaluation-failed\]\n  \S/,
  },
  {
    what: 'a row with one column more',
    op: inline('[{ id: 1 }, { id: 2, nmae: "x" }]'),
    says: /^migrations\/people\.ts:15:5: error: TypeError: bulkInsert: row 2 has a column 'nmae' that row 1 has not \[evaluation-failed\]\n  \S/,
  },
  {
    what: 'a number beyond the column',
    op: inline('[{ id: 1 }, { id: 2147483648 }]'),
    says: /^migrations\/people\.ts:15:5: error: bulkInsert on postgresql: row 2, column 'id': 2147483648 is beyond integer \[refused\]\n  A column of type integer holds -2147483648 to 2147483647\.\n$/,
  },
  {
    what: 'a text longer than the column',
    op: inline("[{ id: 1, name: 'abcdef' }]"),
    says: /^migrations\/people\.ts:15:5: error: bulkInsert on postgresql: row 1, column 'name': 'abcdef' has 6 characters, more than string\(5\) \[refused\]\n  \S/,
  },
  {
    what: 'a number where a boolean is due',
    op: inline('[{ id: 1, active: 1 }]'),
    says: /^migrations\/people\.ts:15:5: error: bulkInsert on postgresql: row 1, column 'active': 1 is not a boolean \[refused\]\n  \S/,
  },
  {
    what: 'a number beyond the column, in a file',
    op: FROM_FILE,
    csv: 'id,name\n1,a\n2147483648,b\n',
    says: /^migrations\/people\.csv:3: error: bulkInsert on postgresql: migrations\/people\.csv:3, column 'id': '2147483648' is beyond integer \[refused\]\n  A column of type integer holds /,
  },
  {
    what: 'digits grouped by blanks, in a file',
    op: FROM_FILE,
    csv: 'id,name\n1 000,a\n',
    says: /^migrations\/people\.csv:2: error: bulkInsert on postgresql: migrations\/people\.csv:2, column 'id': '1 000' is not a whole number \[refused\]\n  \S/,
  },
  {
    what: 'a text that is no boolean, in a file',
    op: FROM_FILE,
    csv: 'id,active\n1,true\n2,1\n',
    says: /^migrations\/people\.csv:3: error: bulkInsert: column 'active': expected a boolean, got '1' \[unfit-cell\]\n  Write true or false/,
  },
  {
    what: 'bytes longer than the column, in a file',
    op: FROM_FILE,
    csv: 'id,hash\n1,\\x00ff\n2,\\x00ff01\n',
    says: /^migrations\/people\.csv:3: error: bulkInsert on postgresql: migrations\/people\.csv:3, column 'hash': 3 bytes are more than binary\(2\) \[refused\]\n  \S/,
  },
  {
    what: 'a document that is no JSON, in a file',
    op: FROM_FILE,
    csv: 'id,extra\n1,{}\n2,{a}\n',
    says: /^migrations\/people\.csv:3: error: bulkInsert on postgresql: migrations\/people\.csv:3, column 'extra': '\{a\}' is not JSON \[refused\]\n  \S/,
  },
  {
    what: 'a ragged row, said once for all databases',
    op: FROM_FILE,
    csv: 'id,name\n1,a\n2\n',
    args: ['render', 'heads', '--dialect', 'postgresql', '--dialect', 'oracle', '--dialect', 'mariadb', '-o', 'out/'],
    says: /^migrations\/people\.csv:3: error: bulkInsert: the row has 1 cell, and the header 2 \[ragged-row\]\n  [^\n]+\n$/,
  },
  {
    what: 'a ragged row on the way down',
    op: FROM_FILE,
    csv: 'id,name\n1,a\n2\n',
    args: ['render', 'people:base', '--dialect', 'postgresql', '-o', 'out.sql'],
    says: /^migrations\/people\.csv:3: error: deleteRows: the row has 1 cell, and the header 2 \[ragged-row\]\n/,
  },
  {
    what: 'rows that cannot be told apart, on the way down',
    op: FROM_FILE,
    csv: 'name\na\n',
    args: ['render', 'people:base', '--dialect', 'postgresql', '-o', 'out.sql'],
    says: /^migrations\/people\.ts:15:5: error: revision 'people' cannot be undone: the rows inserted into 'person' do not give its primary key \[irreversible\]\n/,
  },
  {
    what: 'no key in a row, on the way down',
    op: FROM_FILE,
    csv: 'id,name\n1,a\n,b\n',
    args: ['render', 'people:base', '--dialect', 'postgresql', '-o', 'out.sql'],
    says: /^migrations\/people\.csv:3: error: deleteRows on postgresql: migrations\/people\.csv:3, column 'id': NULL in the key \[refused\]\n  NULL equals nothing/,
  },
  {
    what: 'a key that the file has not',
    op: "{ ...deleteRows('person', null), matching: { key: ['code'], columns: ['code'], rows: fromFile('./people.csv') } }",
    csv: 'id,name\n1,a\n',
    says: /^migrations\/people\.ts:15:\d+: error: deleteRows: table person has no column 'code' \[not-in-schema\]\n/,
  },
];

const test = suite('bad rows');

for (const { what, op, csv, args = UP, says } of CASES) {
  test(what, () => {
    const file = csv === undefined ? {} : { 'migrations/people.csv': csv };
    const cwd = makeProject({ 'migsql.config.json': '{}', 'migrations/people.ts': migration(op), ...file });
    const before = contents(cwd);
    const { status, stdout, stderr } = run(args, { cwd });
    assert.match(stderr, says);
    assert.equal({ status, stdout }, { status: 1, stdout: '' });
    assert.equal(contents(cwd), before);
  });
}

test('the script names the file, and its hash is another when a row is', () => {
  const files = { 'migsql.config.json': '{}', 'migrations/people.ts': migration(FROM_FILE) };
  const headers = ['1,a', '1,b'].map((row) => {
    const cwd = makeProject({ ...files, 'migrations/people.csv': `id,name\n${row}\n` });
    return run(['render', 'heads', '--dialect', 'sqlite'], { cwd }).stdout;
  });
  const [one, other] = headers.map((text) => /^-- {3}([0-9a-f]{64}) {2}migrations\/people\.csv$/m.exec(text)?.[1]);
  assert.ok(one && other && one !== other, headers[0]);
});

test.run();
