/** PostgreSQL's idempotent scripts: from every state of a graph with branches, merges and dependencies, up and down. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { MigsqlError } from '../../src/errors.ts';
import type { Migration } from '../../src/migration.ts';
import { type Plan, TRANSACTION_MODES, type TransactionMode } from '../../src/plan/index.ts';
import { buildGraph, prerequisitesOf } from '../../src/revisions/index.ts';
import { renderScript } from '../../src/script/index.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from '../../src/script/options.ts';
import type { Database } from '../support/servers.ts';
import { cellsOf, everyCell } from './cells.ts';
import { planOf as planOfChain } from './chain.ts';
import type { Ran } from './matrix.ts';
import { CLIENTS, lane, start } from './postgresql.ts';
import { planOfMigrations } from './plan-of.ts';

const test = suite('postgresql: idempotent scripts');
const cell = cellsOf(test, 'postgresql', lane, 'postgresql, idempotent');

const OWN = CLIENTS['psql as the header says'];
const HOSTILE = CLIENTS['psql with a hostile psqlrc'];
const GENERIC = CLIENTS['a client that keeps going'];

/** A diamond, a second base, a dependency across, two heads. Ids are what ids may be. */
const GRAPH: readonly { readonly id: string; readonly revises: readonly string[]; readonly dependsOn?: readonly string[] }[] = [
  { id: 'a$migsql$', revises: [] },
  { id: 'b%s', revises: ['a$migsql$'] },
  { id: 'c', revises: ['a$migsql$'] },
  { id: 'd', revises: ['b%s', 'c'] },
  { id: 'e\u00e9', revises: ['d'] },
  { id: 'x', revises: [] },
  { id: 'y', revises: ['x'], dependsOn: ['b%s'] },
];

const tableOf = (id: string): string => `t_${id.charAt(0)}`;

const MIGRATIONS: ReadonlyMap<string, Migration> = new Map(
  GRAPH.map(({ id, revises, dependsOn = [] }) => [
    id,
    {
      id,
      revises,
      dependsOn,
      branchLabels: [],
      title: id,
      file: `migrations/${id.charAt(0)}.ts`,
      sha256: '0'.repeat(64),
      imports: [],
      upgrade: [
        m.createTable(tableOf(id), [m.column('id', m.types.text(), { nullable: false })]),
        m.bulkInsert(tableOf(id), [{ id: "it's $statement$ $migsql$ :id \\" }]),
        m.execute(`CREATE FUNCTION f_${id.charAt(0)}() RETURNS text LANGUAGE sql AS $$ SELECT 'a;b' $$`),
      ],
      downgrade: [m.execute(`DROP FUNCTION f_${id.charAt(0)}()`), m.dropTable(tableOf(id))],
    },
  ]),
);

const graph = buildGraph([...MIGRATIONS.values()]);

interface Way {
  readonly from: readonly string[];
  readonly to: string | readonly string[];
  readonly direction: 'upgrade' | 'downgrade';
  readonly transaction: TransactionMode;
}

const planOf = ({ from, to, direction, transaction }: Way): Plan =>
  planOfMigrations({ dialect: postgresql, migrations: MIGRATIONS, from, target: to, direction, transaction });

const scriptOf = (plan: Plan, options: Partial<ScriptOptions>): string =>
  [...renderScript(plan, { ...DEFAULT_OPTIONS, form: 'idempotent', lockTimeout: 2, ...options })].join('');

type Ids = ReadonlySet<string>;

const needsOf = (id: string): readonly string[] => prerequisitesOf(graph, id);

/** Every set of revisions in which each has what it needs. */
const STATES: readonly Ids[] = GRAPH.reduce<readonly Ids[]>(
  (states, { id }) => [...states, ...states.filter((state) => needsOf(id).every((need) => state.has(need))).map((state) => new Set([...state, id]))],
  [new Set<string>()],
);

