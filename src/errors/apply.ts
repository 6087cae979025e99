import { type Prose, list } from './prose.ts';

/** Running a plan against a database. Heads are ids; none means base. */
export interface ApplyErrors {
  'another-run': { database: string; seconds: number };
  'other-heads': { database: string; expected: readonly string[]; found: readonly string[] };
  'unknown-heads': { database: string; heads: readonly string[]; suggestions: readonly string[] };
  'unfit-version-table': { table: string; reason: string };
  'unfit-ledger': { table: string; reason: string };
  'part-applied': { revision: string; direction: string; done: number; of?: number };
  'part-differs': { revision: string; done: number };
  'part-of-script': { revision: string };
  'part-in-session': { revision: string; statement: number; done: number; beginning: string };
  'uncertain-statement': { revision: string; statement: number; of: number; beginning: string };
  'no-such-statement': { from: number; of: number; revision: string };
  'script-changed': { file: string; expected: string; found: string };
  'script-outdated': { file: string; command: string; line: number };
  'unfit-script': { file: string };
  'no-statement-limit': { dialect: string };
  'not-wanted': { database: string };
  'unexpected-database': { database: string; expected: string };
  'older-server': { database: string; found: string; wanted: string };
  'wrong-heads-after': { revision: string; expected: readonly string[]; found: readonly string[] };
  /** `blocks` and `block` from 1; `heads` are those that the version table holds now, where that could be asked. */
  'apply-failed': ApplyFailure & { reason: string; code?: string };
  'apply-canceled': ApplyFailure;
  /** The session ended while a statement ran: whether it took effect is not known. */
  'connection-lost': ApplyFailure & { reason: string };
}

export interface ApplyFailure {
  readonly revision: string;
  readonly block: number;
  readonly blocks: number;
  readonly heads?: readonly string[];
  /** How many statements of the revision are there, where it is there in part. */
  readonly part?: { readonly done: number; readonly of: number };
  /** What the statement may have left behind. */
  readonly leaves?: string;
  /** Whether a ledger tells the next run where to go on. */
  readonly ledger: boolean;
}

const heads = (ids: readonly string[]): string => (ids.length ? list(ids) : 'base');

/** Where a run that has stopped left the database. */
function where({ revision, block, blocks, heads: found, part, leaves }: ApplyFailure): string {
  const before = block === 1 ? 'nothing was changed' : `of ${blocks} blocks, those before block ${block} are there whole and nothing of the others`;
  const held = found === undefined ? '' : `; the version table holds ${heads(found)}`;
  const partly = part === undefined ? '' : `; revision ${revision} is there in part: ${part.done} of ${part.of} statements`;
  return `${before}${held}${partly}${leaves === undefined ? '' : `; there may be ${leaves}`}`;
}

