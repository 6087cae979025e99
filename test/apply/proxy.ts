/** A way to a server that is cut when a test says so, as a network would: neither side is told more than that the other is gone. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What is lost: the next question, or the answer to it; or the way while the server is at work on it. */
export type Cut = 'question' | 'answer' | 'both';
export const CUTS: readonly Cut[] = ['question', 'answer', 'both'];

export interface Proxy {
  readonly port: number;
  /** Cuts at the next question that passes. */
  readonly arm: (cut: Cut) => void;
  readonly close: () => void;
}

export async function proxyTo({ host, port }: { readonly host: string; readonly port: number }): Promise<Proxy> {
  let armed: Cut | undefined;
  const listener = createServer((client) => {
    const server = connect({ host, port, noDelay: true });
    const cut = (): void => {
      armed = undefined;
      client.destroy();
      server.destroy();
    };
    onData(client, (chunk) => {
      if (armed === 'question') return cut();
      server.write(chunk, () => armed === 'both' && cut());
    });
    onData(server, (chunk) => (armed === 'answer' ? cut() : client.write(chunk)));
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return { port: (listener.address() as AddressInfo).port, arm: (cut) => (armed = cut), close: () => listener.close() };
}

function onData(socket: Socket, work: (chunk: Buffer) => void): void {
  socket.on('data', work);
  socket.on('error', () => {});
}
