/** Servers of a test's own, which it may stop as if their machine had lost its power, and start again. */
import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { connect } from '../../src/database/connect.ts';
import { parseUrl } from '../../src/database/url.ts';
import { type Bed, EMPTYING, visits } from './bed.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface OwnServer {
  readonly bed: Bed;
  /** At once: nothing is written, nobody is told. */
  readonly stop: () => Promise<void>;
  /** Until it answers. */
  readonly start: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function folderOf(user: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'migsql-server-'));
  execFileSync('chown', [user, folder]);
  return folder;
}

const POSTGRESQL_TOOLS = '/usr/lib/postgresql';

/** Whether this machine can run servers for a test; if not, a line that begins with SKIPPED says so. */
export function canRunServers(): boolean {
  const can = process.getuid?.() === 0 && existsSync(POSTGRESQL_TOOLS) && spawnSync('mariadbd', ['--version']).status === 0;
  if (!can) console.log("SKIPPED servers of the test's own: root, PostgreSQL's and MariaDB's server programs are needed");
  return can;
}

interface Program {
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

async function postgresql(port: number): Promise<Program> {
  const folder = folderOf('postgres');
  const tools = join(POSTGRESQL_TOOLS, readdirSync(POSTGRESQL_TOOLS).sort((one, other) => Number(one) - Number(other)).at(-1)!, 'bin');
  const run = async (command: string): Promise<void> => void (await promisify(execFile)('su', ['postgres', '-c', `${tools}/${command} >/dev/null`]));
  await run(`initdb -A trust -E UTF8 --no-locale -N -U root -D ${folder}/data`);
  const stop = (): Promise<void> => run(`pg_ctl -D ${folder}/data -m immediate stop`);
  process.on('exit', () => {
    spawnSync('su', ['postgres', '-c', `${tools}/pg_ctl -D ${folder}/data -m immediate stop`]);
    rmSync(folder, { recursive: true, force: true });
  });
  return { stop, start: () => run(`pg_ctl -w -D ${folder}/data -l ${folder}/log -o '-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off' start`) };
}

async function mariadb(port: number): Promise<Program> {
  const folder = folderOf('mysql');
  await promisify(execFile)('mariadb-install-db', ['--no-defaults', '--user=mysql', `--datadir=${folder}/data`, '--auth-root-authentication-method=normal', '--skip-test-db']);
  let stop = async (): Promise<void> => {};
  const start = async (): Promise<void> => {
    const options = ['--no-defaults', '--user=mysql', `--datadir=${folder}/data`, `--socket=${folder}/socket`, `--port=${port}`, '--bind-address=127.0.0.1'];
    const server = spawn('mariadbd', options, { stdio: 'ignore' });
    // The test ends with its server running.
    server.unref();
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    stop = () => {
      server.ref();
      server.kill('SIGKILL');
      return ended;
    };
  };
  process.on('exit', () => {
    void stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { start, stop: () => stop() };
}

const PROGRAMS = { postgresql, mariadb };
const URLS = { postgresql: 'postgresql://root@127.0.0.1', mariadb: 'mysql://root@127.0.0.1' };
const FIRST = { postgresql: 'postgres', mariadb: 'mysql' };
const DATABASE = 'migsql_own';

/** A server with one database; it runs. */
export async function ownServer(name: 'postgresql' | 'mariadb'): Promise<OwnServer> {
  const port = await freePort();
  const program = await PROGRAMS[name](port);
  const url = (): string => `${URLS[name]}:${port}/${DATABASE}`;
  const openAt = (database: string) => connect(parseUrl(`${URLS[name]}:${port}/${database}`, root), { projectFolder: root });
  const open = (): ReturnType<Bed['open']> => openAt(DATABASE);
  const start = async (): Promise<void> => {
    await program.start();
    for (const end = Date.now() + 30_000; ; await wait(20)) {
      const own = await openAt(FIRST[name]).catch((error: unknown) => (Date.now() > end ? Promise.reject(error) : undefined));
      if (own) return own.close();
    }
  };
  await start();
  const own = await openAt(FIRST[name]);
  await own.run(`CREATE DATABASE ${DATABASE}`).finally(own.close);
  const empty = async (): Promise<void> => {
    const session = await open();
    for (const sql of EMPTYING[name](DATABASE)) await session.run(sql);
    await session.close();
  };
  const bed: Bed = { name, dialect: name, url, secret: {}, open, empty, ...visits(open), quiet: async () => {}, close: async () => {} };
  return { bed, stop: program.stop, start };
}
