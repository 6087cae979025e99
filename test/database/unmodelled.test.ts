/** What a database has beside what a schema model says: found where it is, and nothing where all is said. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { displayUnmodelled, unmodelled } from '../../src/database/unmodelled/index.ts';
import { introspect } from '../../src/database/introspect/index.ts';
import { queryOf } from '../support/rows.ts';
import { ENGINES, type Engine, createDatabase, isReachable, urlOf } from '../support/servers.ts';
import { openSession } from '../support/sessions.ts';
import * as mariadb from './engines/mariadb.ts';
import * as sqlite from './engines/sqlite.ts';

/** What people write that no op says. */
const SCRIPTS: { readonly [E in Engine]: string } = {
  postgresql: `
    CREATE EXTENSION citext;
    CREATE DOMAIN positive AS int CHECK (VALUE > 0);
    CREATE TYPE pair AS (a int, b int);
    CREATE TYPE span AS RANGE (subtype = int);
    CREATE TABLE measurement (at date, n int) PARTITION BY RANGE (at);
    CREATE TABLE measurement_2024 PARTITION OF measurement FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
    CREATE TABLE account (id int PRIMARY KEY, mail citext, CONSTRAINT ck CHECK (id > 0));
    CREATE RULE keep AS ON DELETE TO account DO INSTEAD NOTHING;
    ALTER TABLE account ENABLE ROW LEVEL SECURITY;
    CREATE POLICY mine ON account USING (true);
    CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
    CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql AS 'SELECT a';
    CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int);
    CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE CONSTRAINT TRIGGER later AFTER INSERT ON account DEFERRABLE FOR EACH ROW EXECUTE FUNCTION tr();
    CREATE TRIGGER off BEFORE INSERT ON account FOR EACH ROW EXECUTE FUNCTION tr();
    ALTER TABLE account DISABLE TRIGGER off;
    CREATE MATERIALIZED VIEW kept AS SELECT 1 AS one;
    CREATE UNIQUE INDEX ix_kept ON kept (one);
    CREATE VIEW checked WITH (security_barrier) AS SELECT id FROM account WHERE id > 5 WITH CHECK OPTION;
    ALTER TABLE account REPLICA IDENTITY FULL;
    CREATE STATISTICS both_ways ON at, n FROM measurement;
    CREATE COLLATION plain FROM "C";
    CREATE PUBLICATION changes;
    COMMENT ON VIEW checked IS 'x';
    COMMENT ON FUNCTION tr() IS 'x';
    COMMENT ON CONSTRAINT ck ON account IS 'x';
    CREATE TABLE bare ();
    CREATE TABLE heir () INHERITS (account);
    CREATE SCHEMA other;
    CREATE DOMAIN other.unseen AS int;
  `,
  mariadb: `
    CREATE TABLE t (id INT, hidden INT INVISIBLE, KEY ix (id) IGNORED) PARTITION BY HASH (id) PARTITIONS 2;
    CREATE TABLE v (id INT) WITH SYSTEM VERSIONING;
    CREATE TABLE small (id INT) ROW_FORMAT = COMPRESSED PAGE_CHECKSUM = 1;
    CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM v;
    CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW w AS SELECT id FROM v WHERE id > 1 WITH LOCAL CHECK OPTION;
  `,
  sqlite: 'CREATE TABLE t (id INTEGER); CREATE VIRTUAL TABLE notes USING fts5 (body);',
};

const EXPECTED: { readonly [E in Engine]: readonly string[] } = {
  postgresql: [
    'aggregate total', 'collation plain', 'comment checked', 'comment ck of account', 'comment tr', 'composite type pair',
    'constraint trigger later of account', 'domain positive', 'extension citext', 'index of materialized view ix_kept of kept',
    'options security_barrier=true, check_option=cascaded of view checked', 'overload f(a integer)', 'overload f(a text)',
    'partition measurement_2024 of measurement', 'policy mine of account', 'publication changes', 'range type span', 'replica identity account',
    'row security account', 'rule keep of account', 'state of trigger off of account', 'statistics both_ways',
    'table without columns bare', 'table without columns heir',
  ],
  mariadb: [
    'event e', 'ignored index ix of t', 'invisible column hidden of t', 'options ALGORITHM = MERGE of view w',
    'options SQL SECURITY INVOKER of view w', 'options WITH LOCAL CHECK OPTION of view w', 'options page_checksum=1 of small',
    'partition p0 of t', 'partition p1 of t', 'system versioning v',
  ],
  sqlite: ['virtual table notes'],
};

/** All that this script makes, the model says. */
const SAID: { readonly [E in Engine]: string } = {
  postgresql: "CREATE TABLE t (id serial PRIMARY KEY); COMMENT ON TABLE t IS 'x'; CREATE VIEW v AS SELECT id FROM t; CREATE TYPE mood AS ENUM ('a');",
  mariadb: mariadb.SCRIPT,
  sqlite: sqlite.SCRIPT,
};

for (const engine of ENGINES) {
  const test = suite(`${engine}: what no model says`);
  if (!isReachable(engine)) test('is not reachable, as a line beginning with SKIPPED says', () => {});
  else {
    const foundIn = async (script: string): Promise<readonly string[]> => {
      const database = createDatabase(engine);
      database.run(script);
      return (await unmodelled(engine, queryOf(database))).map(displayUnmodelled);
    };
    test('is found, in the schema that is read', async () => {
      assert.equal([...(await foundIn(SCRIPTS[engine]))].sort(), EXPECTED[engine]);
    });
    if (engine === 'mariadb') {
      test('is what the user may not look into as well, which stops nothing', async () => {
        const database = createDatabase(engine);
        const user = `${database.name}_u`.slice(-32);
        database.run(`CREATE TABLE t (id INT); CREATE VIEW v AS SELECT id FROM t; CREATE FUNCTION f() RETURNS INT RETURN 1;
          CREATE USER ${user}; GRANT SELECT, EXECUTE ON ${database.name}.* TO ${user};`);
        const url = new URL(urlOf(database));
        url.username = user;
        const connection = await openSession(url.href);
        assert.equal((await unmodelled(engine, connection.query)).map(displayUnmodelled), ['hidden function f', 'hidden view v']);
        assert.equal([...(await introspect(engine, connection.query)).objects.keys()], []);
        await connection.close();
        database.run(`DROP USER ${user};`);
      });
    }
    test('is nothing where the model says all', async () => assert.equal(await foundIn(SAID[engine]), []));
  }
  test.run();
}
