import { type Connection, DatabaseError } from './connection.ts';
import type { Driver, Session } from './driver.ts';
import { wordsOf } from './failures.ts';

/** What a connection says of itself, and how errors become its own. */
interface Naming {
  readonly display: string;
  /** Takes a password out of a text. */
  readonly scrub: (text: string) => string;
  readonly refused: Driver['refused'];
  readonly onNotice: (message: string) => void;
}

const OVER = new Error('the session is over');

/** A driver's session as the rest of migsql uses it. */
export function connectionOf(session: Session, { display, scrub, refused, onNotice }: Naming): Connection {
  let running = false;
  let closed: Promise<void> | undefined;
  let canceling: Promise<void> | undefined;
  let abandon = (): void => {};
  /** Some drivers would wait for an answer for as long as the server may take. */
  const untilClosed = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      abandon = () => reject(OVER);
      work.then(resolve, reject);
    });

  const errorOf = (error: unknown): DatabaseError => {
    if (error === OVER) return new DatabaseError('the session was ended while the statement ran', 'connection-lost', display);
    const { kind, code } = refused(error);
    // A limit of the server's breaks a statement off as well, and that is none of ours.
    const ours = kind === 'canceled' && canceling === undefined ? 'other' : kind;
    return new DatabaseError(scrub(wordsOf(error)), ours, display, code);
  };
  const ask = async <T>(work: (sql: string) => Promise<T>, sql: string): Promise<T> => {
    if (closed) throw new DatabaseError('the session is closed', 'connection-lost', display);
    running = true;
    try {
      return await untilClosed(work(sql));
    } catch (error) {
      throw errorOf(error);
    } finally {
      running = false;
      // One that comes too late would break off the next statement.
      await canceling;
      canceling = undefined;
    }
  };
  return {
    dialect: session.dialect,
    server: session.server,
    display,
    run: (sql) => ask(session.run, sql),
    query: (sql) => ask(session.query, sql),
    cancel: () => {
      if (running) canceling ??= session.cancel().catch((error: unknown) => onNotice(`the statement was not broken off: ${scrub(wordsOf(error))}`));
    },
    close: () => {
      closed ??= session.close().catch(() => {});
      abandon();
      return closed;
    },
  };
}
