/** Whatever stands in a text, a reader answers; and it answers fast. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Reading, openReader } from '../../src/reader/index.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { tries } from '../support/scale.ts';

const isReading = (reading: Reading): boolean => ('ops' in reading ? Array.isArray(reading.ops) : reading.reason.length > 0 && Array.isArray(reading.opaque));

/** Statements that readers know, cut and put together anew. */
const WORDS = (
  "CREATE TABLE ALTER DROP INDEX VIEW ADD COLUMN CONSTRAINT PRIMARY KEY UNIQUE CHECK FOREIGN REFERENCES DEFAULT NOT NULL IDENTITY GENERATED ALWAYS AS " +
  "IF EXISTS ON t a \"B\" `c` [d] int varchar ( ) ( ) , . ; 1 0.5 'x' 'it''s' E'\\' $$ q'[ /* -- = + - COMMENT RENAME TO MODIFY COLLATE WITH é 😀"
).split(' ');

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 15 }).map((words) => `CREATE TABLE t (a int, ${words.join(' ')})`),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 15 }).map((words) => `ALTER TABLE t ${words.join(' ')}`),
);

/** Every text between quotes in the tests of splitting and recognising, and in the conformance cases. */
const CORPUS = ['split-cases.ts', 'recognise.test.ts', 'split-clients.test.ts'].flatMap((file) =>
  [...readFileSync(new URL(`../sql/${file}`, import.meta.url), 'utf8').matchAll(/'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"|`([^`]+)`/g)].map(
    ([, single, double, back]) => (single ?? double ?? back ?? '').replaceAll('\\n', '\n').replaceAll("\\'", "'"),
  ),
);

const TABLE = (name: string): string =>
  `CREATE TABLE ${name} (id integer NOT NULL, label varchar(50) DEFAULT 'x' NOT NULL, amount decimal(10, 2), CONSTRAINT pk_${name} PRIMARY KEY (id), CONSTRAINT ck_${name} CHECK (id > 0))`;

const test = suite('any text');
for (const dialect of DIALECT_NAMES) {
  test(`${dialect}: is read or opaque`, async () => {
    const read = await openReader(dialect);
    fc.assert(fc.property(texts, (text) => isReading(read(text))), tries(150));
    assert.ok(CORPUS.length > 300, 'the corpus was found');
    for (const text of CORPUS) assert.ok(isReading(read(text)), text);
    assert.ok(isReading(read(`SELECT ${'('.repeat(5000)}1${')'.repeat(5000)}`)), 'deep nesting');
    assert.equal(read(`INSERT INTO t VALUES (1)${', (1)'.repeat(100_000)}`), { ops: [] }, 'rows, of which no tree is made');
    assert.ok('ops' in read('SELECT 1'), 'it goes on after what it could not read');
  });

  test(`${dialect}: a thousand statements take less than a second`, async () => {
    const read = await openReader(dialect);
    const start = process.cpuUsage();
    for (let number = 0; number < 1000; number++) assert.ok('ops' in read(TABLE(`t${number}`)));
    const { user, system } = process.cpuUsage(start);
    assert.ok((user + system) / 1e6 < 1, `${(user + system) / 1e6} s`);
  });
}

/** A word that no statement has is never read over, wherever it stands; SQLite takes any as a part of a type. */
const STATEMENTS: readonly string[] = [
  "CREATE TABLE t (a int DEFAULT 5 NOT NULL, b varchar(50) DEFAULT 'x', PRIMARY KEY (a), CONSTRAINT u UNIQUE (b), FOREIGN KEY (a) REFERENCES u (v) ON DELETE CASCADE)",
  'DROP TABLE t',
];
const OWN: { readonly [D in DialectName]?: readonly string[] } = {
  postgresql: ['ALTER TABLE t ADD COLUMN c int NOT NULL DEFAULT 1, DROP COLUMN d', 'CREATE SEQUENCE s START 5'],
  mysql: ['ALTER TABLE t ADD COLUMN c int NOT NULL DEFAULT 1, DROP COLUMN d', 'RENAME TABLE a TO b', 'CREATE INDEX ix ON t (a DESC, b)'],
  mariadb: ['ALTER TABLE t MODIFY c int NOT NULL DEFAULT 1, DROP COLUMN d', 'CREATE SEQUENCE s START WITH 5', 'CREATE INDEX ix ON t (a DESC, b)'],
  mssql: ['ALTER TABLE t ADD c int NOT NULL DEFAULT 1, d bit NULL', 'ALTER TABLE t ALTER COLUMN c bigint NOT NULL', 'CREATE INDEX ix ON t (a DESC) INCLUDE (b)'],
  oracle: ['ALTER TABLE t ADD (c NUMBER(10) DEFAULT 1 NOT NULL)', 'ALTER TABLE t MODIFY (c DEFAULT 5)', 'CREATE SEQUENCE s START WITH 5'],
};

/** A text of a type of one's own in PostgreSQL, the name of an index in MySQL and MariaDB, a type of one's own in Oracle. */
const MEANT = /DEFAULT zork 'x'|UNIQUE zork \(|MODIFY \( (?:c zork|zork c) /;

for (const [dialect, own] of Object.entries(OWN) as [DialectName, readonly string[]][]) {
  test(`${dialect}: no word is read over`, async () => {
    const read = await openReader(dialect);
    for (const statement of [...STATEMENTS, ...own]) {
      assert.ok('ops' in read(statement), statement);
      const words = statement.match(/'[^']*'|\w+|[^\s\w]/g) ?? [];
      const places = words.map((_, place) => [...words.slice(0, place), 'zork', ...words.slice(place)].join(' '));
      const readings = [...places, `${statement} zork`].filter((text) => 'ops' in read(text) && !MEANT.test(text));
      assert.equal(readings, []);
    }
  });
}
test.run();
