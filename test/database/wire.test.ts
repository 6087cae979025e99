/**
 * What drivers send before anybody is let in, and what they make of servers that must not be trusted. The servers are fakes of a few
 * bytes: nothing here says how a driver gets on with SQL Server, Oracle or MySQL themselves.
 */
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { connect, type ConnectOptions } from '../../src/database/connect.ts';
import type { Refused } from '../../src/database/connection.ts';
import type { Driver } from '../../src/database/driver.ts';
import { mssql } from '../../src/database/drivers/mssql.ts';
import { mysql } from '../../src/database/drivers/mysql.ts';
import { oracle } from '../../src/database/drivers/oracle.ts';
import { parseUrl } from '../../src/database/url.ts';
import { type ErrorDetails, MigsqlError } from '../../src/errors.ts';
import { type Behaviour, type Certificate, certificateFile, fakeMssql, fakeMysql, fakePostgresql, fakeServer, type FakeServer, LOGIN, PRELOGIN, silent, tlsOnly } from '../support/fake-servers.ts';

const test = suite('on the wire');
const projectFolder = mkdtempSync(join(tmpdir(), 'migsql-wire-'));
const PASSWORD = 'hunter2';
copyFileSync(certificateFile('ca'), join(projectFolder, 'ca.pem'));
// A wallet holds a certificate of the client's and its key as well.
writeFileSync(join(projectFolder, 'ewallet.pem'), (['good', 'key', 'ca'] as const).map((name) => readFileSync(certificateFile(name), 'utf8')).join(''));

interface Tried extends Partial<ErrorDetails['cannot-connect']> {
  /** All that was said. */
  readonly said: string;
  /** What the server was sent. */
  readonly sent: string;
}

/** How a try to connect with a fake ends; `PORT` in the URL is the fake's. Whatever happens, the password is not shown. */
async function tried(behave: Behaviour, url: string, options: Partial<ConnectOptions> = {}): Promise<Tried> {
  const server: FakeServer = await fakeServer(behave);
  const parsed = parseUrl(url.replace('PORT', String(server.port)), projectFolder);
  const error = await connect(parsed, { projectFolder, password: PASSWORD, connectTimeout: 5000, ...options }).then(() => undefined, (thrown: unknown) => thrown);
  server.close();
  assert.instance(error, MigsqlError);
  const said = JSON.stringify((error as MigsqlError).diagnostics);
  assert.not.match(said, PASSWORD);
  return { said, sent: server.received(), ...(error as MigsqlError).detailsOf('cannot-connect') };
}

interface Speaker {
  readonly name: string;
  readonly server: (certificate: Certificate) => Behaviour;
  /** With the authority that signed the fake's certificate. */
  readonly verified: string;
  /** With Node's own authorities. */
  readonly strangers: string;
  /** Without a look at the host's name; at the certificate. */
  readonly nameless?: string;
  readonly trusting?: string;
  /** What the server sees when it is trusted: who comes. */
  readonly greeting: RegExp;
}

const wide = (text: string): RegExp => new RegExp([...text].join('\0'));

const SPEAKERS: readonly Speaker[] = [
  {
    name: 'PostgreSQL',
    server: fakePostgresql,
    verified: 'postgresql://ann@localhost:PORT/shop?sslmode=require&sslrootcert=ca.pem',
    strangers: 'postgresql://ann@localhost:PORT/shop?sslmode=require',
    nameless: 'postgresql://ann@localhost:PORT/shop?sslmode=verify-ca&sslrootcert=ca.pem',
    trusting: 'postgresql://ann@localhost:PORT/shop?sslmode=no-verify',
    greeting: /user\0ann\0.*database\0shop\0/s,
  },
  {
    name: 'MySQL',
    server: fakeMysql,
    verified: 'mysql://ann@localhost:PORT/shop?ssl-mode=REQUIRED&ssl-ca=ca.pem',
    strangers: 'mysql://ann@localhost:PORT/shop?ssl-mode=REQUIRED',
    nameless: 'mysql://ann@localhost:PORT/shop?ssl-mode=VERIFY_CA&ssl-ca=ca.pem',
    trusting: 'mysql://ann@localhost:PORT/shop?ssl-mode=NO_VERIFY',
    greeting: /ann\0.*shop\0/s,
  },
  {
    name: 'SQL Server',
    server: fakeMssql,
    verified: 'mssql://ann@localhost:PORT/shop?ca=ca.pem',
    strangers: 'mssql://ann@localhost:PORT/shop',
    trusting: 'mssql://ann@localhost:PORT/shop?trustServerCertificate=true',
    greeting: wide('shop'),
  },
  {
    name: 'SQL Server, strict',
    server: tlsOnly,
    verified: 'mssql://ann@localhost:PORT/shop?encrypt=strict&ca=ca.pem',
    strangers: 'mssql://ann@localhost:PORT/shop?encrypt=strict',
    greeting: new RegExp(`^${String.fromCharCode(PRELOGIN)}`),
  },
  {
    name: 'Oracle',
    server: tlsOnly,
    verified: 'oracle://ann@localhost:PORT/shop?protocol=tcps&wallet=.',
    strangers: 'oracle://ann@localhost:PORT/shop?protocol=tcps',
    nameless: 'oracle://ann@localhost:PORT/shop?protocol=tcps&wallet=.&matchName=false',
    greeting: /SERVICE_NAME=shop/,
  },
];

