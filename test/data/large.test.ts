/** 100,000 rows of 6 columns: rendered in little memory by the built command line, and run on real engines. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { BIN } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';
import { ENGINES, type Engine, createDatabase, isReachable } from '../support/servers.ts';

const ROWS = 100_000;
const MOST_MEGABYTES = 250;

interface Person {
  readonly id: number;
  readonly name: string;
  readonly note: string | null;
  readonly amount: string;
  readonly active: boolean;
  readonly born: string;
}

const pad = (number: number): string => String(number).padStart(2, '0');

/**
 * Quotes, commas, and characters of one, two, three and four bytes in UTF-8. A text that is empty beside NULL is there in the
 * first fifth alone: where one is, cells are read in another way, which takes three times as long.
 */
const person = (id: number): Person => ({
  id,
  name: `O'Neill, "${['Ann', 'Zoë', '円', '😀'][id % 4]}" ${id}`,
  note: id % 7 === 0 ? null : id % 7 === 1 && id <= ROWS / 5 ? '' : `note\\${id}`,
  amount: `${id % 5 === 0 ? '-' : ''}${id}.${pad(id % 100)}`,
  active: id % 3 === 0,
  born: `${1900 + (id % 150)}-${pad((id % 12) + 1)}-${pad((id % 28) + 1)}`,
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csvLine = ({ id, name, note, amount, active, born }: Person): string =>
  `${id},${quoted(name)},${note === null ? '' : quoted(note)},${amount},${active},${born}\n`;

const people = Array.from({ length: ROWS }, (_, index) => person(index + 1));

const MIGRATION = (file: string): string => `import { migration, bulkInsert, createTable, column, fromFile, primaryKey, types } from 'migsql';

export default migration({
  id: 'people',
  revises: null,
  upgrade: [
    createTable('person', [
      column('id', types.integer(), { nullable: false }),
      column('name', types.string(80), { nullable: false }),
      column('note', types.text()),
      column('amount', types.numeric(12, 2), { nullable: false }),
      column('active', types.boolean(), { nullable: false }),
      column('born', types.date(), { nullable: false }),
      primaryKey(['id'], { name: 'pk_person' }),
    ]),
    bulkInsert('person', fromFile('./people.${file}')),
  ],
});
`;

const project = (ending: string, content: string): string =>
  makeProject({
    'migsql.config.json': '{}',
    'migrations/people.ts': MIGRATION(ending),
    [`migrations/people.${ending}`]: content,
    'rss.cjs': "process.on('exit', () => process.stderr.write(`maxRSS ${process.resourceUsage().maxRSS}\\n`));",
  });

const csv = project('csv', `id,name,note,amount,active,born\n${people.map(csvLine).join('')}`);

/** Renders to a file; gives the peak in megabytes. */
function peak(root: string, args: readonly string[]): number {
  const { status, stderr } = spawnSync(process.execPath, ['-r', join(root, 'rss.cjs'), BIN, 'render', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: join(root, '.cache') },
  });
  assert.is(status, 0, stderr);
  return Number(/maxRSS (\d+)/.exec(stderr)?.[1]) / 1024;
}

const test = suite('100,000 rows from a file');

/** How many statements there must be, where the database or its manual says how many rows one takes. */
const STATEMENTS = { postgresql: 100, mssql: 100, oracle: ROWS, mariadb: undefined, sqlite: undefined };

for (const [dialect, statements] of Object.entries(STATEMENTS)) {
  test(`are rendered for ${dialect} in less than ${MOST_MEGABYTES} MB`, () => {
    const used = peak(csv, ['base:head', '--dialect', dialect, '-o', `${dialect}.sql`]);
    assert.ok(used > 20 && used < MOST_MEGABYTES, `${used} MB`);
    const text = readFileSync(join(csv, `${dialect}.sql`), 'utf8');
    if (statements) assert.is(text.match(/INSERT INTO person /g)?.length, statements);
    assert.match(text, /\b100000\b/);
  });
}

for (const engine of ENGINES) {
  test(`go again on ${engine} in less than ${MOST_MEGABYTES} MB`, () => {
    const used = peak(csv, ['head:base', '--dialect', engine, '-o', `${engine}.down.sql`]);
    assert.ok(used > 20 && used < MOST_MEGABYTES, `${used} MB`);
  });
}

test('of JSON are rendered as those of a .csv', () => {
  const root = project('json', `[${people.map((each) => JSON.stringify(each)).join(',')}]\n`);
  const used = peak(root, ['base:head', '--dialect', 'postgresql', '-o', 'postgresql.sql']);
  assert.ok(used > 20 && used < MOST_MEGABYTES, `${used} MB`);
  const inserts = (folder: string): string =>
    readFileSync(join(folder, 'postgresql.sql'), 'utf8').split('INSERT INTO person').slice(1).join();
  assert.ok(inserts(root) === inserts(csv), 'the statements differ');
});

/** Small sums that any lost, doubled or changed row moves. */
const QUERIES: { readonly [E in Engine]: string } = {
  postgresql:
    "SELECT count(*), sum(id), sum(amount), sum(length(name)), " +
    "count(note), sum(length(note)), sum(active::int), sum(born - DATE '1900-01-01'), sum(ascii(substr(name, 11, 1))::bigint * id) FROM person",
  mariadb:
    "SELECT count(*), sum(id), sum(amount), sum(char_length(name)), " +
    "count(note), sum(char_length(note)), sum(active), sum(datediff(born, '1900-01-01')), sum(ord(convert(substr(name, 11, 1) USING utf32)) * id) FROM person",
  sqlite:
    "SELECT count(*), sum(id), printf('%.2f', sum(amount)), sum(length(name)), " +
    "count(note), sum(length(note)), sum(active), CAST(sum(julianday(born) - julianday('1900-01-01')) AS INTEGER), sum(unicode(substr(name, 11, 1)) * id) FROM person",
};

function expected(): readonly string[] {
  const sum = (value: (each: Person) => number): number => people.reduce((total, each) => total + value(each), 0);
  const cents = sum(({ amount }) => Math.round(Number(amount) * 100));
  return [
    ROWS,
    sum(({ id }) => id),
    (cents / 100).toFixed(2),
    sum(({ name }) => [...name].length),
    sum(({ note }) => (note === null ? 0 : 1)),
    sum(({ note }) => note?.length ?? 0),
    sum(({ active }) => (active ? 1 : 0)),
    sum(({ born }) => (Date.parse(born) - Date.parse('1900-01-01')) / 86_400_000),
    sum(({ id, name }) => [...name][10]!.codePointAt(0)! * id),
  ].map(String);
}

for (const engine of ENGINES) {
  if (!isReachable(engine)) continue;
  test(`are what ${engine} holds afterwards, and go again`, () => {
    const database = createDatabase(engine);
    database.run(readFileSync(join(csv, `${engine}.sql`), 'utf8'));
    assert.equal(database.query(QUERIES[engine]), [expected()]);
    // The rows alone: with the table gone nothing could be asked.
    database.run(readFileSync(join(csv, `${engine}.down.sql`), 'utf8').replace(/^DROP TABLE person;$/m, ''));
    assert.equal(database.query('SELECT count(*) FROM person'), [['0']]);
    database.drop();
  });
}

test.run();
