import type { ConnectFailure } from '../errors/database.ts';

/** Of migsql's own. */
const NO_PASSWORD = 'no-password';

/** Said before a server counts a try. */
export function noPassword(): never {
  throw Object.assign(new Error('none was given'), { code: NO_PASSWORD });
}

/**
 * Codes of the system and of Node: https://nodejs.org/api/errors.html, and for certificates
 * https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
const CODES: { readonly [code: string]: ConnectFailure } = {
  [NO_PASSWORD]: 'no-password',
  ECONNREFUSED: 'refused',
  ENOENT: 'refused',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ETIMEDOUT: 'timeout',
  EHOSTUNREACH: 'timeout',
  ENETUNREACH: 'timeout',
  ECONNRESET: 'lost',
  EPIPE: 'lost',
  EACCES: 'denied',
  CERT_HAS_EXPIRED: 'untrusted-certificate',
  CERT_NOT_YET_VALID: 'untrusted-certificate',
  CERT_REVOKED: 'untrusted-certificate',
  CERT_UNTRUSTED: 'untrusted-certificate',
  CERT_REJECTED: 'untrusted-certificate',
  CERT_SIGNATURE_FAILURE: 'untrusted-certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted-certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted-certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted-certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'untrusted-certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted-certificate',
  INVALID_CA: 'untrusted-certificate',
  INVALID_PURPOSE: 'untrusted-certificate',
  HOSTNAME_MISMATCH: 'untrusted-certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'untrusted-certificate',
};

/** An error, and those that it was made of: Node tries every address of a name, and drivers wrap what they met. */
export function causesOf(error: unknown, depth = 0): readonly Error[] {
  if (!(error instanceof Error) || depth > 8) return [];
  const within = [...(error instanceof AggregateError ? error.errors : []), error.cause];
  return [error, ...within.flatMap((each) => causesOf(each, depth + 1))];
}

/** The codes of an error and its causes. */
export const codesOf = (error: unknown): readonly string[] =>
  causesOf(error).flatMap((each) => ('code' in each && each.code !== undefined && each.code !== null ? [String(each.code)] : []));

/** What the network or TLS says of a connection that did not come about. */
export const networkFailure = (error: unknown): ConnectFailure | undefined => codesOf(error).flatMap((code) => CODES[code] ?? [])[0];

/** An error's words, in one line; one of several addresses has none of its own. */
export function wordsOf(error: unknown): string {
  const [said] = causesOf(error).flatMap(({ message }) => (message ? [message] : []));
  return (said ?? String(error)).trim().replace(/\s*\n\s*/g, ' ');
}