for (const { name, server, verified, strangers, nameless, trusting, greeting } of SPEAKERS) {
  test(`${name}: a certificate that is expired, of another host, or of nobody known is refused before anything is said`, async () => {
    for (const [certificate, url] of [['expired', verified], ['other', verified], ['self', verified], ['self', strangers], ['good', strangers]] as const) {
      const { failure, said, sent } = await tried(server(certificate), url);
      assert.is(failure, 'untrusted-certificate', `${certificate}: ${said}`);
      assert.match(said, /the server's certificate is not to be trusted/);
      assert.not.match(sent, /ann|a\0n\0n/);
    }
  });

  test(`${name}: a certificate that is good is trusted, and one that the URL says to trust`, async () => {
    const cases = [['good', verified], ['other', nameless], ['self', trusting], ['expired', trusting]] as const;
    for (const [certificate, url] of cases) {
      if (url === undefined) continue;
      // What comes after the greeting these fakes do not know.
      const { failure, sent } = await tried(server(certificate), url, { connectTimeout: 400 });
      assert.match(sent, greeting, certificate);
      assert.is.not(failure, 'untrusted-certificate');
    }
  });
}

test('TLS that is asked for and not offered is an error: no user and no password are sent', async () => {
  const none: Behaviour = (socket, hear) => void socket.once('data', () => socket.on('data', hear).write('N'));
  const tries = [
    await tried(none, 'postgresql://ann@localhost:PORT/shop?sslmode=require'),
    await tried(fakeMysql(undefined), 'mysql://ann@localhost:PORT/shop?ssl-mode=REQUIRED'),
    await tried(fakeMssql(undefined), 'mssql://ann@localhost:PORT/shop'),
  ];
  for (const { failure, said, sent } of tries) {
    assert.is(failure, 'no-tls', said);
    assert.not.match(sent, /ann|a\0n\0n/);
  }
  const packets = packetsOf(tries[2]?.sent ?? '');
  assert.is(packets[0], PRELOGIN);
  assert.not.ok(packets.includes(LOGIN));
});

/** The types of packets, whose lengths stand behind them: what is in one may hold any byte. */
function packetsOf(sent: string): readonly number[] {
  const types: number[] = [];
  for (let at = 0; at + 3 < sent.length; ) {
    types.push(sent.charCodeAt(at));
    at += Math.max(8, sent.charCodeAt(at + 2) * 256 + sent.charCodeAt(at + 3));
  }
  return types;
}

test('a certificate of an address, which mysql2 does not check, is not pretended to be', async () => {
  const { said } = await tried(fakeMysql('good'), 'mysql://ann@127.0.0.1:PORT/shop?ssl-mode=VERIFY_IDENTITY');
  assert.match(said, /cannot be checked against an address.*Write the host's name, or ssl-mode=VERIFY_CA/);
});

test('SQL Server without TLS, where the URL says so: the login names the database', async () => {
  const { sent } = await tried(fakeMssql(undefined), 'mssql://ann@localhost:PORT/shop?encrypt=false', { connectTimeout: 400 });
  assert.match(sent, wide('shop'));
  assert.match(sent, wide('ann'));
});

test('Oracle: the first packet is a CONNECT to the service', async () => {
  const { sent, failure } = await tried(silent, 'oracle://ann@localhost:PORT/shop.example', { connectTimeout: 400 });
  assert.is(sent.charCodeAt(4), 1);
  assert.match(sent, /\(HOST=localhost\).*\(SERVICE_NAME=shop\.example\)/s);
  assert.is(failure, 'timeout');
  const { said } = await tried(silent, 'oracle://ann@localhost:PORT/a)(b');
  assert.match(said, /holds a character that none has/);
});

for (const scheme of ['postgresql', 'mysql', 'mssql', 'oracle']) {
  test(`${scheme}: a server that says nothing, nobody who listens, and one who hangs up`, async () => {
    assert.is((await tried(silent, `${scheme}://ann@localhost:PORT/shop`, { connectTimeout: 300 })).failure, 'timeout');
    assert.is((await tried(silent, `${scheme}://ann@localhost:1/shop`)).failure, 'refused');
    const hangsUp = await tried((socket) => void socket.end(), `${scheme}://ann@localhost:PORT/shop`);
    assert.is(hangsUp.failure, 'lost', hangsUp.said);
  });
}

test('where no password is given, none is tried: SQL Server and Oracle count', async () => {
  for (const scheme of ['mssql', 'oracle']) {
    const server = await fakeServer(silent);
    const error = await connect(parseUrl(`${scheme}://ann@127.0.0.1:${server.port}/shop`, projectFolder), { projectFolder }).then(() => undefined, (thrown: unknown) => thrown as MigsqlError);
    assert.is(error?.detailsOf('cannot-connect')?.failure, 'no-password');
    assert.is(server.received(), '');
    server.close();
  }
});

test('a password that a server repeats is taken out, as it is and as a URL has it', async () => {
  const password = 'hunter2/$&"';
  const words = `no: ${password} ${encodeURIComponent(password)}`;
  const { reason, said } = await tried(fakePostgresql('self', words), 'postgresql://ann@localhost:PORT/shop?sslmode=no-verify', { password });
  assert.is(reason, 'no: *** ***', said);
});

test('PostgreSQL: who is not let in without TLS is told so, and who is not let in at all', async () => {
  const url = 'postgresql://ann@localhost:PORT/shop?sslmode=no-verify';
  const words = 'no pg_hba.conf entry for host "10.0.0.1", user "ann"';
  assert.is((await tried(fakePostgresql('self', `${words}, no encryption`), url)).failure, 'tls-needed');
  assert.is((await tried(fakePostgresql('self', `${words}, SSL encryption`), url)).failure, 'denied');
});

const coded = (fields: object, message = ''): Error => Object.assign(new Error(message), fields);
const numbered = (number: number): Error => coded({ number, code: 'EREQUEST' });

/** As the drivers have them, of databases that are not at hand. */
const REFUSALS: readonly (readonly [driver: Pick<Driver, 'refused'>, error: Error, kind: Refused, code: string])[] = [
  [mssql, numbered(1222), 'lock-timeout', '1222'],
  [mssql, numbered(1205), 'conflict', '1205'],
  [mssql, numbered(229), 'denied', '229'],
  [mssql, new AggregateError([numbered(3902), numbered(1205)]), 'conflict', '1205'],
  [mssql, coded({ code: 'ECANCEL' }), 'canceled', 'ECANCEL'],
  [mssql, coded({ code: 'ESOCKET' }), 'connection-lost', 'ESOCKET'],
  [oracle, coded({}, 'ORA-00054: resource busy and acquire with NOWAIT specified'), 'lock-timeout', 'ORA-00054'],
  [oracle, coded({}, 'ORA-00060: deadlock detected'), 'conflict', 'ORA-00060'],
  [oracle, coded({}, 'ORA-01031: insufficient privileges'), 'denied', 'ORA-01031'],
  [oracle, coded({}, 'ORA-01013: user requested cancel'), 'canceled', 'ORA-01013'],
  [oracle, coded({ code: 'NJS-500' }, 'NJS-500: connection was closed\nORA-03113: end-of-file'), 'connection-lost', 'NJS-500'],
  [oracle, coded({}, 'ORA-00942: table or view does not exist'), 'other', 'ORA-00942'],
  [mysql, coded({ errno: 3572 }), 'lock-timeout', '3572'],
  [mysql, coded({ errno: 3169 }), 'connection-lost', '3169'],
  [mysql, coded({ errno: 1290 }), 'denied', '1290'],
];

test('codes mean what the vendors say', () => {
  for (const [driver, error, kind, code] of REFUSALS) assert.equal(driver.refused(error), { kind, code });
});

test('what is broken off while it connects is over, with the reason of whoever broke it off', async () => {
  const server = await fakeServer(silent);
  for (const scheme of ['postgresql', 'mysql', 'mssql']) {
    const stop = new AbortController();
    const connecting = connect(parseUrl(`${scheme}://ann@127.0.0.1:${server.port}/shop`, projectFolder), { projectFolder, password: PASSWORD, signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 50);
    assert.is(await connecting.then(() => 'connected', (error: Error) => error.message), 'enough');
  }
  server.close();
});

test.run();
