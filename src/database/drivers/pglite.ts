import { existsSync } from 'node:fs';
import type { Driver } from '../driver.ts';
import { codesOf } from '../failures.ts';
import type { Row } from '../introspect/row.ts';
import type { FileUrl } from '../url.ts';
import { plainRow } from './plain-row.ts';
import { DATES, postgresql } from './postgresql.ts';

type Pglite = Pick<typeof import('@electric-sql/pglite'), 'PGlite'>;

/** PostgreSQL within the process: one session, which cannot be broken off. */
export const pglite: Driver<FileUrl> = {
  async open({ path }, { load, onNotice, mustExist }) {
    if (path !== undefined && mustExist && !existsSync(path)) throw Object.assign(new Error(`there is no folder ${path}`), { code: NO_FOLDER });
    const { PGlite } = load<Pglite>('@electric-sql/pglite');
    const database = await PGlite.create(path);
    const ask = (sql: string) => database.exec(sql, { parsers: AS_TEXT, onNotice: ({ message }) => onNotice(message ?? '') });
    const rows = async (sql: string): Promise<readonly Row[]> => ((await ask(sql)).at(-1)?.rows ?? []).map((row) => plainRow(row));
    const [facts] = await rows("SELECT current_setting('server_version') AS server");
    return {
      dialect: 'postgresql',
      server: String(facts?.['server']).split(' ')[0] ?? '',
      run: async (sql) => {
        const changed = (await ask(sql)).at(-1)?.affectedRows;
        return changed === undefined ? {} : { changed };
      },
      query: rows,
      cancel: async () => {},
      close: () => database.close(),
    };
  },
  refused: postgresql.refused,
  failed: (error) => (codesOf(error).includes(NO_FOLDER) ? 'no-database' : undefined),
};

const NO_FOLDER = 'NO_FOLDER';

const AS_TEXT = Object.fromEntries(DATES.map((type) => [type, (text: string) => text]));
