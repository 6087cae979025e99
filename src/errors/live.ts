import { type Prose, list } from './prose.ts';

/** What a database holds that is compared with the migrations. */
export interface LiveErrors {
  'has-migrations': { revisions: readonly string[] };
  'empty-database': { database: string };
  'baseline-differs': { differences: readonly string[] };
  'not-at-head': { database: string; heads: readonly string[] };
  'not-at-parents': { database: string; heads: readonly string[]; parents: readonly string[] };
  drifted: { database: string; differences: readonly string[] };
  'no-own-schema': Record<never, never>;
  'unknown-schema': { schema: string; known: readonly string[]; suggestions: readonly string[] };
}

export const LIVE_PROSE: Prose<LiveErrors> = {
  'has-migrations': ({ revisions }) => ({
    message: `the project has migrations (${list(revisions)}): a baseline is the first`,
    hint: "What the database has beside them: 'migsql drift --fix adopt'. A database that they describe already: 'migsql stamp'.",
  }),
  'empty-database': ({ database }) => ({
    message: `${database} has no tables or other things to begin with`,
    hint: "Begin with 'migsql revision'; or name the schemas to read: --schema NAME.",
  }),
  'baseline-differs': ({ differences }) => ({
    message: `the migration does not make what was read: ${list(differences)}`,
    hint: 'It was taken away again. Leave those things out with --except, and report what could not be written.',
  }),
  'not-at-head': ({ database, heads }) => ({
    message: `${database} is at ${heads.length ? list(heads) : 'base'}, which is not one head of the project: a migration on top of it would begin a branch or end some`,
    hint: heads.length > 1 ? `Merge them first (migsql merge ${heads.join(' ')}), and apply that.` : "Bring the database to the head first: 'migsql apply'.",
  }),
  'not-at-parents': ({ database, heads, parents }) => ({
    message: `${database} is at ${heads.length ? list(heads) : 'base'}, and the migration would revise ${parents.length ? list(parents) : 'nothing'}`,
    hint: `Bring the database there: migsql apply${parents.length === 1 ? ` ${parents[0]}` : ''}. Or leave the database out, and the migrations are replayed.`,
  }),
  drifted: ({ database, differences }) => ({
    message: `${database} is not what its migrations make, so that ops for it would not fit other databases: ${list(differences)}`,
    hint: "Look with 'migsql drift', and bring it back (--fix repair), or keep what was done (--fix adopt), first.",
  }),
  'no-own-schema': () => ({
    message: 'the session has no schema of its own to read: its search_path names none that is there',
    hint: 'Name the schemas: --schema NAME.',
  }),
  'unknown-schema': ({ schema, known, suggestions }) => ({
    message: `the database has no schema '${schema}'`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : `It has ${list(known)}.`,
  }),
};
