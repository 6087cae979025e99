import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import { similar } from '../similar.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { type Parameters, parameterFlaws } from './url-parameters.ts';

/** Schemes, and the dialect that a database of each is written to in. */
const DIALECTS = {
  postgresql: 'postgresql',
  mysql: 'mysql',
  mariadb: 'mariadb',
  mssql: 'mssql',
  oracle: 'oracle',
  sqlite: 'sqlite',
  pglite: 'postgresql',
} as const satisfies { readonly [scheme: string]: DialectName };

export type Scheme = keyof typeof DIALECTS;
type FileScheme = 'sqlite' | 'pglite';
export type ServerScheme = Exclude<Scheme, FileScheme>;

const ALIASES: ReadonlyMap<string, Scheme> = new Map([
  ...(Object.keys(DIALECTS) as Scheme[]).map((scheme) => [scheme, scheme] as const),
  ['postgres', 'postgresql'],
  ['sqlserver', 'mssql'],
]);

const PORTS: { readonly [S in ServerScheme]: number } = { postgresql: 5432, mysql: 3306, mariadb: 3306, mssql: 1433, oracle: 1521 };

/** A database of a server. */
export interface ServerUrl {
  readonly scheme: ServerScheme;
  /** A name, an address without brackets, or the path of a socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  /** Its name; for Oracle that of the service. */
  readonly database: string;
  /** Those that the scheme knows, with values that it knows. */
  readonly parameters: Parameters;
  /** What paths in the parameters are relative to; absolute. */
  readonly folder: string;
}

/** A database that is a file or a folder; none where it lives in memory. */
export interface FileUrl {
  readonly scheme: FileScheme;
  /** Absolute. */
  readonly path?: string;
}

export type DatabaseUrl = ServerUrl | FileUrl;

export const isFileUrl = (url: DatabaseUrl): url is FileUrl => url.scheme === 'sqlite' || url.scheme === 'pglite';

/** The dialect that a URL promises; a server may be MariaDB all the same where it says `mysql:`. */
export const urlDialect = ({ scheme }: DatabaseUrl): DialectName => DIALECTS[scheme];

/** A URL for people: neither a password nor parameters. */
export function displayUrl(url: DatabaseUrl): string {
  if (isFileUrl(url)) return `${url.scheme}:${url.path ?? (url.scheme === 'sqlite' ? ':memory:' : '')}`;
  const { scheme, user, host, port, database } = url;
  const shown = host.includes(':') ? `[${host}]` : encodeURIComponent(host);
  return `${scheme}://${encodeURIComponent(user)}@${shown}:${port}/${encodeURIComponent(database)}`;
}

/**
 * Reads a database's URL. Nothing of it but its scheme and names of parameters is in an error, for it may hold a secret anywhere.
 *
 * @param folder absolute: what a relative path is relative to
 * @throws MigsqlError with every problem: `unknown-scheme`, `invalid-url`
 */
export function parseUrl(text: string, folder: string): DatabaseUrl {
  const read = readUrl(text.trim(), folder);
  if (Array.isArray(read)) throw new MigsqlError(read);
  return read as DatabaseUrl;
}

/** Whether a text, read as a URL or not, holds a password. */
export function hasPassword(text: string): boolean {
  const read = readUrl(text.trim(), '/');
  return Array.isArray(read) ? /\/\/[^@]*:[^@]*@/.test(text) : 'password' in read;
}

const invalid = (reason: string, instead: string): Diagnostic => problem('invalid-url', { reason, instead });

function readUrl(text: string, folder: string): DatabaseUrl | Diagnostic[] {
  const [, written = ''] = /^([a-z][a-z0-9+.-]*):/i.exec(text) ?? [];
  const scheme = ALIASES.get(written.toLowerCase());
  if (scheme === undefined) return [unknownScheme(text, written)];
  if (/[\0-\x1f\x7f]/.test(text)) return [invalid('there is a line break or another control character in it', 'Take it out.')];
  const rest = text.slice(written.length + 1);
  return scheme === 'sqlite' || scheme === 'pglite' ? readFile(scheme, rest, folder) : readServer(scheme, rest, folder);
}

/** What stands before the first colon may be half of a password, unless it looks like a scheme. */
function unknownScheme(text: string, written: string): Diagnostic {
  const known = Object.keys(DIALECTS);
  const [plain = ''] = written.toLowerCase().split('+');
  const suggestions = ALIASES.has(plain) ? [plain] : similar(written, known);
  if (text.startsWith(`${written}://`) || suggestions.length) return problem('unknown-scheme', { scheme: written, known, suggestions });
  return invalid('it begins with no scheme', `Write postgresql://user@host/database, sqlite:file.db, or another of ${known.join(', ')}.`);
}

const SPECIAL = 'Write what is special in a user, a password or a name as % and two digits: @ is %40, : %3A, / %2F, ? %3F, # %23, % %25.';

function readServer(scheme: ServerScheme, rest: string, folder: string): ServerUrl | Diagnostic[] {
  const url = URL.canParse(`${scheme}:${rest}`) ? new URL(`${scheme}:${rest}`) : undefined;
  if (!url || !rest.startsWith('//')) return [invalid(`it is not ${scheme}://user@host:port/database`, SPECIAL)];
  // A password with such a character in it ends early for whoever reads it by the rules.
  if (url.hash || `${url.pathname}${url.search}`.includes('@')) return [invalid("there is a '#', or an '@' behind the host", SPECIAL)];
  const parts = [url.username, url.password, url.hostname.replace(/^\[|\]$/g, ''), url.pathname.slice(1)];
  const [user, password, host, database] = parts.map(decoded);
  if (user === undefined || password === undefined || host === undefined || database === undefined) {
    return [invalid("there is a '%' in it that begins no character", SPECIAL)];
  }
  const flaws = [...missingParts({ user, host, database }), ...parameterFlaws(scheme, url.searchParams)];
  if (flaws.length) return flaws.map(({ reason, instead }) => invalid(reason, instead));
  const parameters = Object.fromEntries(url.searchParams);
  return { scheme, host, port: Number(url.port) || PORTS[scheme], user, ...(password && { password }), database, parameters, folder };
}

const missingParts = (parts: { readonly user: string; readonly host: string; readonly database: string }) =>
  Object.entries(parts)
    .filter(([, value]) => value === '')
    .map(([part]) => ({ reason: `it names no ${part}`, instead: 'Write all of them: postgresql://user@host/database.' }));

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function readFile(scheme: FileScheme, rest: string, folder: string): FileUrl | Diagnostic[] {
  const [written = '', ...query] = rest.split('?');
  const flaws = parameterFlaws(scheme, new URLSearchParams(query.join('?')));
  if (flaws.length) return flaws.map(({ reason, instead }) => invalid(reason, instead));
  const path = decoded(written);
  if (path === undefined || written.includes('#')) return [invalid("there is a '#', or a '%' that begins no character, in it", 'Write them %23 and %25.')];
  if (/^\/\/(?!\/)/.test(path)) return [invalid('two slashes begin the name of a host', `Write ${scheme}:path, or ${scheme}:///path for one from the root.`)];
  if (path === (scheme === 'sqlite' ? ':memory:' : '')) return { scheme };
  if (path === '') return [invalid('it names no file', 'Write sqlite:file.db.')];
  return { scheme, path: resolve(folder, path.replace(/^\/\/+/, '/').replace(/^\/(?=[a-z]:)/i, '')) };
}
