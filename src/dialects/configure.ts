import type { Dialect, Version } from './dialect.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { displayVersion, isAtLeast, parseVersion } from './server.ts';

/** `needed`: names that would be read otherwise without quotes have them; `always`: all names have them. */
export type Quoting = 'needed' | 'always';

export const QUOTING = ['needed', 'always'] as const satisfies readonly Quoting[];

export interface DialectSettings {
  /** The oldest server that a script must run on: `'15'`, `'8.0.36'`, `'2019'`. */
  readonly server?: string;
  readonly quoting?: Quoting;
}

/** SQL Server goes by years: https://learn.microsoft.com/troubleshoot/sql/releases/download-and-install-latest-updates */
const SQL_SERVER_YEARS: { readonly [year: number]: Version } = {
  2016: [13],
  2017: [14],
  2019: [15],
  2022: [16],
  2025: [17],
};

/** Servers older than the one that a dialect writes for when nothing is said. */
const OLDEST: { readonly [D in DialectName]?: Version } = { oracle: [11, 2], sqlite: [3, 22] };

/** `19c`, `23ai`, `12cR2`: a letter is of the line's name, and the release is the second number. */
function oracleVersion(text: string): Version | undefined {
  const [, line, release] = /^(\d{2})(?:g|c|ai)(?: ?R([12]))?$/i.exec(text) ?? [];
  if (line === undefined) return undefined;
  return release === undefined ? [Number(line)] : [Number(line), Number(release)];
}

/** A line of versions (`8.0`, `12c`) begins with the oldest of it that migsql writes for. */
const isLineOf = (version: Version, oldest: Version): boolean => version.every((number, index) => number === oldest[index]);

/** A server's version as the dialect counts it, or what is wrong with the text. */
export function serverVersion({ name, title, server }: Dialect, text: string): Version | { readonly flaw: string } {
  const written = (name === 'oracle' ? oracleVersion(text) : undefined) ?? parseVersion(text);
  if (!written) return { flaw: `is no version of ${title}: write it as ${displayVersion(server)}` };
  const [year = 0] = written;
  const version = name === 'mssql' && year > 1000 ? SQL_SERVER_YEARS[year] : written;
  if (!version) return { flaw: `is no version of ${title}: there are ${Object.keys(SQL_SERVER_YEARS).join(', ')}` };
  const oldest = OLDEST[name] ?? server;
  if (isLineOf(version, oldest)) return oldest;
  if (isAtLeast(version, oldest)) return version;
  return { flaw: `is older than ${title} ${displayVersion(oldest)}, the oldest that migsql writes for` };
}

/** A dialect's oldest server as people call it: `15`, `2019`. */
export function displayServer({ name, server }: Dialect): string {
  const year = name === 'mssql' && Object.entries(SQL_SERVER_YEARS).find(([, [major]]) => major === server[0])?.[0];
  return year || displayVersion(server);
}

/** A dialect for a server and a way of quoting; both as they are where nothing is said. */
export function configured(dialect: Dialect, { server, quoting }: DialectSettings): Dialect {
  const version = server === undefined ? dialect.server : serverVersion(dialect, server);
  if ('flaw' in version) throw new TypeError(`'${server}' ${version.flaw}`);
  return {
    ...dialect,
    server: version,
    ...(quoting === 'always' && { lexicon: { ...dialect.lexicon, quotesAll: true } }),
  };
}
