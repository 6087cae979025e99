/**
 * A text that a server keeps in its own words is the one that was written, and no other that is like it: asked of the servers
 * themselves, each text against what is kept of it and against what is kept of its sibling.
 */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { compareSchemas } from '../../src/compare/index.ts';
import type { Connection } from '../../src/database/connection.ts';
import { introspect } from '../../src/database/introspect/index.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { spelledByServer } from '../../src/live/spelled.ts';
import { type Op, describe, evolve } from '../../src/ops/index.ts';
import type { SchemaModel } from '../../src/schema/model.ts';
import { emptySession, hasSession } from '../support/sessions.ts';

type Server = 'postgresql' | 'mariadb';

const TABLES: { readonly [S in Server]: readonly string[] } = {
  postgresql: [
    'CREATE TABLE t (id int PRIMARY KEY, a varchar(20) NOT NULL, b int, d date, n numeric(8,2))', 'CREATE TABLE u (id int PRIMARY KEY, t_id int, c varchar(10))',
    'CREATE SCHEMA other', 'CREATE TABLE other.t (id int PRIMARY KEY, a varchar(20))',
  ],
  mariadb: [
    'CREATE TABLE t (id int PRIMARY KEY, a varchar(20) NOT NULL, b int, d date, n decimal(8,2))', 'CREATE TABLE u (id int PRIMARY KEY, t_id int, c varchar(10) COLLATE utf8mb4_bin)',
    "INSERT INTO t VALUES (1, 'x', 2, '2020-01-01', 1)", 'CREATE TABLE other LIKE t',
  ],
};

/** Queries that are like each other, and are not the same. */
const SIBLINGS: readonly (readonly [string, string])[] = [
  ["SELECT id, a, b+1 AS c, count(*) AS n FROM t WHERE a <> 'x' AND b IN (1,2) GROUP BY id, a HAVING count(*) > 1 ORDER BY b DESC", "SELECT id, a, b+1 AS c, count(*) AS n FROM t WHERE a <> 'x' AND b IN (1,2) GROUP BY id, a HAVING count(*) > 5 ORDER BY b DESC"],
  ['SELECT t.id, u.c FROM t LEFT JOIN u ON u.t_id = t.id WHERE EXISTS (SELECT 1 FROM u u2 WHERE u2.t_id = t.id)', 'SELECT t.id, u.c FROM t LEFT JOIN u ON u.t_id = t.id WHERE NOT EXISTS (SELECT 1 FROM u u2 WHERE u2.t_id = t.id)'],
  ['SELECT a FROM t WHERE id = 1 UNION ALL SELECT c FROM u', 'SELECT a FROM t WHERE id = 1 UNION SELECT c FROM u'],
  ['SELECT a FROM t ORDER BY id LIMIT 3', 'SELECT a FROM t ORDER BY id LIMIT 4'],
  ['WITH q AS (SELECT id, b FROM t WHERE id = 1) SELECT id, b FROM q', 'WITH q AS (SELECT id, b FROM t WHERE id = 2) SELECT id, b FROM q'],
  ['SELECT id FROM t WHERE id = 1 AND b = 2', 'SELECT id FROM t WHERE id = 1 AND b = 3'],
  ['SELECT DISTINCT upper(a) AS a FROM t', 'SELECT upper(a) AS a FROM t'],
  ['SELECT id, (SELECT max(id) FROM u) AS m FROM t', 'SELECT id, (SELECT min(id) FROM u) AS m FROM t'],
  ['SELECT id FROM t WHERE id IN (SELECT t_id FROM u)', 'SELECT t.id FROM t JOIN u ON t.id = u.t_id'],
  ['SELECT t.id FROM t, u WHERE u.t_id = t.id', 'SELECT t.id FROM t, u WHERE u.t_id < t.id'],
  ['SELECT sum(b) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS x FROM t', 'SELECT sum(b) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS x FROM t'],
  ['SELECT id FROM (SELECT id, count(*) AS n FROM t GROUP BY id HAVING count(*) > 1) q', 'SELECT id FROM (SELECT id, count(*) AS n FROM t GROUP BY id HAVING count(*) > 2) q'],
  ['SELECT b FROM t WHERE b = (SELECT b FROM t WHERE id = 1)', 'SELECT b FROM t WHERE b = (SELECT b FROM t WHERE id = 3)'],
  [`SELECT 'a"b' AS x, CASE WHEN b > 0 THEN 'é' ELSE a END AS y FROM t`, `SELECT 'a"c' AS x, CASE WHEN b > 0 THEN 'é' ELSE a END AS y FROM t`],
  ["SELECT CAST(id AS char(3)) AS x, coalesce(b, 3) AS y, d + INTERVAL '1' MONTH AS z FROM t", "SELECT CAST(id AS char(4)) AS x, coalesce(b, 3) AS y, d + INTERVAL '1' MONTH AS z FROM t"],
];

