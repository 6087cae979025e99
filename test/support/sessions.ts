/** Sessions with databases that are empty at first, by migsql's own drivers: in this process, or of the servers. */
import { fileURLToPath } from 'node:url';
import { connect } from '../../src/database/connect.ts';
import type { Connection } from '../../src/database/connection.ts';
import { parseUrl } from '../../src/database/url.ts';
import { createDatabase, isReachable, urlOf } from './servers.ts';

const URLS = {
  sqlite: () => 'sqlite::memory:',
  pglite: () => 'pglite:',
  postgresql: () => urlOf(createDatabase('postgresql')),
  mariadb: () => urlOf(createDatabase('mariadb')),
};

export type SessionName = keyof typeof URLS;

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

export const openSession = (url: string): Promise<Connection> => connect(parseUrl(url, projectFolder), { projectFolder });

/** The first two are there wherever the test is. */
export const hasSession = (name: SessionName): boolean => name === 'sqlite' || name === 'pglite' || isReachable(name);

export const emptySession = (name: SessionName): Promise<Connection> => openSession(URLS[name]());
