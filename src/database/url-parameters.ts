import { similar } from '../similar.ts';
import type { Scheme } from './url.ts';

export type Parameters = Readonly<Record<string, string | undefined>>;

/** The values that a parameter may have; `path` stands for any. */
type Values = readonly string[] | 'path';

/**
 * What each driver is told of a connection's encryption, in the words of the database's own clients. What would go without
 * it silently where a server has none (`prefer`, `PREFERRED`) is no choice.
 */
const PARAMETERS: { readonly [S in Scheme]: { readonly [name: string]: Values } } = {
  postgresql: {
    sslmode: ['disable', 'require', 'verify-ca', 'verify-full', 'no-verify'],
    sslrootcert: 'path',
    sslcert: 'path',
    sslkey: 'path',
  },
  mysql: mysqlParameters(),
  mariadb: mysqlParameters(),
  mssql: { encrypt: ['true', 'false', 'strict'], trustServerCertificate: ['true', 'false'], ca: 'path' },
  oracle: { protocol: ['tcp', 'tcps'], wallet: 'path', matchName: ['true', 'false'] },
  sqlite: {},
  pglite: {},
};

function mysqlParameters(): { readonly [name: string]: Values } {
  return {
    'ssl-mode': ['DISABLED', 'REQUIRED', 'VERIFY_CA', 'VERIFY_IDENTITY', 'NO_VERIFY'],
    'ssl-ca': 'path',
    'ssl-cert': 'path',
    'ssl-key': 'path',
  };
}

interface Flaw {
  readonly reason: string;
  readonly instead: string;
}

/** What is unknown among a URL's parameters, or stands there twice. A value is shown nowhere. */
export function parameterFlaws(scheme: Scheme, given: URLSearchParams): readonly Flaw[] {
  const known = PARAMETERS[scheme];
  return [...new Set(given.keys())].flatMap((name): Flaw[] => {
    const values = Object.hasOwn(known, name) ? known[name] : undefined;
    if (values === undefined) return [unknown(scheme, name, Object.keys(known))];
    if (given.getAll(name).length > 1) return [{ reason: `${name} stands there twice`, instead: 'Keep one of them.' }];
    const value = given.get(name) ?? '';
    if (values === 'path' ? value : values.includes(value)) return [];
    return [{ reason: `${name} has a value that it cannot have`, instead: values === 'path' ? 'Write a path.' : `It is one of ${values.join(', ')}.` }];
  });
}

function unknown(scheme: Scheme, name: string, known: readonly string[]): Flaw {
  const shown = /^[\w-]{1,40}$/.test(name) ? ` '${name}'` : '';
  const near = similar(name, known);
  const others = known.length ? `The parameters of ${scheme}: are ${known.join(', ')}.` : `${scheme}: has no parameters.`;
  return { reason: `there is no parameter${shown}`, instead: near.length ? `Did you mean ${near.join(', ')}?` : others };
}
