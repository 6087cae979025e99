/** Who runs the script: the dialect's own client, or anything that sends its statements one after the other. */
export type ScriptClient = 'own' | 'generic';

/** The clients by their names; `generic` is any other. */
export const CLIENT_NAMES = ['psql', 'mysql', 'mariadb', 'sqlcmd', 'sqlplus', 'sqlite3', 'generic'] as const;
export type ClientName = (typeof CLIENT_NAMES)[number];

/**
 * `idempotent` runs what is not applied yet, whatever is; `resumable` keeps a record of each statement and goes on behind
 * the last that it finds (MySQL, MariaDB, Oracle, whose schema changes are committed at once).
 */
export type ScriptForm = 'plain' | 'idempotent' | 'resumable';

export const SCRIPT_FORMS = ['plain', 'idempotent', 'resumable'] as const satisfies readonly ScriptForm[];

export const LINE_ENDS = ['lf', 'crlf'] as const;
export type LineEnd = (typeof LINE_ENDS)[number];

/** What a script holds beside the plan's statements. */
export interface ScriptOptions {
  readonly client: ScriptClient;
  readonly form: ScriptForm;
  /** Rows in `migsql_ledger` of what was run, when, by whom. */
  readonly ledger: boolean;
  /** Of a resumable script: the block that it begins with, whatever the ledger says of those before. */
  readonly fromStep?: number;
  /** Stops before the first change unless the version table holds the heads that the script starts from. */
  readonly startGuard: boolean;
  /** Keeps a second run out. */
  readonly lock: boolean;
  /** Seconds that a statement waits for a lock; 0: as long as it takes. */
  readonly lockTimeout: number;
  /** Seconds that a statement may take; 0: as long as it takes. */
  readonly statementTimeout: number;
  /** A line for each step while it runs. */
  readonly progress: boolean;
  /** A last line that says which heads the database is at. */
  readonly sentinel: boolean;
  /** The database's name: the script stops in another one. */
  readonly expectDatabase?: string;
  /** Whether the script stops on another engine, or on an older server than it was written for. */
  readonly expectServer: boolean;
  readonly eol: LineEnd;
  /** No character but ASCII. */
  readonly ascii: boolean;
  /** Bytes that a line has at most; 0: as many as it takes. */
  readonly lineLength: number;
  /** Oracle: ends SQL*Plus behind the last line. Else a script that another calls by @ gives its session back. */
  readonly exit?: boolean;
}

export const DEFAULT_OPTIONS: ScriptOptions = {
  client: 'own',
  form: 'plain',
  ledger: false,
  startGuard: true,
  lock: true,
  lockTimeout: 5,
  statementTimeout: 0,
  progress: true,
  sentinel: true,
  expectServer: false,
  eol: 'lf',
  ascii: false,
  lineLength: 0,
};
