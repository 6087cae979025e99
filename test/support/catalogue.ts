import type { Connection } from '../../src/database/connection.ts';
import type { Database, Engine } from './servers.ts';

/** Queries that together say all that a database holds but its rows; each answers in one order only. */
const QUERIES: { readonly [E in Exclude<Engine, 'mariadb'>]: readonly string[] } = {
  postgresql: [
    `SELECT table_name, ordinal_position, column_name, udt_name, character_maximum_length, numeric_precision, numeric_scale,
       is_nullable, column_default, is_identity, identity_generation
     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`,
    `SELECT conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY conrelid::regclass::text, conname`,
    `SELECT i.indexrelid::regclass, pg_get_indexdef(i.indexrelid), i.indisvalid
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relnamespace = 'public'::regnamespace ORDER BY i.indexrelid::regclass::text`,
    `SELECT c.relname, d.objsubid, d.description FROM pg_description d JOIN pg_class c ON c.oid = d.objoid
     WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`,
    `SELECT viewname, replace(definition, chr(10), ' ') FROM pg_views WHERE schemaname = 'public' ORDER BY 1`,
    `SELECT t.typname, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid ORDER BY 1, e.enumsortorder`,
  ],
  sqlite: ["SELECT type, name, tbl_name, replace(sql, char(10), ' ') FROM sqlite_schema ORDER BY 1, 2"],
};

/** What a database holds but its rows, as lines. */
export function catalogueOf(database: Database): readonly string[] {
  if (database.engine === 'mariadb') return mariadbCatalogue(database);
  return QUERIES[database.engine].flatMap((sql) => database.query(sql)).map((row) => row.join(' | '));
}

function mariadbCatalogue(database: Database): readonly string[] {
  const tables = database.query(MARIADB_TABLES);
  return tables.flatMap(([table]) => database.query(`SHOW CREATE TABLE \`${table}\``).map((row) => withoutCounter(row.join(' | '))));
}

const MARIADB_TABLES = 'SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1';

/** The counter is the rows' business. */
const withoutCounter = (line: string): string => line.replace(/ AUTO_INCREMENT=\d+/, '');

/** The same by a connection, which need not be one of a server's client. */
export async function catalogueBy({ dialect, query }: Pick<Connection, 'dialect' | 'query'>): Promise<readonly string[]> {
  const linesOf = async (sql: string): Promise<readonly string[]> => (await query(sql)).map((row) => Object.values(row).map((value) => value ?? 'NULL').join(' | '));
  const lines: string[] = [];
  const queries = dialect === 'mariadb' ? (await linesOf(MARIADB_TABLES)).map((table) => `SHOW CREATE TABLE \`${table}\``) : QUERIES[dialect as 'postgresql' | 'sqlite'];
  for (const sql of queries) lines.push(...(await linesOf(sql)));
  return lines.map(withoutCounter);
}

/** The rows of every table but the version table, in one order only. */
export function rowsOf(database: Database, tables: readonly string[]): readonly string[] {
  return tables.flatMap((table) => database.query(`SELECT '${table}', count(*) FROM ${table}`)).map((row) => row.join(' '));
}
