import { type Prose, list } from './prose.ts';

/** Two ops of two sides that do not commute. */
export interface PairDetails {
  readonly first: OpFacts;
  readonly second: OpFacts;
  readonly clash: 'made-twice' | 'taken-away' | 'changed-twice' | 'rows' | 'unread' | 'together';
  /** What both are about; empty where no single thing is known. */
  readonly name: string;
  readonly dialects: readonly string[];
}

interface OpFacts {
  readonly revision: string;
  readonly description: string;
  /** `migrations/a.ts:7:5` */
  readonly place: string;
}

/** `'drop table t' of a1 (migrations/a.ts:7:5)` */
const opText = ({ description, revision, place }: OpFacts): string => `'${description}' of ${revision} (${place})`;

/** What two ops do to each other, in words. */
export const CLASHES: { readonly [C in PairDetails['clash']]: (name: string) => string } = {
  'made-twice': (name) => `both make the ${name}`,
  'taken-away': (name) => `one takes away the ${name}, which the other needs`,
  'changed-twice': (name) => `both change the ${name}`,
  rows: (name) => `one changes rows of ${name}, the other what rows it takes or the rows themselves`,
  unread: (name) => `hand-written SQL names '${name}', which the other changes`,
  together: () => 'the sides do not lead to one schema',
};

/** What the rules of `check` find. */
export interface CheckErrors {
  'several-heads': { revision: string; others: readonly string[] };
  'unmerged-label': { label: string; heads: readonly string[]; others: readonly string[] };
  'empty-downgrade': { revision: string };
  'missing-downgrade': { revision: string; reason: string };
  'broken-downgrade': { revision: string; dialects: readonly string[]; left: readonly string[] };
  'conflicting-ops': PairDetails;
  'order-matters': PairDetails;
  'late-revision': { revision: string; before: readonly string[]; base: string };
  'no-repository': { reason: string };
  'unknown-ref': { ref: string };
  'no-base': { tried: readonly string[] };
  'unreadable-ref': { ref: string; problems: readonly string[] };
  'snapshot-differs': { revision: string; dialect: string; snapshot: string; patch?: string };
  'orphaned-snapshot': { revision: string };
  'missing-snapshot': { revision: string; dialects: readonly string[] };
  'schema-differs': { description: string; dialects: readonly string[]; destructive?: string };
}

export const CHECK_PROSE: Prose<CheckErrors> = {
  'several-heads': ({ revision, others }) => ({
    message: `'${revision}' is one of ${others.length + 1} heads, which are not merged; beside it: ${list(others)}`,
    hint: "Merge them: 'migsql merge --dry-run' shows what that finds and writes.",
  }),
  'unmerged-label': ({ label, heads, others }) => ({
    message: `the branch '${label}' ends at ${list(heads)}, and is not merged with ${list(others)}`,
    hint: `Merge it: migsql merge ${[...heads, ...others].slice(0, 2).join(' ')}. A branch that stays apart: --skip labels --skip heads.`,
  }),
  'empty-downgrade': ({ revision }) => ({
    message: `the downgrade of '${revision}' does nothing, and its upgrade does something`,
    hint: "Leave it out, and the upgrade is undone op by op; or say irreversible('why').",
  }),
  'missing-downgrade': ({ revision, reason }) => ({
    message: `'${revision}' has no downgrade: ${reason}`,
    hint: "Write one, or say irreversible('why'); in a .sql file with a section '-- migsql:downgrade' or a line '-- migsql:irreversible why'.",
  }),
  'broken-downgrade': ({ revision, dialects, left }) => ({
    message: `the downgrade of '${revision}' does not lead back to where its upgrade began (${list(dialects)}): ${list(left)}`,
    hint: `Correct it, or leave it out, and the upgrade is undone op by op; 'migsql prove ${revision}:${revision}' tells more.`,
  }),
  'conflicting-ops': ({ first, second, clash, name, dialects }) => ({
    message: `${opText(first)} conflicts with ${opText(second)}: ${CLASHES[clash](name)} (${list(dialects)})`,
    hint: 'Change one of them so that each can be applied after the other; a database may have either of them already.',
  }),
  'order-matters': ({ first, second, clash, name, dialects }) => ({
    message: `the order of ${opText(first)} and ${opText(second)} may matter: ${CLASHES[clash](name)} (${list(dialects)})`,
    hint: 'See that both orders give the same rows; a database may have either of them already.',
  }),
  'late-revision': ({ revision, before, base }) => ({
    message: `'${revision}' comes before ${list(before)}, which ${base} has already: a database that is there never runs it`,
    hint: `Let '${revision}' revise a head of ${base}, and what is there already revise what it did.`,
  }),
  'no-repository': ({ reason }) => ({
    message: `git does not know what other branches hold: ${reason}`,
    hint: 'Run it within a git repository, or leave out what asks git: --skip late.',
  }),
  'unknown-ref': ({ ref }) => ({
    message: `git knows no commit '${ref}'`,
    hint: `Fetch it, as with 'git fetch origin', or correct the name; 'git branch --all' lists the branches. A shallow clone of a pipeline holds one commit alone.`,
  }),
  'no-base': ({ tried }) => ({
    message: `there is no branch to compare with: neither ${tried.join(' nor ')}`,
    hint: 'Name it: --base REF; or leave it out: --skip late. A shallow clone of a pipeline holds one commit alone.',
  }),
  'unreadable-ref': ({ ref, problems }) => ({
    message: `the migrations of ${ref} cannot be read: ${list(problems, '; ')}`,
    hint: 'Correct them there.',
  }),
  'snapshot-differs': ({ revision, dialect, snapshot }) => ({
    message: `'${revision}' is rendered otherwise for ${dialect} than ${snapshot} says`,
    hint: "'migsql snapshot --check' shows the difference. Undo the change, and make it in a new revision; or, where no database has it yet, write the snapshot anew: migsql snapshot.",
  }),
  'orphaned-snapshot': ({ revision }) => ({
    message: `the snapshot is of '${revision}', which is gone`,
    hint: 'Put the migration back; or remove the snapshot, where no database has it: migsql snapshot --prune.',
  }),
  'missing-snapshot': ({ revision, dialects }) => ({
    message: `'${revision}' has no snapshot (${list(dialects)})`,
    hint: "Write it: migsql snapshot.",
  }),
  'schema-differs': ({ description, dialects, destructive }) => ({
    message: `the schema that is wanted is not what the migrations make: '${description}' is still to be done (${list(dialects)})${destructive === undefined ? '' : `; careful: ${destructive}`}`,
    hint: "Write the migration: migsql revision --autogenerate -m '…'; or correct the schema.",
  }),
};
