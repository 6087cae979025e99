/** Servers that speak just enough of a database's protocol to be refused, or to refuse: what arrives is kept as Latin-1 text. */
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';

export type Certificate = 'good' | 'expired' | 'other' | 'self';

export const certificateFile = (name: Certificate | 'ca' | 'key'): string => fileURLToPath(new URL(`certificates/${name}.pem`, import.meta.url));

export interface FakeServer {
  readonly port: number;
  /** All that it was sent by now, without what TLS itself says. */
  readonly received: () => string;
  readonly close: () => void;
}

/** What a server does with a socket; what it is sent it tells `hear`. */
export type Behaviour = (socket: Socket, hear: (chunk: Buffer) => void) => void;

/** A server that does this with every socket. */
export async function fakeServer(behave: Behaviour): Promise<FakeServer> {
  const heard: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    behave(socket, (chunk) => heard.push(chunk));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received: () => Buffer.concat(heard).toString('latin1'),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** It takes what it is given, and says nothing. */
export const silent: Behaviour = (socket, hear) => void socket.on('data', hear);

/** TLS from here on. */
function encrypted(stream: Duplex, name: Certificate, hear: (chunk: Buffer) => void): TLSSocket {
  const tls = new TLSSocket(stream as Socket, { isServer: true, key: readFileSync(certificateFile('key')), cert: readFileSync(certificateFile(name)) });
  tls.on('error', () => {});
  tls.on('data', hear);
  return tls;
}

/** TLS at once: Oracle's `tcps`, and SQL Server's `strict`. */
export const tlsOnly = (name: Certificate): Behaviour => (socket, hear) => void encrypted(socket, name, hear);

/**
 * PostgreSQL: it agrees to TLS, and then to no password.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export const fakePostgresql = (name: Certificate, words = 'no such password'): Behaviour => (socket, hear) => {
  socket.once('data', () => {
    socket.write('S');
    const tls = encrypted(socket, name, hear);
    tls.once('data', () => tls.write(withLength('E', `SFATAL\0C28P01\0M${words}\0\0`)));
  });
};

function withLength(type: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body, 'latin1')]);
}

/**
 * MySQL: it offers TLS or not, and then refuses the password.
 * https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase_packets.html
 */
export const fakeMysql = (name: Certificate | undefined): Behaviour => (socket, hear) => {
  const capabilities = 0x00088200 | (name ? 0x800 : 0) | 0x1;
  const start = Buffer.from(`\x0a8.0.0\0\x01\0\0\0abcdefgh\0....\x08\x02\0....\x15${'\0'.repeat(10)}ijklmnopqrst\0mysql_native_password\0`, 'latin1');
  start.writeUInt16LE(capabilities & 0xffff, 20);
  start[22] = 0x2d;
  start.writeUInt16LE(2, 23);
  start.writeUInt16LE(capabilities >>> 16, 25);
  start[27] = 21;
  start.fill(0, 28, 38);
  socket.write(numbered(0, start));
  if (!name) return void socket.on('data', hear);
  socket.once('readable', () => {
    // What asks for TLS, with which TLS itself may come already.
    socket.read(SSL_REQUEST);
    const tls = encrypted(socket, name, hear);
    tls.once('data', () => tls.write(numbered(3, Buffer.from('\xff\x15\x04#28000Access denied', 'latin1'))));
  });
};

const SSL_REQUEST = 36;

function numbered(sequence: number, body: Buffer): Buffer {
  const head = Buffer.from([0, 0, 0, sequence]);
  head.writeUIntLE(body.length, 0, 3);
  return Buffer.concat([head, body]);
}

/** Types of packets, and what a server says of encryption: [MS-TDS] 2.2.3.1.1, 2.2.6.5. */
export const PRELOGIN = 0x12;
export const LOGIN = 0x10;
const RESPONSE = 0x04;
const ENCRYPT_ON = 1;
const ENCRYPT_NOT_SUP = 2;

/** SQL Server: it offers TLS, which goes within its own packets, or has none. */
export const fakeMssql = (name: Certificate | undefined): Behaviour => (socket, hear) => {
  socket.once('data', (prelogin) => {
    hear(prelogin);
    const options = Buffer.from([0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff, 16, 0, 0, 0, 0, 0, name ? ENCRYPT_ON : ENCRYPT_NOT_SUP]);
    socket.write(packet(RESPONSE, options));
    if (!name) return void socket.on('data', hear);
    encrypted(withinPackets(socket), name, hear);
  });
};

function packet(type: number, body: Buffer): Buffer {
  const head = Buffer.from([type, 1, 0, 0, 0, 0, 1, 0]);
  head.writeUInt16BE(body.length + head.length, 2);
  return Buffer.concat([head, body]);
}

/** The handshake's bytes, out of the packets that they come in and into those that they leave in; behind it they are by themselves. */
function withinPackets(socket: Socket): Duplex {
  let isDone = false;
  let rest = Buffer.alloc(0);
  const stream = new Duplex({
    read() {},
    write(chunk: Buffer, _, done) {
      socket.write(isDone ? chunk : packet(PRELOGIN, chunk), done);
    },
  });
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest[0] === PRELOGIN && rest.length >= 8 && rest.length >= rest.readUInt16BE(2)) {
      const length = rest.readUInt16BE(2);
      stream.push(rest.subarray(8, length));
      rest = rest.subarray(length);
    }
    if (rest.length === 0 || rest[0] === PRELOGIN) return;
    isDone = true;
    stream.push(rest);
    rest = Buffer.alloc(0);
  });
  socket.on('close', () => stream.push(null));
  return stream;
}
