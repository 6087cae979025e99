/** Rows of a test database by the names of their columns, as a driver gives them, from what the clients print. */
import type { Query, Row } from '../../src/database/introspect/index.ts';
import { type Database, clientRun } from './servers.ts';

const lines = (output: string): readonly string[] => output.split('\n').filter((line) => line !== '');

function postgresqlRows(database: Database, sql: string): readonly Row[] {
  return lines(database.run(`SELECT row_to_json(r) FROM (${sql}) r;\n`)).map((line) => JSON.parse(line) as Row);
}

function sqliteRows(database: Database, sql: string): readonly Row[] {
  const output = database.run(`.mode json\n${sql};\n`);
  return output.trim() === '' ? [] : (JSON.parse(output) as readonly Row[]);
}

const ENTITIES: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"' };

const decoded = (xml: string): string => xml.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '');

/** `--xml` alone tells NULL from a text. */
function mariadbRows(database: Database, sql: string): readonly Row[] {
  const xml = clientRun(database, `${sql};\n`, '--xml');
  return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    Object.fromEntries(
      [...row.matchAll(/<field name="([^"]*)"(?: xsi:nil="true" \/>|>(.*?)<\/field>)/gs)].map(([, name = '', value]) => [
        name,
        value === undefined ? null : decoded(value),
      ]),
    ),
  );
}

const READERS = { postgresql: postgresqlRows, mariadb: mariadbRows, sqlite: sqliteRows };

export const queryOf =
  (database: Database): Query =>
  (sql) =>
    Promise.resolve(READERS[database.engine](database, sql));
