import { resolve } from 'node:path';
import { dialectOf } from '../compiler.ts';
import type { Config } from '../config.ts';
import type { Connection } from '../database/connection.ts';
import { DIALECTS } from '../dialects/index.ts';
import { readSchema } from '../live/index.ts';
import type { DatabaseFlags } from './database-flags.ts';
import { objectNames } from './object-names.ts';
import { type Report, shownPath } from './report.ts';
import type { SchemaFormat } from './schema-formats.ts';
import { schemaText } from './schema-report.ts';
import { unmodelledLines } from './unmodelled-lines.ts';
import { withDatabase } from './with-database.ts';

/** What to read, and how it is written, as the command line says it. */
export interface InspectRequest extends DatabaseFlags {
  readonly format: SchemaFormat;
  readonly schema?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
  readonly output?: string | undefined;
}

/**
 * The schema of a database, in one of several forms. No project is needed.
 *
 * @throws MigsqlError of `withDatabase` and `readSchema`; DatabaseError
 */
export async function inspect(config: Config | undefined, request: InspectRequest): Promise<Report> {
  const { format, output } = request;
  const { text, ...data } = await withDatabase(config ?? { dialects: [], root: process.cwd() }, request, (connection) => read(config, connection, request));
  const notes = data.unmodelled.map((each) => `not in it: ${each}`);
  if (output === undefined) return { data: { ...data, format, text }, lines: text.split('\n').slice(0, -1), notes };
  const path = resolve(output);
  const written = shownPath(path);
  const files = [{ path, name: written, text: [text] }];
  return { data: { ...data, format, written: [written] }, lines: [], notes: [`wrote ${written}`, ...notes], writings: [{ files }] };
}

async function read(config: Config | undefined, connection: Connection, { format, schema: schemas, except }: InspectRequest) {
  const { dialect: name, display: database, server } = connection;
  const { model, unmodelled } = await readSchema(connection, {
    ...(schemas && { schemas }),
    ...(config && { versionTable: config.versionTable }),
    except: objectNames(except),
  });
  const dialect = config ? dialectOf(config, name) : DIALECTS[name];
  const text = await schemaText(model, format, { dialect, title: database });
  return { database, dialect: name, server, unmodelled: unmodelledLines(unmodelled), text };
}
