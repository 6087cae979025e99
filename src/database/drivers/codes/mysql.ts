import type { ConnectFailure } from '../../../errors/database.ts';
import type { Refused } from '../../connection.ts';

/**
 * By the server's numbers, and by names of the driver's own:
 * https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html and https://mariadb.com/kb/en/mariadb-error-codes/
 */
export const FAILURES: { readonly [code: string]: ConnectFailure } = {
  1040: 'busy',
  1203: 'busy',
  1044: 'denied',
  1045: 'wrong-password',
  1049: 'no-database',
  1129: 'denied',
  1130: 'denied',
  1698: 'wrong-password',
  3159: 'tls-needed',
  4031: 'lost',
  HANDSHAKE_NO_SSL_SUPPORT: 'no-tls',
  PROTOCOL_CONNECTION_LOST: 'lost',
};

export const KINDS: { readonly [code: string]: Refused } = {
  1205: 'lock-timeout',
  3572: 'lock-timeout',
  1213: 'conflict',
  1020: 'conflict',
  1317: 'canceled',
  1028: 'canceled',
  1044: 'denied',
  1045: 'denied',
  1142: 'denied',
  1143: 'denied',
  1227: 'denied',
  1290: 'denied',
  1370: 'denied',
  1419: 'denied',
  1792: 'denied',
  1836: 'denied',
  1053: 'connection-lost',
  1152: 'connection-lost',
  1158: 'connection-lost',
  1159: 'connection-lost',
  1160: 'connection-lost',
  1161: 'connection-lost',
  1927: 'connection-lost',
  3169: 'connection-lost',
  4031: 'connection-lost',
  PROTOCOL_CONNECTION_LOST: 'connection-lost',
  ECONNRESET: 'connection-lost',
  EPIPE: 'connection-lost',
};
