import type { ConnectFailure } from '../../../errors/database.ts';
import type { Refused } from '../../connection.ts';
import { NO_TLS } from '../refuse-plain.ts';

/** https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors */
export const FAILURES: { readonly [code: string]: ConnectFailure } = {
  4060: 'no-database',
  911: 'no-database',
  18456: 'wrong-password',
  18452: 'wrong-password',
  18486: 'denied',
  18487: 'denied',
  18488: 'denied',
  916: 'denied',
  17809: 'busy',
  40613: 'busy',
  [NO_TLS]: 'no-tls',
  EENCRYPT: 'tls-needed',
  ETIMEOUT: 'timeout',
};

export const KINDS: { readonly [code: string]: Refused } = {
  1222: 'lock-timeout',
  1205: 'conflict',
  3960: 'conflict',
  3961: 'conflict',
  41302: 'conflict',
  41305: 'conflict',
  41325: 'conflict',
  229: 'denied',
  230: 'denied',
  262: 'denied',
  297: 'denied',
  300: 'denied',
  3906: 'denied',
  15247: 'denied',
  ECANCEL: 'canceled',
  ESOCKET: 'connection-lost',
  ECLOSE: 'connection-lost',
  EINVALIDSTATE: 'connection-lost',
  ECONNRESET: 'connection-lost',
  EPIPE: 'connection-lost',
  596: 'connection-lost',
};
