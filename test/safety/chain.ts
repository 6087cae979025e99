/** A small chain that has a block of every kind, with an error put where a cell of the matrix wants it. */
import * as m from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import type { Migration } from '../../src/migration.ts';
import type { AuthoredOp } from '../../src/ops/index.ts';
import { type FailurePoint, type Plan, type TransactionMode, failureMap, planEvents } from '../../src/plan/index.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { planOfMigrations } from './plan-of.ts';

const table = (name: string): AuthoredOp => m.createTable(name, [m.column('id', m.types.integer(), { nullable: false })]);

/** What a server refuses when it runs it, not before. */
const ERROR = 'SELECT no_such_column FROM no_such_table';

/** Each op leaves something to be found; the index is built outside a transaction, where PostgreSQL has that. */
const chainOf = ({ offline = false, duplicates = false }: Pick<Cell, 'offline' | 'duplicates'>): readonly (readonly AuthoredOp[])[] => [
  [table('one'), table('two'), ...(duplicates ? [m.bulkInsert('one', [{ id: 7 }, { id: 7 }])] : [])],
  [
    table('three'),
    m.createIndex('ix_one', 'one', ['id'], { unique: duplicates, ...(!offline && { on: { postgresql: { concurrently: true } } }) }),
    table('four'),
  ],
  [m.addColumn('two', m.column('note', m.types.text())), m.bulkInsert('one', [{ id: 1 }, { id: 2 }]), table('five')],
];

const CHAIN = chainOf({});

export interface Cell {
  readonly engine: DialectName;
  readonly transaction: TransactionMode;
  /** The revision, from 1, that the database is at; 0 is base. */
  readonly from?: number;
  /** The revision that the script leads to: the last one where nothing is said. */
  readonly to?: number;
  /** Whether all of it can stand in transactions. */
  readonly offline?: boolean;
  /** Whether the index is unique, and rows are there that it cannot hold. */
  readonly duplicates?: boolean;
  /** `sql` is what the test knows to fail, by the word no_such_table in it. */
  readonly error?: Place & { readonly sql?: string };
  /** What else is to be done; of one revision, the first places first. */
  readonly also?: readonly (Place & { readonly ops: readonly AuthoredOp[] })[];
}

/** Behind the first `after` ops of a revision. */
interface Place {
  readonly revision: number;
  readonly after: number;
}

const idOf = (revision: number): string => `rev${revision}`;

function migrations(cell: Cell): ReadonlyMap<string, Migration> {
  const { error, also = [] } = cell;
  const added = [...also, ...(error ? [{ ...error, ops: [m.execute(error.sql ?? ERROR)] }] : [])];
  return new Map(
    chainOf(cell).map((ops, index) => {
      const revision = index + 1;
      // From behind, so that what is added moves no place.
      const upgrade = added
        .filter((each) => each.revision === revision)
        .reduceRight<readonly AuthoredOp[]>((all, each) => all.toSpliced(each.after, 0, ...each.ops), ops);
      const migration: Migration = {
        id: idOf(revision),
        revises: index === 0 ? [] : [idOf(index)],
        dependsOn: [],
        branchLabels: [],
        title: `step ${revision}`,
        file: `migrations/${revision}.ts`,
        sha256: String(revision).repeat(64),
        imports: [],
        upgrade,
        downgrade: 'reversed',
      };
      return [migration.id, migration];
    }),
  );
}

export function planOf(cell: Cell): Plan {
  const { engine, transaction, from = 0, to } = cell;
  return planOfMigrations({
    dialect: DIALECTS[engine],
    migrations: migrations(cell),
    from: from === 0 ? [] : [idOf(from)],
    direction: 'upgrade',
    ...(to !== undefined && { target: idOf(to) }),
    transaction,
  });
}

/** What is to be found in a database: objects by name, rows, heads. */
export interface State {
  readonly objects: readonly string[];
  readonly heads: readonly string[];
}

const EFFECTS: readonly (readonly [RegExp, string])[] = [
  [/^CREATE TABLE (?:IF NOT EXISTS )?(one|two|three|four|five)\b/, 'table'],
  [/^CREATE (?:UNIQUE )?INDEX (?:CONCURRENTLY )?(ix_one)\b/, 'index'],
  [/^INSERT INTO (one)\b/, 'rows of'],
  [/^ALTER TABLE (two) ADD/, 'column of'],
];

function effectOf(sql: string): readonly string[] {
  for (const [pattern, what] of EFFECTS) {
    const found = pattern.exec(sql)?.[1];
    if (found !== undefined) return [`${what} ${found}`];
  }
  return [];
}

/**
 * What the failure map promises when the run stops at the error: all that the blocks before made, and the map's heads.
 * Without an error, everything. `stops` knows the statement at which it stops, or what that holds; `there` was there before.
 */
export function promised(plan: Plan, stops: string | ((sql: string) => boolean) = 'no_such_table', there: readonly string[] = []): State {
  const isStop = typeof stops === 'string' ? (sql: string): boolean => sql.includes(stops) : stops;
  const objects: string[] = [...there];
  let inBlock: string[] = [];
  for (const event of planEvents(plan)) {
    if (event.kind === 'begin') inBlock = [];
    if (event.kind === 'end') objects.push(...inBlock);
    if (event.kind !== 'statement') continue;
    if (isStop(event.statement.sql)) {
      return { objects: objects.sort(), heads: pointOf(plan, event.block.number)?.heads ?? [] };
    }
    inBlock.push(...effectOf(event.statement.sql));
  }
  return { objects: objects.sort(), heads: plan.to };
}

const pointOf = (plan: Plan, number: number): FailurePoint | undefined => failureMap(plan).find(({ block }) => block === number);

/** Whether a run that stops at a statement leaves its revision there in part. */
export function leavesPart(plan: Plan, stops: string): boolean {
  for (const event of planEvents(plan)) {
    if (event.kind === 'statement' && event.statement.sql.includes(stops)) return pointOf(plan, event.block.number)?.midStep === true;
  }
  return false;
}

/** What is there when the first blocks are, and nothing else. */
export function wholeAfter(plan: Plan, blocks: number): State {
  const objects: string[] = [];
  for (const event of planEvents(plan)) {
    if (event.kind === 'statement' && event.block.number <= blocks) objects.push(...effectOf(event.statement.sql));
  }
  return { objects: objects.sort(), heads: pointOf(plan, blocks + 1)?.heads ?? plan.to };
}

/** Every place of an error: before, between and behind the ops of each revision. */
export const ERRORS: readonly NonNullable<Cell['error']>[] = CHAIN.flatMap((ops, index) =>
  Array.from({ length: ops.length + 1 }, (_, after) => ({ revision: index + 1, after })),
);