function again({ part, ledger }: ApplyFailure): string {
  if (part === undefined) return "run 'migsql apply' again.";
  return ledger ? "run 'migsql apply' again: it goes on behind them." : `say where to go on: 'migsql apply --from-statement ${part.done + 1}'.`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const APPLY_PROSE: Prose<ApplyErrors> = {
  'another-run': ({ database, seconds }) => ({
    message: `another run is under way on ${database}: the lock was not free within ${seconds} s; nothing is changed`,
    hint: "Wait until it is done, then look with 'migsql current'.",
  }),
  'other-heads': ({ database, expected, found }) => ({
    message: `${database} is at ${heads(found)}, and not at ${heads(expected)}; nothing more is changed`,
    hint: 'Another run may have come first. Say the range from where the database is, or leave FROM out.',
  }),
  'unknown-heads': ({ database, heads: found, suggestions }) => ({
    message: `${database} is at ${list(found)}, of which the migrations here know nothing`,
    hint: suggestions.length
      ? `Did you mean ${list(suggestions)}? Otherwise check out the commit that has the migration.`
      : "Check out the commit that has the migration, or see that this is the right database and version table.",
  }),
  'unfit-version-table': ({ table, reason }) => ({
    message: `the version table ${table} cannot be read: ${reason}`,
    hint: "Correct 'versionTable' in the config: it has a schema, a name and one column.",
  }),
  'unfit-ledger': ({ table, reason }) => ({
    message: `the ledger ${table} cannot be read: ${reason}`,
    hint: 'It is of another kind: rename it, and a new one is made; or apply with --no-ledger.',
  }),
  'part-applied': ({ revision, direction, done, of }) => ({
    message: `the ${direction} of revision ${revision} is there in part: ${done}${of === undefined ? '' : ` of ${of}`} statements; nothing is changed`,
    hint:
      `Go on with it first: 'migsql apply${direction === 'upgrade' ? ` ${revision}'` : "' to a target below it"}, with its ledger. ` +
      'Or bring the database to where that began by hand, and say --from-statement 1.',
  }),
  'part-differs': ({ revision, done }) => ({
    message: `revision ${revision} is there in part (${done} statements), and its statements are others by now; nothing is changed`,
    hint: `Check out the migration as it was when that ran. Or, where nothing but what comes behind those is another, say --from-statement ${done + 1}.`,
  }),
  'part-of-script': ({ revision }) => ({
    message: `revision ${revision} was begun by a script that goes on where it stopped; nothing is changed`,
    hint: 'Run that script again. Or look what is there, and say where to go on: --from-statement N.',
  }),
  'part-in-session': ({ revision, statement, done, beginning }) => ({
    message: `revision ${revision} is there in part (${done} statements), and what statement ${statement} (${beginning}) made ended with its session; nothing is changed`,
    hint: 'Look what is there, and say where to go on so that it is made anew: --from-statement N.',
  }),
  'uncertain-statement': ({ revision, statement, of, beginning }) => ({
    message: `statement ${statement} of ${of} of revision ${revision} (${beginning}) was begun and not seen to end; nothing is changed`,
    hint: `Look whether it took effect: if so say --from-statement ${statement + 1}, if not --from-statement ${statement}.`,
  }),
  'no-such-statement': ({ from, of, revision }) => ({
    message: `revision ${revision} has no statement ${from} to go on from`,
    hint: `Its statements are numbered from 1 to ${of}; ${of + 1} would be behind the last, which changes the version table.`,
  }),
  'script-changed': ({ file, expected, found }) => ({
    message: `${file} is not the script that was reviewed: its SHA-256 is ${found}, and not ${expected}`,
    hint: 'Take the file from the review, or have this one reviewed.',
  }),
  'script-outdated': ({ file, line }) => ({
    message: `${file} is not what the migrations here would be rendered as: line ${line} differs`,
    hint: 'Check out the commit that it was rendered from, with the same version of migsql; or render it anew and have that reviewed.',
  }),
  'unfit-script': ({ file }) => ({
    message: `${file} does not say how it was rendered`,
    hint: "Its head has no line '-- render'. Only a script of 'migsql render' can be applied; a stamp is said by 'migsql stamp'.",
  }),
  'no-statement-limit': ({ dialect }) => ({
    message: `a session of ${dialect} cannot limit how long its statements take; nothing is changed`,
    hint: 'Set the statement timeout to 0.',
  }),
  'not-wanted': ({ database }) => ({
    message: `the answer was not yes; nothing is changed on ${database}`,
    hint: 'Run it again and answer y, or add --yes.',
  }),
  'unexpected-database': ({ database, expected }) => ({
    message: `what is to run is for database ${expected}, and ${database} is another; nothing is changed`,
    hint: "Correct the URL; or 'script.expectDatabase' in the config, or --expect-database of the script.",
  }),
  'older-server': ({ database, found, wanted }) => ({
    message: `${database} is a server of version ${found}, and the statements are for ${wanted} or later`,
    hint: "Say the older version under 'server' in the config, so that other forms are chosen.",
  }),
  'wrong-heads-after': ({ revision, expected, found }) => ({
    message: `behind revision ${revision} the version table holds ${heads(found)}, where it must hold ${heads(expected)}`,
    hint: 'The transaction is rolled back. A statement or a trigger of the database changes the version table: look for it.',
  }),
  'apply-failed': (failure) => ({
    message: `revision ${failure.revision}, block ${failure.block}: ${failure.reason}${failure.code === undefined ? '' : ` (${failure.code})`}; ${where(failure)}`,
    hint: `Remove the cause, then ${again(failure)}`,
  }),
  'apply-canceled': (failure) => ({
    message: `broken off in revision ${failure.revision}, block ${failure.block}; ${where(failure)}`,
    hint: capitalised(again(failure)),
  }),
  'connection-lost': (failure) => ({
    message: `revision ${failure.revision}, block ${failure.block}: the session ended (${failure.reason}); the blocks before are there whole, and whether this one took effect is not known`,
    hint: failure.ledger
      ? "Run 'migsql apply' again: it looks where the database is, and goes on from there."
      : `Look how much of revision ${failure.revision} is there. Where that is a part, say where to go on: --from-statement N.`,
  }),
};
