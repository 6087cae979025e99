import { type Prose, list } from './prose.ts';

/** Trying a range on a scratch database. */
export interface RehearseErrors {
  'not-empty': { database: string; holds: readonly string[] };
  'not-wiped': { database: string; holds: readonly string[] };
  'no-embedded': { dialect: string };
}

export const REHEARSE_PROSE: Prose<RehearseErrors> = {
  'not-empty': ({ database, holds }) => ({
    message: `${database} is not empty: it holds ${list(holds)}; nothing is changed`,
    hint: 'Name an empty database. If everything in this one may go: --wipe.',
  }),
  'not-wiped': ({ database, holds }) => ({
    message: `${database} cannot be wiped: what is left is ${list(holds)}`,
    hint: 'Drop and make the database by hand, or name another one.',
  }),
  'no-embedded': ({ dialect }) => ({
    message: `there is no ${dialect} that runs without a server`,
    hint: 'Name a scratch database: --url URL.',
  }),
};