/** Those that only one server has words for. */
const OWN_SIBLINGS: { readonly [S in Server]: typeof SIBLINGS } = {
  postgresql: [['SELECT id FROM other.t', 'SELECT id FROM t'], ["SELECT a FROM t WHERE a ILIKE 'x%'", "SELECT a FROM t WHERE a LIKE 'x%'"]],
  mariadb: [
    ['SELECT id FROM t', 'SELECT id FROM other'],
    ["SELECT group_concat(DISTINCT a ORDER BY b SEPARATOR '-') AS g FROM t", "SELECT group_concat(DISTINCT a ORDER BY b SEPARATOR '+') AS g FROM t"],
    ["SELECT a FROM t WHERE a = 'X'", "SELECT a FROM t WHERE a = 'X' COLLATE utf8mb4_bin"],
  ],
};

/** Conditions on `t` that no server keeps as they stand, and what is like each. */
const CONDITIONS: { readonly [S in Server]: typeof SIBLINGS } = {
  postgresql: [
    ['extract(year FROM d) > 2000', 'extract(month FROM d) > 2000'], ["position('a' IN a) > 0", "position('b' IN a) > 0"],
    ["substring(a FROM 1 FOR 2) = 'ab'", "substring(a FROM 1 FOR 3) = 'ab'"], ["trim(BOTH FROM a) <> ''", "trim(LEADING FROM a) <> ''"],
    ["a = ANY ('{x,y}')", "a = ANY ('{x,z}')"], ['(b, id) < (1, 2)', '(b, id) < (1, 3)'],
  ],
  mariadb: [
    ['datediff(d, d) < 3', 'datediff(d, d) < 4'], ["mid(a, 1, 2) <> 'ab'", "mid(a, 1, 3) <> 'ab'"], ['b DIV 2 < 7', 'b DIV 3 < 7'],
    ['d + INTERVAL 1 DAY > d', 'd + INTERVAL 2 DAY > d'], ["adddate(d, 1) > '2000-01-01'", "adddate(d, 2) > '2000-01-01'"], ['(b, id) < (9, 2)', '(b, id) < (9, 3)'],
  ],
};

/** What is only PostgreSQL's to tell in other words. */
const OTHERS = [
  "CREATE TABLE e (a int, s varchar(20) DEFAULT substring('abc' FROM 1 FOR 2), g int GENERATED ALWAYS AS (a % 2 + cast('2' AS int)) STORED)",
  "CREATE INDEX ix_e ON e (substring(s FROM 1 FOR 2)) WHERE position('a' IN s) > 2",
  "CREATE FUNCTION f(n int) RETURNS int LANGUAGE sql AS 'SELECT 2 * n'",
];

/** The same, with another number. */
const otherOps = (n: string): readonly Op[] => [
  m.alterColumn('e', 's', { default: m.raw(`substring('abc' FROM 1 FOR ${n})`) }),
  m.alterColumn('e', 'g', { generated: { expression: m.raw(`a % 2 + cast('${n}' AS int)`), stored: true } }),
  m.dropIndex('ix_e', 'e'),
  m.createIndex('ix_e', 'e', [m.raw(`substring(s FROM 1 FOR ${n})`)], { where: m.raw(`position('a' IN s) > ${n}`) }),
  m.createFunction('f', m.raw(`(n int) RETURNS int LANGUAGE sql AS 'SELECT ${n} * n'`), { signature: m.raw('n int') }),
];

const nameOf = (kind: string, pair: number, side: number): string => `${kind}_${pair}_${side}`;
const each = (pairs: typeof SIBLINGS): readonly (readonly [pair: number, side: 0 | 1])[] => pairs.flatMap((_, pair) => [[pair, 0], [pair, 1]] as const);

/** Ops that make of everything what one side of each pair says: its own, or the other's. */
const viewOps = (pairs: typeof SIBLINGS, isSwapped: boolean): readonly Op[] =>
  each(pairs).map(([pair, side]) => m.createView(nameOf('v', pair, side), m.raw(pairs[pair]![isSwapped ? 1 - side : side]!)));

