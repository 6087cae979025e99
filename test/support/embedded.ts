/** Engines that run in the process of the test, wherever it runs: SQLite and PostgreSQL compiled to WebAssembly. */
import { PGlite } from '@electric-sql/pglite';
import sqlite from 'node-sqlite3-wasm';
import type { Query, Row } from '../../src/database/introspect/index.ts';

export interface Embedded {
  /** Runs statements on a database that is empty before. */
  readonly build: (script: string) => Promise<void>;
  readonly query: Query;
  readonly close: () => Promise<void>;
}

export async function embeddedSqlite(): Promise<Embedded> {
  let database = new sqlite.Database();
  return {
    build: async (script) => {
      database.close();
      database = new sqlite.Database();
      // A script makes tables anew, which their references must not see.
      database.exec(`PRAGMA foreign_keys = OFF; ${script}`);
    },
    query: async (sql) => database.all(sql) as readonly Row[],
    close: async () => database.close(),
  };
}

const CLEAR = `
DO $$ DECLARE one name; BEGIN
  FOR one IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', one);
  END LOOP;
END $$;
CREATE SCHEMA public;
`;

/** Slow to start: one for a test file. */
export async function embeddedPostgresql(): Promise<Embedded> {
  const database = await PGlite.create();
  return {
    build: async (script) => void (await database.exec(CLEAR + script)),
    query: async (sql) => (await database.query<Row>(sql)).rows,
    close: () => database.close(),
  };
}
