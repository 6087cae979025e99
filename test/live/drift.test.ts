/**
 * Drift of the example's database, changed by hand in each way: found, told in the ops that lead both ways, and gone
 * once the plan of the repair has run: else the next round would find it again.
 */
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { applyPlan, currentHeads } from '../../src/apply/index.ts';
import { generate } from '../../src/cli/autogenerate.ts';
import { compile, openProject } from '../../src/compiler.ts';
import { findConfig, loadConfig } from '../../src/config.ts';
import type { Connection } from '../../src/database/connection.ts';
import { type Drift, drift, fromDatabase, isDrifted, planRepair } from '../../src/live/index.ts';
import { describe } from '../../src/ops/index.ts';
import { type SessionName, emptySession, hasSession } from '../support/sessions.ts';

const project = await openProject(await loadConfig(findConfig(fileURLToPath(new URL('../../examples/shop', import.meta.url)))));

interface Change {
  readonly sql: { readonly [S in SessionName]?: readonly string[] };
  /** What leads from the migrations to the database. */
  readonly adopt: readonly string[];
  readonly repair: readonly string[];
}

const everywhere = (...sql: readonly string[]): Change['sql'] => ({ postgresql: sql, mariadb: sql, sqlite: sql });
const mostly = (postgresql: string, mariadb: string): Change['sql'] => ({ postgresql: [postgresql], mariadb: [mariadb] });
const same = (...ops: readonly string[]): Pick<Change, 'adopt' | 'repair'> => ({ adopt: ops, repair: ops });

const OVERDUE = 'CREATE VIEW overdue_invoice AS SELECT i.id, i.number, i.total, i.reminder_level, 1 AS days_overdue FROM invoice i WHERE i.paid_at IS NULL';

/** What of a round is changed at once. */
const ROUNDS: { readonly [name: string]: { readonly [name: string]: Change } } = {
  'tables, columns and what stands on them': {
    'a column that came': { sql: everywhere('ALTER TABLE review ADD COLUMN helpful integer'), adopt: ['add column review.helpful'], repair: ['drop column review.helpful'] },
    'a column that went': { sql: everywhere('ALTER TABLE review DROP COLUMN body'), adopt: ['drop column review.body'], repair: ['add column review.body'] },
    'another type': { sql: mostly('ALTER TABLE review ALTER COLUMN title TYPE text', 'ALTER TABLE review MODIFY title longtext'), ...same('alter column review.title: type') },
    'another default': {
      sql: mostly("ALTER TABLE sales_order ALTER COLUMN state SET DEFAULT 'paid'", "ALTER TABLE sales_order ALTER COLUMN state SET DEFAULT 'paid'"),
      ...same('alter column sales_order.state: default'),
    },
    'NULL where none stood': {
      sql: mostly('ALTER TABLE review ALTER COLUMN stars DROP NOT NULL', 'ALTER TABLE review MODIFY stars smallint NULL'),
      ...same('alter column review.stars: nullable'),
    },
    'an index that went': {
      sql: { postgresql: ['DROP INDEX ix_login_event_occurred_at'], mariadb: ['DROP INDEX ix_login_event_occurred_at ON login_event'], sqlite: ['DROP INDEX ix_login_event_occurred_at'] },
      adopt: ['drop index ix_login_event_occurred_at on login_event'],
      repair: ['create index ix_login_event_occurred_at on login_event'],
    },
    'an index that came': { sql: everywhere('CREATE INDEX ix_by_hand ON review (stars)'), adopt: ['create index ix_by_hand on review'], repair: ['drop index ix_by_hand on review'] },
    'another check': {
      sql: mostly(
        'ALTER TABLE review DROP CONSTRAINT ck_review_stars, ADD CONSTRAINT ck_review_stars CHECK (stars BETWEEN 0 AND 5)',
        'ALTER TABLE review DROP CONSTRAINT ck_review_stars, ADD CONSTRAINT ck_review_stars CHECK (stars BETWEEN 0 AND 5)',
      ),
      ...same('drop check constraint ck_review_stars of review', 'add check constraint ck_review_stars to review'),
    },
    'a table that came': { sql: everywhere('CREATE TABLE by_hand (id integer NOT NULL PRIMARY KEY)'), adopt: ['create table by_hand'], repair: ['drop table by_hand'] },
    'a table that went': { sql: everywhere('DROP TABLE mail_template'), adopt: ['drop table mail_template'], repair: ['create table mail_template'] },
    'a comment': { sql: mostly("COMMENT ON TABLE review IS 'by hand'", "ALTER TABLE review COMMENT 'by hand'"), ...same('set comment of table review') },
    'a value of an enum': {
      sql: { postgresql: ["ALTER TYPE invoice_state ADD VALUE 'lost'"] },
      adopt: ["add value 'lost' to enum type invoice_state"],
      repair: [
        'drop view overdue_invoice', 'alter column invoice.state: type', 'drop enum type invoice_state', 'create enum type invoice_state',
        'alter column invoice.state: type', 'create view overdue_invoice',
      ],
    },
  },
  'a view that says something else': {
    'another view': { sql: everywhere('DROP VIEW overdue_invoice', OVERDUE), ...same('drop view overdue_invoice', 'create view overdue_invoice') },
  },
  'a view that went': {
    'a view that went': { sql: everywhere('DROP VIEW overdue_invoice'), adopt: ['drop view overdue_invoice'], repair: ['create view overdue_invoice'] },
  },
};

