/** The databases' own clients, which run scripts beside `apply`. */
import { spawn } from 'node:child_process';
import type { Bed } from './bed.ts';

export interface ClientRan {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a script as its header says. */
export function startClient({ name, url, secret: { password = '' } }: Bed, script: string): Promise<ClientRan> {
  const { hostname, port, username, pathname } = new URL(name === 'sqlite' ? 'sqlite://' : url());
  const file = name === 'sqlite' ? url().slice('sqlite:'.length) : '';
  const [command, ...args] = {
    postgresql: ['psql', '-X', '-v', 'ON_ERROR_STOP=1', '-d', url(), '-f', '-'],
    mariadb: ['mariadb', '--no-defaults', '--protocol=tcp', '-h', hostname, '-P', port || '3306', '-u', decodeURIComponent(username), '--default-character-set=utf8mb4', pathname.slice(1)],
    sqlite: ['sqlite3', '-init', '/dev/null', '-bail', '-batch', file],
    pglite: ['false'],
  }[name] as [string, ...string[]];
  const client = spawn(command, args, { env: { ...process.env, PGPASSWORD: password, MYSQL_PWD: password } });
  let output = '';
  for (const stream of [client.stdout, client.stderr]) stream.on('data', (chunk) => (output += chunk));
  client.stdin.on('error', () => {});
  client.stdin.end(script);
  return new Promise((resolve) => client.once('close', (code) => resolve({ code, output })));
}
