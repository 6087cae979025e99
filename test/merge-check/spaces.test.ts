/** Which kinds of things share their names: what the table says, the servers do. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type NamedKind, SPACES } from '../../src/merge-check/spaces.ts';
import { ENGINES, type Engine, createDatabase, isReachable } from '../support/servers.ts';

/** What makes a thing of a name, on a table of its own. */
type Makers = { readonly [K in NamedKind]?: (name: string, table: string) => string };

const inTable = (constraint: (name: string) => string) => (name: string, table: string): string =>
  `CREATE TABLE ${table} (id integer NOT NULL, CONSTRAINT ${name} ${constraint(name)})`;

const COMMON: Makers = {
  table: (name) => `CREATE TABLE ${name} (id integer)`,
  view: (name) => `CREATE VIEW ${name} AS SELECT 1 AS one`,
  index: (name, table) => `CREATE TABLE ${table} (id integer); CREATE INDEX ${name} ON ${table} (id)`,
  foreignKey: inTable(() => 'FOREIGN KEY (id) REFERENCES target (id)'),
  check: inTable(() => 'CHECK (id > 0)'),
  unique: inTable(() => 'UNIQUE (id)'),
  primaryKey: inTable(() => 'PRIMARY KEY (id)'),
};

const SEQUENCE: Makers = { sequence: (name) => `CREATE SEQUENCE ${name}` };

const MAKERS: { readonly [E in Engine]: Makers } = {
  postgresql: {
    ...COMMON,
    ...SEQUENCE,
    enum: (name) => `CREATE TYPE ${name} AS ENUM ('a')`,
    exclusion: inTable(() => "EXCLUDE USING gist (int4range(id, id, '[]') WITH &&)"),
  },
  mariadb: { ...COMMON, ...SEQUENCE },
  sqlite: COMMON,
};

for (const engine of ENGINES.filter(isReachable)) {
  const test = suite(`${engine}: names`);
  test('of two kinds meet where the table says so, and nowhere else', () => {
    const database = createDatabase(engine);
    database.run('CREATE TABLE target (id integer PRIMARY KEY);');
    const kinds = Object.entries(MAKERS[engine]) as [NamedKind, NonNullable<Makers[NamedKind]>][];
    const wrong: string[] = [];
    for (const [index, [first, makeFirst]] of kinds.entries()) {
      database.run(`${makeFirst(`own_${first}`.toLowerCase(), `of_${first}`)};`);
      for (const [second, makeSecond] of kinds.slice(index)) {
        const refuses = (name: string, one: typeof makeFirst, other: typeof makeFirst): boolean =>
          database.send(`${one(name, `${name}_1`)}; ${other(name, `${name}_2`)};`).code !== 0;
        const names = [`${first}_${second}`, `${second}_of_${first}`].map((name) => name.toLowerCase());
        const isTaken = refuses(names[0]!, makeFirst, makeSecond) || refuses(names[1]!, makeSecond, makeFirst);
        const isShared = SPACES[engine].some((space) => space.includes(first) && space.includes(second));
        if (isTaken !== isShared) wrong.push(`${first} and ${second}: ${isTaken ? 'refused' : 'taken'}`);
      }
    }
    database.drop();
    assert.equal(wrong, []);
  });
  test.run();
}