const engineOf = (name: SessionName): 'sqlite' | 'postgresql' | 'mariadb' => (name === 'pglite' ? 'postgresql' : name);

const said = (differences: Drift['adopt']): readonly string[] => differences.map(({ op }) => describe(op)).sort();

/** A server, or else PostgreSQL within the process. */
const postgresql = hasSession('postgresql') ? 'postgresql' : 'pglite';

for (const name of ['sqlite', postgresql, 'mariadb'] as const) {
  const test = suite(`${name}: drift`);
  if (!hasSession(name)) test('is not reachable, as a line beginning with SKIPPED says', () => {});
  else {
    let connection: Connection;
    const found = (): Promise<Drift> => drift(project, connection);
    test.before(async () => {
      connection = await emptySession(name);
      await applyPlan(connection, await compile(project, { to: 'heads', dialect: connection.dialect, transaction: 'script' }));
    });
    test.after(() => connection.close());
    test('is none where the migrations made it, and nothing is left out', async () => {
      const none = await found();
      assert.not(isDrifted(none));
      assert.equal([none.heads, none.undecided, none.unmodelled, none.uncompared], [['c4e01ec1d4be'], [], [], { unread: [], custom: [], grants: 0 }]);
    });
    if (name === postgresql) {
      test('is none, and so is what is still to be done for the schema that is wanted', async () => {
        const heads = await currentHeads(project, connection);
        const generated = await generate(project, heads, 'postgresql', async () => [], await fromDatabase(project, connection, heads));
        assert.equal(generated.upgrade, []);
      });
    }
    for (const [round, changes] of Object.entries(ROUNDS)) {
      const made = Object.values(changes).filter(({ sql }) => sql[engineOf(name)]);
      if (made.length === 0) continue;
      test(`${round}: all changes are found, and repaired`, async () => {
        for (const statement of made.flatMap(({ sql }) => sql[engineOf(name)] ?? [])) await connection.run(statement);
        const seen = await found();
        assert.equal(said(seen.adopt), made.flatMap(({ adopt }) => adopt).sort());
        assert.equal(said(seen.repair), made.flatMap(({ repair }) => repair).sort());
        assert.equal(seen.undecided, []);
        await applyPlan(connection, planRepair(project, connection, seen));
      });
    }
    test('is none once all is repaired', async () => assert.not(isDrifted(await found())));
  }
  test.run();
}