const headsOf = (state: Ids): readonly string[] =>
  [...state].filter((id) => ![...state].some((other) => needsOf(other).includes(id))).sort();

const ALL: Ids = new Set(GRAPH.map(({ id }) => id));

const quoted = (id: string): string => `'${id}'`;

/** Brings an empty database to a state, without any script. */
function bring(database: Database, state: Ids): void {
  if (state.size === 0) return;
  const made = [...state].map((id) => `CREATE TABLE ${tableOf(id)} (id text NOT NULL);
    INSERT INTO ${tableOf(id)} VALUES ('it''s $statement$ $migsql$ :id \\');
    CREATE FUNCTION f_${id.charAt(0)}() RETURNS text LANGUAGE sql AS $$ SELECT 'a;b' $$;`);
  database.run(`SET standard_conforming_strings = on; \\set id wrong
    CREATE TABLE migsql_version (revision varchar(128) NOT NULL, CONSTRAINT pk_migsql_version PRIMARY KEY (revision));
    INSERT INTO migsql_version VALUES ${headsOf(state).map((id) => `(${quoted(id)})`).join(', ')};
    ${made.join('\n')}\n`);
}

/** The catalogue, rows and all, without the ledger. */
const catalogue = (database: Database): readonly (readonly string[])[] =>
  database.query(`SELECT 'table', relname, (xpath('/row/c/text()', query_to_xml(format('SELECT string_agg(%1$I::text, '','' ORDER BY %1$I) AS c FROM %2$I',
      CASE relname WHEN 'migsql_version' THEN 'revision' ELSE 'id' END, relname), false, true, '')))[1]::text
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'migsql_ledger'
    UNION ALL SELECT 'function', proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1, 2, 3`);

/** What a database in a state holds. */
function catalogueOf(state: Ids): ReturnType<typeof catalogue> {
  const tables = [...state].map((id) => ['table', tableOf(id), "it's $statement$ $migsql$ :id \\"]);
  const functions = [...state].map((id) => ['function', `f_${id.charAt(0)}`, " SELECT 'a;b' "]);
  const version = state.size ? [['table', 'migsql_version', headsOf(state).join(',')]] : [];
  return [...functions, ...tables, ...version].sort();
}

/** Nothing where nothing had to be written. */
const ledger = (database: Database): readonly (readonly string[])[] =>
  database.query(`SELECT to_regclass('migsql_ledger') IS NULL AS none \\gset\n\\if :none\n\\q\n\\endif\nSELECT revision, direction, length(script), started <= finished AND finished <= clock_timestamp(), run_by = session_user FROM migsql_ledger`);

function passed({ code, output }: Ran): void {
  assert.is(code, 0, output);
  assert.match(output, /migsql: OK/);
  assert.not.match(output, /ERROR/);
}

const clients = [OWN, HOSTILE, GENERIC];
const nameOf = new Map(Object.entries(CLIENTS).map(([name, client]) => [client, name]));

function eachState(work: (state: Ids, client: (typeof clients)[number], transaction: TransactionMode) => void): void {
  STATES.forEach((state, row) => {
    clients.forEach((client, column) => {
      if (everyCell || (row + column) % 3 === 0) work(state, client, TRANSACTION_MODES[(row + Math.floor(row / 3)) % 3]!);
    });
  });
}

const named = (state: Ids): string => GRAPH.flatMap(({ id }) => (state.has(id) ? [id] : [])).join(' ') || 'base';

