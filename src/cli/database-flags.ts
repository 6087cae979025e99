import { Flags } from '@oclif/core';
import type { Config } from '../config.ts';
import { connect, type ConnectOptions } from '../database/connect.ts';
import type { Connection } from '../database/connection.ts';
import { type DatabaseUrl, displayUrl, hasPassword, isFileUrl, parseUrl, urlDialect } from '../database/url.ts';
import { fail, MigsqlError } from '../errors.ts';
import type { DialectName } from '../sql/dialect-name.ts';

export const urlFlag = Flags.custom<string>({
  description: 'The database, as postgresql://user@host/name or sqlite:file.db; no password. Default: as the config says.',
  helpValue: 'URL',
});

/** What of a database is looked at. */
export const schemasFlag = (description = "A schema to read. Default: the session's own.") =>
  Flags.string({ description, helpValue: 'NAME', delimiter: ',', multiple: true, multipleNonGreedy: true });

export const exceptFlag = () =>
  Flags.string({ description: 'A table or another thing to leave out: account, or sales.account.', helpValue: 'NAME', delimiter: ',', multiple: true, multipleNonGreedy: true });

export interface DatabaseFlags {
  readonly url?: string | undefined;
  readonly dialect?: DialectName | readonly DialectName[] | undefined;
  /** Whoever reads JSON is not asked for a password. */
  readonly json: boolean;
}

/** What of a config says which database it is. */
export type DatabaseConfig = Pick<Config, 'dialects' | 'root' | 'url'>;

/** What a command wants of `connect`. */
export type OpenOptions = Pick<ConnectOptions, 'connectTimeout' | 'mustExist' | 'onNotice' | 'signal'>;

/**
 * Connects to the database of `--url`, or else of the config. The password is that of the URL, MIGSQL_PASSWORD, or what a person
 * at a terminal says.
 *
 * @throws MigsqlError `no-url`, `other-database` where it is not of the dialect that is asked for, and those of `parseUrl` and `connect`
 */
export async function openDatabase(config: DatabaseConfig, flags: DatabaseFlags, options: OpenOptions = {}): Promise<Connection> {
  const url = databaseUrl(config, flags.url);
  const fitting = fittingDialects(url, wantedDialects(config, flags));
  const connection = await connectWithPassword(url, config, flags, options);
  if (!fitting.includes(connection.dialect)) {
    await connection.close();
    fail('other-database', { database: connection.display, found: connection.dialect, wanted: fitting });
  }
  return connection;
}

/** A path on the command line is seen from where that is written, one of the config from its folder. */
function databaseUrl(config: DatabaseConfig, given: string | undefined): DatabaseUrl {
  const instead = 'It would stay in the history of the shell. Leave it out, and set MIGSQL_PASSWORD; or set the whole URL in a variable that the config names.';
  if (given !== undefined && hasPassword(given)) fail('invalid-usage', { reason: '--url takes no password', instead });
  if (given !== undefined) return parseUrl(given, process.cwd());
  const { text, variable } = config.url ?? {};
  return text === undefined ? fail('no-url', { ...(variable !== undefined && { variable }) }) : parseUrl(text, config.root);
}

const wantedDialects = ({ dialects }: DatabaseConfig, { dialect }: DatabaseFlags): readonly DialectName[] =>
  dialect === undefined || dialect.length === 0 ? dialects : [dialect].flat();

/** What the server may be. A URL of another dialect connects to nothing; `mysql:` may lead to MariaDB. */
function fittingDialects(url: DatabaseUrl, wanted: readonly DialectName[]): readonly DialectName[] {
  const found = urlDialect(url);
  const possible: readonly DialectName[] = url.scheme === 'mysql' ? ['mysql', 'mariadb'] : [found];
  const fitting = wanted.length ? possible.filter((each) => wanted.includes(each)) : possible;
  return fitting.length ? fitting : fail('other-database', { database: displayUrl(url), found, wanted });
}

async function connectWithPassword(url: DatabaseUrl, { root }: DatabaseConfig, { json }: DatabaseFlags, options: OpenOptions): Promise<Connection> {
  const given = (isFileUrl(url) ? undefined : url.password) ?? (process.env['MIGSQL_PASSWORD'] || undefined);
  const open = (password: string | undefined): Promise<Connection> =>
    connect(url, { ...options, projectFolder: root, ...(password !== undefined && { password }) });
  const canAsk = !json && process.stdin.isTTY && process.stderr.isTTY;
  if (given !== undefined || !canAsk) return open(given);
  if (alwaysNeedsPassword(url)) return open(await askedPassword(url));
  return open(undefined).catch(async (error: unknown) => {
    if (wantsPassword(error)) return open(await askedPassword(url));
    throw error;
  });
}

/** What lets nobody in without a password counts each try. */
const alwaysNeedsPassword = ({ scheme }: DatabaseUrl): boolean => scheme === 'mssql' || scheme === 'oracle';

const wantsPassword = (error: unknown): boolean =>
  error instanceof MigsqlError && ['no-password', 'wrong-password'].includes(error.detailsOf('cannot-connect')?.failure ?? '');

async function askedPassword(url: DatabaseUrl): Promise<string> {
  const { password } = await import('@inquirer/prompts');
  return password({ message: `Password for ${displayUrl(url)}` }, { output: process.stderr });
}
