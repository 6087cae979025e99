import { resolve } from 'node:path';
import type { Connection, Result } from 'oracledb';
import { fail } from '../../errors.ts';
import type { Driver, Opening, Session } from '../driver.ts';
import { causesOf, noPassword } from '../failures.ts';
import type { Row } from '../introspect/row.ts';
import { displayUrl, type ServerUrl } from '../url.ts';
import { FAILURES, KINDS } from './codes/oracle.ts';
import { ended } from './ending.ts';

type Oracledb = typeof import('oracledb');

/**
 * Oracle by `oracledb` in thin mode, which needs no client of Oracle's. Nothing is committed but by COMMIT, and by DDL.
 *
 * A text that begins with CREATE, ALTER or DROP is sent as it is. In queries, DML and blocks the driver takes `:name` for a
 * bind variable where Oracle does as well: outside literals and comments.
 */
export const oracle: Driver<ServerUrl> = {
  async open(url, opening) {
    const oracledb = opening.load<Oracledb>('oracledb');
    const connection = await oracledb.getConnection(attributesOf(url, opening));
    return sessionOf(oracledb, connection, opening.onNotice);
  },
  refused: (error) => {
    const [code] = oracleCodes(error);
    return { kind: KINDS[code ?? ''] ?? 'other', ...(code !== undefined && { code }) };
  },
  failed: (error) => {
    if (/ECONNREFUSED/.test(String(error))) return 'refused';
    return oracleCodes(error).flatMap((code) => FAILURES[code] ?? [])[0];
  },
};

function sessionOf(oracledb: Oracledb, connection: Connection, onNotice: Opening['onNotice']): Session {
  const ask = async (sql: string): Promise<Result<Row>> => {
    const result = await connection.execute<Row>(sql, [], {
      outFormat: oracledb.OUT_FORMAT_OBJECT,
      fetchTypeHandler: ({ dbType }) => (asText(oracledb).includes(dbType) ? { type: oracledb.STRING } : undefined),
    });
    if (result.warning) onNotice(result.warning.message);
    return result;
  };
  return {
    dialect: 'oracle',
    server: connection.oracleServerVersionString,
    run: async (sql) => {
      const { rowsAffected } = await ask(sql);
      return rowsAffected === undefined ? {} : { changed: rowsAffected };
    },
    query: async (sql) => (await ask(sql)).rows ?? [],
    cancel: () => connection.break(),
    close: () => ended(connection.close(), () => {}),
  };
}

/** Dates and large objects as texts: else they are JavaScript's dates, and streams. */
const asText = (oracledb: Oracledb): readonly unknown[] => [
  oracledb.DB_TYPE_DATE,
  oracledb.DB_TYPE_TIMESTAMP,
  oracledb.DB_TYPE_TIMESTAMP_TZ,
  oracledb.DB_TYPE_TIMESTAMP_LTZ,
  oracledb.DB_TYPE_CLOB,
  oracledb.DB_TYPE_NCLOB,
];

function attributesOf(url: ServerUrl, { password = noPassword(), limit }: Opening) {
  const { host, port, user, database, parameters, folder } = url;
  // Both become part of a text with a syntax of its own.
  if (!/^[\w.:-]+$/.test(host) || !/^[\w.$#-]+$/.test(database)) {
    fail('invalid-url', { reason: `the host or the service of ${displayUrl(url)} holds a character that none has`, instead: 'Correct it.' });
  }
  const address = host.includes(':') ? `[${host}]` : host;
  const seconds = Math.max(1, Math.ceil(limit / 1000));
  return {
    user,
    password,
    connectString: `${parameters['protocol'] ?? 'tcp'}://${address}:${port}/${database}`,
    connectTimeout: seconds,
    transportConnectTimeout: seconds,
    sslServerDNMatch: parameters['matchName'] !== 'false',
    ...(parameters['wallet'] !== undefined && { walletLocation: resolve(folder, parameters['wallet']) }),
  };
}

/** The database's codes and the driver's: `ORA-00942`, `NJS-503`; an error's words may begin with another one than its code. */
const oracleCodes = (error: unknown): readonly string[] => causesOf(error).flatMap(({ message }) => message.match(/\b(?:ORA|NJS)-\d+/g) ?? []);