eachState((state, client, transaction) => {
  const options = { ...client.options, ledger: true };

  cell(`${nameOf.get(client)}, ${transaction}: from [${named(state)}] up to all, and again`, async (database) => {
    bring(database, state);
    const script = scriptOf(planOf({ from: [], to: 'heads', direction: 'upgrade', transaction }), options);
    passed(await start(database, script, client));
    const found = catalogue(database);
    const rows = ledger(database);
    const missing = [...ALL].filter((id) => !state.has(id)).sort();
    assert.equal(rows.map(([id]) => id).sort(), missing);
    for (const [, ...rest] of rows) assert.equal(rest, ['upgrade', '64', 't', 't']);
    passed(await start(database, script, client));
    assert.equal(catalogue(database), found);
    assert.equal(ledger(database), rows);
    assert.equal(found, catalogueOf(ALL));
  });

  const down = planOf({ from: headsOf(ALL), to: 'c', direction: 'downgrade', transaction });
  const taken = new Set(down.steps.map(({ revision }) => revision));
  cell(`${nameOf.get(client)}, ${transaction}: from [${named(state)}] down to what stays`, async (database) => {
    bring(database, state);
    const stays = new Set([...state].filter((id) => !taken.has(id)));
    const ran = await start(database, scriptOf(down, options), client);
    const isBelow = !down.to.every((id) => state.has(id));
    if (isBelow) {
      assert.is(ran.code, client.fails, ran.output);
      assert.match(ran.output, /the script needs \[[^\]]+\] to be applied/);
      assert.not.match(ran.output, /migsql: OK/);
      assert.equal(catalogue(database), catalogueOf(state));
    } else {
      passed(ran);
      assert.equal(catalogue(database), catalogueOf(stays));
    }
  });
});

for (const client of clients) {
  cell(`${nameOf.get(client)}: what stands upon a step that goes, and is none itself, stops the way down`, async (database) => {
    const state = new Set(['a$migsql$', 'b%s', 'x', 'y']);
    bring(database, state);
    // Made for a database without y, which depends on b.
    const plan = planOf({ from: ['b%s', 'x'], to: ['a$migsql$', 'x'].slice(0, 1), direction: 'downgrade', transaction: 'script' });
    const { code, output } = await start(database, scriptOf(plan, client.options ?? {}), client);
    assert.is(code, client.fails, output);
    assert.match(output, /\[y\] stands upon what the script takes back/);
    assert.equal(catalogue(database), catalogueOf(state));
  });

  cell(`${nameOf.get(client)}: a script from the middle stops below it`, async (database) => {
    const plan = planOf({ from: ['b%s', 'c'], to: 'd', direction: 'upgrade', transaction: 'revision' });
    const state = new Set(['a$migsql$', 'b%s']);
    bring(database, state);
    const { code, output } = await start(database, scriptOf(plan, client.options ?? {}), client);
    assert.is(code, client.fails, output);
    assert.match(output, /needs \[c\] to be applied, but the version table holds \[b%s\]/);
    assert.equal(catalogue(database), catalogueOf(state));
  });
}

test('what cannot be left out, and what proves nothing, is refused for other clients', () => {
  const refusal = (plan: Plan, options: Partial<ScriptOptions>): string => {
    try {
      renderScript(plan, { ...DEFAULT_OPTIONS, ...options });
    } catch (error) {
      if (error instanceof MigsqlError) return error.message;
    }
    return '';
  };
  const chain = planOfChain({ engine: 'postgresql', transaction: 'script' });
  const vacuum = planOfChain({ engine: 'postgresql', transaction: 'script', error: { revision: 1, after: 1, sql: 'VACUUM one' } });
  assert.is(refusal(chain, { client: 'generic' }), '');
  assert.is(refusal(vacuum, { form: 'idempotent' }), '');
  assert.match(refusal(vacuum, { client: 'generic' }), /^migrations\/1\.ts.*: no generic script: 'VACUUM one' stands outside a transaction, and nothing in the catalogue tells/);
  assert.match(refusal(chain, { client: 'generic', form: 'idempotent' }), /^migrations\/2\.ts.*: no generic idempotent script: 'CREATE INDEX CONCURRENTLY ix_one \.\.\.' stands/);
  assert.match(refusal(chain, { form: 'resumable' }), /no resumable script: PostgreSQL takes back/);
});

test.run();
