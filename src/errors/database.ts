import { type Prose, list } from './prose.ts';

/** Why no connection came about. */
export type ConnectFailure =
  | 'refused'
  | 'unknown-host'
  | 'timeout'
  | 'lost'
  | 'wrong-password'
  | 'no-password'
  | 'no-database'
  | 'untrusted-certificate'
  | 'no-tls'
  | 'tls-needed'
  | 'denied'
  | 'busy'
  | 'no-wal'
  | 'other';

/** Connections with a database. A password is in none of the facts. */
export interface DatabaseErrors {
  'unknown-scheme': { scheme: string; known: readonly string[]; suggestions: readonly string[] };
  'invalid-url': { reason: string; instead: string };
  /** `variable`: the environment variable that the config names, where that is not set. */
  'no-url': { variable?: string };
  /** `packages`: any of them does. */
  'no-driver': { database: string; packages: readonly string[]; folder: string; reason?: string };
  /** `reason`: the driver's own words. */
  'cannot-connect': { database: string; failure: ConnectFailure; reason: string };
  /** Beside what a migration says: a query of the catalogue, a setting of the session. */
  'database-refused': { database: string; refused: Refused; reason: string; code?: string };
  'other-database': { database: string; found: string; wanted: readonly string[] };
}

/** What the refusal of a statement means for whoever sent it. */
export type Refused =
  /** It waited for a lock for as long as it may; nothing of it took effect. */
  | 'lock-timeout'
  /** The server chose it to end a deadlock, or could not order it: its transaction is rolled back. */
  | 'conflict'
  /** The session is over; whether the statement took effect is not known. */
  | 'connection-lost'
  /** The user may not do it. */
  | 'denied'
  /** It was broken off from here. */
  | 'canceled'
  | 'other';

const REFUSED: { readonly [R in Refused]: string } = {
  'lock-timeout': 'Another session holds a lock: wait until it is done, or see who it is.',
  conflict: 'Another session came between: run it again.',
  'connection-lost': 'Run it again; the log of the server says why the session ended.',
  denied: 'Give the user of the URL the right that is missing, or name another one.',
  canceled: 'Run it again.',
  other: "The database's own words are above; correct what they name.",
};

/** What each means, and what to do about it. */
const FAILURES: { readonly [F in ConnectFailure]: readonly [meaning: string, hint: string] } = {
  refused: ['nothing listens there', 'Check the host and the port, and that the server runs.'],
  'unknown-host': ['the name of the host is unknown', 'Check the name, and that this machine is in the network that knows it.'],
  timeout: ['there was no answer in time', 'Check the host and the port; a firewall that drops packets looks like this.'],
  lost: ['the server closed the connection', "Check that the port is this database's; the server's log says why it closed it."],
  'wrong-password': ['the user or the password is wrong', 'Correct the user in the URL, or the password: see MIGSQL_PASSWORD in docs/database.md.'],
  'no-password': ['the server wants a password', 'Give it in MIGSQL_PASSWORD, or within the URL in an environment variable that the config names: see docs/database.md.'],
  'no-database': ['there is no such database', 'Correct its name in the URL, or make the database first.'],
  'untrusted-certificate': ["the server's certificate is not to be trusted", 'Correct it, or name the authority that signed it in the URL: see TLS in docs/database.md.'],
  'no-tls': ['the server offers no TLS', 'Switch TLS on there, or take the parameter that asks for it out of the URL.'],
  'tls-needed': ['the server lets nobody in like this, without TLS', 'Ask for TLS in the URL: see TLS in docs/database.md; or have the server let the user in from here.'],
  denied: ['the user may not use it', 'Give the user the right to connect, or name another one in the URL.'],
  busy: ['the server takes no more connections, or not yet', 'Try again later.'],
  'no-wal': [
    'it keeps a write-ahead log, which the driver that comes with migsql cannot share',
    'Install another one where the project is: npm install better-sqlite3; or use Node 22.13 or later, which has one.',
  ],
  other: ['it failed', "The database's own words are above; correct what they name."],
};

export const DATABASE_PROSE: Prose<DatabaseErrors> = {
  'unknown-scheme': ({ scheme, known, suggestions }) => ({
    message: `the URL of the database begins with '${scheme}:', which is no database that migsql knows`,
    hint: suggestions.length ? `Did you mean ${list(suggestions.map((each) => `${each}:`))}?` : `It begins with ${list(known.map((each) => `${each}:`))}.`,
  }),
  'invalid-url': ({ reason, instead }) => ({ message: `the URL of the database cannot be used: ${reason}`, hint: instead }),
  'no-url': ({ variable }) => ({
    message: `which database is not said${variable === undefined ? '' : `: the environment variable ${variable} is not set`}`,
    hint:
      variable === undefined
        ? "Name it: --url URL; or in the config: url: env('DATABASE_URL'). What can write SQL instead has --sql."
        : `Set ${variable} to the database's URL, or name it with --url URL.`,
  }),
  'no-driver': ({ database, packages: [first = ''], folder, reason }) => ({
    message: reason === undefined ? `the driver for ${database} is not installed` : `the driver ${first} cannot be loaded: ${reason}`,
    hint: `Install it where the project is: npm install ${first}${reason === undefined ? '' : ' again'} (in ${folder}).`,
  }),
  'cannot-connect': ({ database, failure, reason }) => ({
    message: `no connection with ${database}: ${FAILURES[failure][0]}${reason ? ` (${reason})` : ''}`,
    hint: FAILURES[failure][1],
  }),
  'database-refused': ({ database, refused, reason, code }) => ({
    message: `${database} refused: ${reason}${code === undefined ? '' : ` (${code})`}`,
    hint: REFUSED[refused],
  }),
  'other-database': ({ database, found, wanted }) => ({
    message: `${database} is ${found}, and ${list(wanted)} is asked for`,
    hint: 'Correct the URL, or --dialect, or the dialect in the config.',
  }),
};
