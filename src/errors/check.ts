import { type Prose, list } from './prose.ts';

/** What the rules of `check` find. */
export interface CheckErrors {
  'several-heads': { revision: string; others: readonly string[] };
  'unmerged-label': { label: string; heads: readonly string[]; others: readonly string[] };
  'empty-downgrade': { revision: string };
  'missing-downgrade': { revision: string; reason: string };
  'broken-downgrade': { revision: string; dialects: readonly string[]; left: readonly string[] };
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
  'schema-differs': ({ description, dialects, destructive }) => ({
    message: `the schema that is wanted is not what the migrations make: '${description}' is still to be done (${list(dialects)})${destructive === undefined ? '' : `; careful: ${destructive}`}`,
    hint: "Write the migration: migsql revision --autogenerate -m '…'; or correct the schema.",
  }),
};
