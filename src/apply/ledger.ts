import { type Connection, DatabaseError } from '../database/connection.ts';
import type { Row } from '../database/introspect/index.ts';
import { SESSION_WORDS } from '../database/words/index.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { writeLiteral, writeTable } from '../dialects/write.ts';
import { fail } from '../errors.ts';
import { ledgerTable } from '../plan/index.ts';
import type { VersionTable } from '../schema/version-table.ts';
import { hasTable } from './heads.ts';

/** A row of the ledger, as `apply` adds it: how much of a revision is there. */
export interface LedgerEntry {
  readonly revision: string;
  readonly direction: string;
  /** SHA-256 of the plan, in hex. */
  readonly script: string;
  readonly step: number;
  /** The last block of the plan that is there whole, or with `ended: false` the one that begins; nothing where the step is there whole. */
  readonly block?: number;
  /** How many of the step's statements are there. */
  readonly done: number;
  /** SHA-256 of the step's statements, in hex. */
  readonly statements: string;
  /** Whether a statement that takes effect by itself has begun, and it is not known how it ended. */
  readonly ended: boolean;
  /** Since the beginning of what it tells of. */
  readonly seconds: number;
  readonly tag?: string | undefined;
}

/** What the ledger says last of a revision. */
export interface LastEntry {
  readonly revision: string;
  readonly direction: string;
  /** Nothing in a row of a script. */
  readonly done?: number;
  readonly statements?: string;
  readonly ended: boolean;
  /** Whether it tells of a block, and not of a step that is there whole. */
  readonly ofBlock: boolean;
}

export interface Ledger {
  readonly table: VersionTable;
  readonly dialect: Dialect;
}

export const createLedger = ({ table, dialect }: Ledger): string =>
  `CREATE TABLE ${writeTable(dialect, ledgerTable(table))} (\n  ${dialect.script.ledger.join(',\n  ')}\n)`;

export const hasLedger = (connection: Connection, { table, dialect }: Ledger): Promise<boolean> => hasTable(connection, ledgerTable(table), dialect);

export function addEntry(entry: LedgerEntry, { table, dialect }: Ledger): string {
  const { now, ago, user, more = {} } = SESSION_WORDS[dialect.name].ledger;
  const text = (value: string | undefined): string => (value === undefined ? 'NULL' : writeLiteral(dialect, value));
  const columns = {
    revision: text(entry.revision),
    direction: text(entry.direction),
    script: text(entry.script),
    step: String(entry.step),
    block: entry.block === undefined ? 'NULL' : String(entry.block),
    done: String(entry.done),
    statements: text(entry.statements),
    started: ago(Math.max(0, Math.round(entry.seconds * 1000) / 1000)),
    finished: entry.ended ? now : 'NULL',
    run_by: user,
    tag: text(entry.tag),
    ...more,
  };
  return `INSERT INTO ${writeTable(dialect, ledgerTable(table))} (${Object.keys(columns).join(', ')}) VALUES (${Object.values(columns).join(', ')})`;
}

/**
 * The last row of each revision.
 *
 * @throws MigsqlError `unfit-ledger` where the table is of another kind
 */
export async function lastEntries(connection: Connection, ledger: Ledger): Promise<readonly LastEntry[]> {
  if (!(await hasLedger(connection, ledger))) return [];
  const name = writeTable(ledger.dialect, ledgerTable(ledger.table));
  const query =
    `SELECT revision, direction, block, done, statements, CASE WHEN finished IS NULL THEN 0 ELSE 1 END AS ended FROM ${name} ` +
    `WHERE id IN (SELECT MAX(id) FROM ${name} WHERE revision IS NOT NULL GROUP BY revision)`;
  try {
    return (await connection.query(query)).map(entryOf);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.kind !== 'other') throw error;
    return fail('unfit-ledger', { table: name, reason: error.message });
  }
}

/** Oracle says the names of columns in upper case. */
function entryOf(row: Row): LastEntry {
  const { revision, direction, block, done, statements, ended } = Object.fromEntries(Object.entries(row).map(([column, value]) => [column.toLowerCase(), value ?? undefined]));
  return {
    revision: String(revision),
    direction: String(direction),
    ...(done !== undefined && { done: Number(done) }),
    ...(statements !== undefined && { statements: String(statements).trim() }),
    ended: Number(ended) === 1,
    ofBlock: block !== undefined,
  };
}
