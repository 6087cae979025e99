import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail } from '../errors.ts';
import type { ServerUrl } from './url.ts';

/** How a connection is encrypted, where it is. */
export interface Tls {
  /** What is checked of the server's certificate: all of it, all but the name of the host, or nothing. */
  readonly verify: 'full' | 'authority' | 'nothing';
  /** PEM; the authorities that Node trusts where it is not given. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** `require` is verified as well: encrypted for whoever is in between is not encrypted. */
const VERIFIED: { readonly [mode: string]: Tls['verify'] | undefined } = {
  require: 'full',
  'verify-full': 'full',
  'verify-ca': 'authority',
  'no-verify': 'nothing',
  REQUIRED: 'full',
  VERIFY_IDENTITY: 'full',
  VERIFY_CA: 'authority',
  NO_VERIFY: 'nothing',
};

/** A certificate in a URL asks for TLS as well as a mode does. @throws MigsqlError `invalid-url` for a file that cannot be read */
export function tlsOf(url: ServerUrl): Tls | undefined {
  const { parameters } = url;
  const postgresql = url.scheme === 'postgresql';
  const mode = parameters[postgresql ? 'sslmode' : 'ssl-mode'];
  const [ca, cert, key] = postgresql ? ['sslrootcert', 'sslcert', 'sslkey'] : ['ssl-ca', 'ssl-cert', 'ssl-key'];
  const given = [ca, cert, key].some((name) => parameters[name ?? ''] !== undefined);
  const verify = mode === undefined ? (given ? 'full' : undefined) : VERIFIED[mode];
  if (verify === undefined) return undefined;
  const pem = { ca: pemOf(url, ca), cert: pemOf(url, cert), key: pemOf(url, key) };
  return { verify, ...Object.fromEntries(Object.entries(pem).filter(([, text]) => text !== undefined)) };
}

/** The text of the file that a parameter names. @throws MigsqlError `invalid-url` */
export function pemOf({ parameters, folder }: ServerUrl, name = ''): string | undefined {
  const path = parameters[name];
  if (path === undefined) return undefined;
  try {
    return readFileSync(resolve(folder, path), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fail('invalid-url', { reason: `the file of ${name} cannot be read (${code})`, instead: 'Correct the path; a relative one is seen from the config file.' });
  }
}