const checkOps = (pairs: typeof SIBLINGS, isSwapped: boolean): readonly Op[] =>
  each(pairs).map(([pair, side]) => m.addConstraint('t', m.check(m.raw(pairs[pair]![isSwapped ? 1 - side : side]!), { name: nameOf('ck', pair, side) })));

for (const server of ['postgresql', 'mariadb'] as const) {
  const test = suite(`${server}: the same text, in the server's words`);
  if (!hasSession(server)) test('is not reachable, as a line beginning with SKIPPED says', () => {});
  else {
    const dialect = DIALECTS[server];
    const views = [...SIBLINGS, ...OWN_SIBLINGS[server]];
    const checks = CONDITIONS[server];
    let connection: Connection;
    let found: SchemaModel;
    test.before(async () => {
      connection = await emptySession(server);
      for (const sql of TABLES[server]) await connection.run(sql);
      for (const [pair, side] of each(views)) await connection.run(`CREATE VIEW ${nameOf('v', pair, side)} AS ${views[pair]![side]}`);
      for (const [pair, side] of each(checks)) await connection.run(`ALTER TABLE t ADD CONSTRAINT ${nameOf('ck', pair, side)} CHECK (${checks[pair]![side]})`);
      found = await introspect(server, connection.query);
    });
    test.after(() => connection.close());

    /** Names of what is told to differ where this is wanted. */
    const differing = async (ops: readonly Op[]): Promise<{ readonly names: readonly string[]; readonly undecided: readonly string[] }> => {
      const without = { ...found, tables: found.tables.map((table) => ({ ...table, constraints: table.constraints.filter(({ kind }) => kind !== 'check') })) };
      const wanted = ops.reduce(evolve, ops.some(({ op }) => op === 'addConstraint') ? without : found);
      const { model, undecided } = await spelledByServer(wanted, found, connection, dialect);
      const differences = compareSchemas(found, model, { dialect }).map(({ op }) => describe(op).match(/(?:v|ck)_\d+_\d/)?.[0] ?? describe(op));
      return { names: [...new Set(differences)].sort(), undecided: undecided.map(({ name = '', of }) => name || of.name) };
    };

    test('is told to be the same: of views', async () => assert.equal(await differing(viewOps(views, false)), { names: [], undecided: [] }));
    test('is told to be the same: of checks', async () => assert.equal(await differing(checkOps(checks, false)), { names: [], undecided: [] }));
    test('is not what is like it: of views', async () => {
      assert.equal(await differing(viewOps(views, true)), { names: each(views).map(([pair, side]) => nameOf('v', pair, side)).sort(), undecided: [] });
    });
    test('is not what is like it: of checks', async () => {
      assert.equal(await differing(checkOps(checks, true)), { names: each(checks).map(([pair, side]) => nameOf('ck', pair, side)).sort(), undecided: [] });
    });
    test('that the server cannot read is told to differ, and that it may not', async () => {
      const unread = await differing([m.createView('v_0_0', m.raw('SELECT gone FROM t'))]);
      assert.equal(unread, { names: ['v_0_0'], undecided: ['v_0_0'] });
    });
    test('with a * is undecided where the table has grown since', async () => {
      await connection.run('CREATE TABLE grown (a int)');
      await connection.run('CREATE VIEW v_99_0 AS SELECT * FROM grown');
      await connection.run('ALTER TABLE grown ADD COLUMN b int');
      found = await introspect(server, connection.query);
      assert.equal(await differing([m.createView('v_99_0', m.raw('SELECT * FROM grown'))]), { names: ['v_99_0'], undecided: ['v_99_0'] });
    });
    if (server === 'postgresql') {
      test('is told to be the same, or not: of defaults, computed columns, indexes and routines', async () => {
        for (const sql of OTHERS) await connection.run(sql);
        found = await introspect(server, connection.query);
        assert.equal(await differing(otherOps('2')), { names: [], undecided: [] });
        assert.equal((await differing(otherOps('3'))).names, [
          'add column e.g', 'alter column e.s: default', 'create function f', 'create index ix_e on e', 'drop column e.g', 'drop function f', 'drop index ix_e on e',
        ]);
      });
    }
    test('leaves nothing behind', async () => assert.equal(await introspect(server, connection.query), found));
  }
  test.run();
}
