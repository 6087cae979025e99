import type { Socket } from 'node:net';

export const NO_TLS = 'no-tls';

/** A packet's header, and where the length of all of it stands: [MS-TDS] 2.2.3.1. */
const HEADER = 8;
const LENGTH_AT = 2;
/** Of the options of a PRELOGIN, [MS-TDS] 2.2.6.5: the encryption, and the end of them. */
const ENCRYPTION = 1;
const TERMINATOR = 0xff;
/** ENCRYPT_ON and ENCRYPT_REQ. */
const ENCRYPTED: readonly number[] = [1, 3];

/**
 * Closes a socket to SQL Server whose first answer offers no encryption. `tedious` goes on without it where the server, or
 * somebody in between, has none to offer, and sends the password as it is.
 */
export function refusePlain(socket: Socket): Socket {
  let seen = Buffer.alloc(0);
  const look = (chunk: Buffer): void => {
    seen = Buffer.concat([seen, chunk]);
    if (seen.length < HEADER || seen.length < seen.readUInt16BE(LENGTH_AT)) return;
    socket.off('data', look);
    if (!offersEncryption(seen.subarray(HEADER))) socket.destroy(Object.assign(new Error('it answered that it does not encrypt'), { code: NO_TLS }));
  };
  return socket.on('data', look);
}

/** Each option is its token, and where its value stands: two bytes for the place, two for the length. */
function offersEncryption(prelogin: Buffer): boolean {
  for (let at = 0; at + 5 <= prelogin.length && prelogin[at] !== TERMINATOR; at += 5) {
    if (prelogin[at] === ENCRYPTION) return ENCRYPTED.includes(prelogin[prelogin.readUInt16BE(at + 1)] ?? 0);
  }
  return false;
}
