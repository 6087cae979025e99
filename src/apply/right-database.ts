import { dialectOf } from '../compiler.ts';
import type { Config } from '../config.ts';
import type { Connection } from '../database/connection.ts';
import { SESSION_WORDS } from '../database/words/index.ts';
import { displayServer } from '../dialects/configure.ts';
import { isAtLeast, parseVersion } from '../dialects/server.ts';
import { writeLiteral } from '../dialects/write.ts';
import { fail } from '../errors.ts';

/**
 * What a script's guards ask of a database before its first change: that it is no older than the forms of the statements, and
 * the one that is meant.
 *
 * @param expected the database's name; by the config where it says one
 * @throws MigsqlError `older-server`, `unexpected-database`
 */
export async function expectRightDatabase(config: Config, connection: Connection, expected: string | undefined = config.script.expectDatabase): Promise<void> {
  const { dialect: name, server, display: database } = connection;
  const dialect = dialectOf(config, name);
  const version = parseVersion(/^\d+(?:\.\d+){0,2}/.exec(server)?.[0] ?? '');
  if (version && !isAtLeast(version, dialect.server)) fail('older-server', { database, found: server, wanted: `${dialect.title} ${displayServer(dialect)}` });
  if (expected === undefined) return;
  const words = SESSION_WORDS[name];
  const [row] = await connection.query(words.ask(words.isDatabase(writeLiteral(dialect, expected))));
  if (Number(row?.['holds']) !== 1) fail('unexpected-database', { database, expected });
}
