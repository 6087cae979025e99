/**
 * Drift of the example's database, changed by hand in each way: found, told in the ops that lead both ways, and gone once the
 * script of the repair has run.
 */
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { applyPlan } from '../../src/apply/index.ts';
import { compile, openProject } from '../../src/compiler.ts';
import { findConfig, loadConfig } from '../../src/config.ts';
import type { Connection } from '../../src/database/connection.ts';
import { type Drift, drift, isDrifted, planRepair } from '../../src/live/index.ts';
import { describe } from '../../src/ops/index.ts';
import { type Embedded, connectionTo, embeddedPostgresql, embeddedSqlite } from '../support/embedded.ts';

const project = await openProject(await loadConfig(findConfig(fileURLToPath(new URL('../../examples/shop', import.meta.url)))));
const ENGINES = { sqlite: embeddedSqlite, postgresql: embeddedPostgresql };
type Engine = keyof typeof ENGINES;

interface Change {
  readonly sql: { readonly [E in Engine]?: string };
  /** What leads from the migrations to the database. */
  readonly adopt: readonly string[];
  readonly repair: readonly string[];
}

const both = (sql: string): Change['sql'] => ({ postgresql: sql, sqlite: sql });

const VIEW = {
  postgresql: 'SELECT i.id, i.number, i.total, i.reminder_level, current_date - i.due_on AS days_overdue FROM invoice i WHERE i.paid_at IS NULL',
  sqlite: 'SELECT i.id, i.number, i.total, i.reminder_level, 1 AS days_overdue FROM invoice i WHERE i.paid_at IS NULL',
};

const CHANGES: { readonly [name: string]: Change } = {
  'a column that came': { sql: both('ALTER TABLE review ADD COLUMN helpful integer'), adopt: ['add column review.helpful'], repair: ['drop column review.helpful'] },
  'a column that went': { sql: both('ALTER TABLE review DROP COLUMN body'), adopt: ['drop column review.body'], repair: ['add column review.body'] },
  'another type': { sql: { postgresql: 'ALTER TABLE review ALTER COLUMN title TYPE text' }, adopt: ['alter column review.title: type'], repair: ['alter column review.title: type'] },
  'another default': { sql: { postgresql: "ALTER TABLE sales_order ALTER COLUMN state SET DEFAULT 'paid'" }, adopt: ['alter column sales_order.state: default'], repair: ['alter column sales_order.state: default'] },
  'NULL where none stood': { sql: { postgresql: 'ALTER TABLE review ALTER COLUMN stars DROP NOT NULL' }, adopt: ['alter column review.stars: nullable'], repair: ['alter column review.stars: nullable'] },
  'an index that went': { sql: both('DROP INDEX ix_login_event_occurred_at'), adopt: ['drop index ix_login_event_occurred_at on login_event'], repair: ['create index ix_login_event_occurred_at on login_event'] },
  'an index that came': { sql: both('CREATE INDEX by_hand ON review (stars)'), adopt: ['create index by_hand on review'], repair: ['drop index by_hand on review'] },
  'another check': { sql: { postgresql: 'ALTER TABLE review DROP CONSTRAINT ck_review_stars, ADD CONSTRAINT ck_review_stars CHECK (stars BETWEEN 0 AND 5)' }, adopt: ['drop check constraint ck_review_stars of review', 'add check constraint ck_review_stars to review'], repair: ['drop check constraint ck_review_stars of review', 'add check constraint ck_review_stars to review'] },
  'another view': { sql: { postgresql: `CREATE OR REPLACE VIEW overdue_invoice AS ${VIEW.postgresql}`, sqlite: `DROP VIEW overdue_invoice; CREATE VIEW overdue_invoice AS ${VIEW.sqlite}` }, adopt: ['drop view overdue_invoice', 'create view overdue_invoice'], repair: ['drop view overdue_invoice', 'create view overdue_invoice'] },
  'a view that went': { sql: both('DROP VIEW overdue_invoice'), adopt: ['drop view overdue_invoice'], repair: ['create view overdue_invoice'] },
  'a table that came': { sql: both('CREATE TABLE by_hand (id integer NOT NULL PRIMARY KEY)'), adopt: ['create table by_hand'], repair: ['drop table by_hand'] },
  'a table that went': { sql: both('DROP TABLE mail_template'), adopt: ['drop table mail_template'], repair: ['create table mail_template'] },
  'a comment': { sql: { postgresql: "COMMENT ON TABLE review IS 'by hand'" }, adopt: ['set comment of table review'], repair: ['set comment of table review'] },
  'a value of an enum': { sql: { postgresql: "ALTER TYPE invoice_state ADD VALUE 'lost'" },
    adopt: ["add value 'lost' to enum type invoice_state"],
    repair: [
      'drop view overdue_invoice', 'alter column invoice.state: type', 'drop enum type invoice_state', 'create enum type invoice_state',
      'alter column invoice.state: type', 'create view overdue_invoice',
    ],
  },
};

const said = (differences: Drift['adopt']): readonly string[] => differences.map(({ op }) => describe(op));

for (const engine of ['sqlite', 'postgresql'] as const) {
  const test = suite(`${engine}: drift`);
  let database: Embedded;
  let connection: Connection;
  const found = (): Promise<Drift> => drift(project, connection);
  test.before(async () => {
    database = await ENGINES[engine]();
    connection = connectionTo(engine, database);
    await applyPlan(connection, await compile(project, { to: 'heads', dialect: engine, transaction: 'script' }));
  });
  test.after(() => database.close());
  test('is none where the migrations made it', async () => assert.not(isDrifted(await found())));
  for (const [name, { sql, adopt, repair }] of Object.entries(CHANGES)) {
    const change = sql[engine];
    if (change === undefined) continue;
    test(`${name}: is found, and repaired`, async () => {
      await database.run(change);
      const seen = await found();
      assert.equal({ adopt: said(seen.adopt), repair: said(seen.repair), undecided: seen.undecided }, { adopt, repair, undecided: [] });
      await applyPlan(connection, planRepair(project, connection, seen));
      const left = await found();
      assert.equal([...said(left.adopt), ...said(left.repair)], []);
    });
  }
  test.run();
}
