import { DatabaseError, type Connection } from '../database/connection.ts';
import { SESSION_WORDS } from '../database/words/index.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { writeTable } from '../dialects/write.ts';
import { fail } from '../errors.ts';
import { headsQuery, versionColumn } from '../plan/index.ts';
import type { ObjectName } from '../schema/name.ts';
import type { VersionTable } from '../schema/version-table.ts';

/** Whether a table is there; a user who may not see it is told that there is none. */
export const hasTable = async (connection: Connection, table: ObjectName, dialect: Dialect): Promise<boolean> =>
  (await connection.query(SESSION_WORDS[dialect.name].findTable(table, dialect))).length > 0;

/**
 * The current heads of a database, sorted; without a version table there are none.
 *
 * @throws MigsqlError `unfit-version-table`
 */
export async function readHeads(connection: Connection, table: VersionTable, dialect: Dialect): Promise<readonly string[]> {
  if (!(await hasTable(connection, table, dialect))) return [];
  try {
    const rows = await connection.query(headsQuery(table, dialect));
    return rows.map((row) => String(Object.values(row)[0])).sort();
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.kind !== 'other') throw error;
    return fail('unfit-version-table', { table: `${writeTable(dialect, table)} (${versionColumn(table)})`, reason: error.message });
  }
}

export const sameHeads = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && [...one].sort().join() === [...other].sort().join();
