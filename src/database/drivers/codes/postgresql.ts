import type { ConnectFailure } from '../../../errors/database.ts';
import type { Refused } from '../../connection.ts';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
export const FAILURES: { readonly [code: string]: ConnectFailure } = {
  '28P01': 'wrong-password',
  '28000': 'wrong-password',
  '3D000': 'no-database',
  '42501': 'denied',
  '53300': 'busy',
  '57P03': 'busy',
};

export const KINDS: { readonly [code: string]: Refused } = {
  '55P03': 'lock-timeout',
  '40001': 'conflict',
  '40P01': 'conflict',
  '42501': 'denied',
  '25006': 'denied',
  '57014': 'canceled',
  '57P01': 'connection-lost',
  '57P02': 'connection-lost',
  '57P03': 'connection-lost',
  '57P05': 'connection-lost',
  '25P03': 'connection-lost',
  '25P04': 'connection-lost',
  ECONNRESET: 'connection-lost',
  EPIPE: 'connection-lost',
  ETIMEDOUT: 'connection-lost',
};
