import { type Prose, list } from './prose.ts';

/** What a database holds that is compared with the migrations. */
export interface LiveErrors {
  'unknown-schema': { schema: string; known: readonly string[]; suggestions: readonly string[] };
}

export const LIVE_PROSE: Prose<LiveErrors> = {
  'unknown-schema': ({ schema, known, suggestions }) => ({
    message: `the database has no schema '${schema}'`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : `It has ${list(known)}.`,
  }),
};
