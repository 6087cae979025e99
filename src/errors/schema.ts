import { type Prose, list } from './prose.ts';

/** What is asked of the schema that the migrations make. */
export interface SchemaErrors {
  'not-in-model': { name: string; target: string; suggestions: readonly string[] };
  'unread-sql': { name: string; reason: string };
  'no-schema': Record<never, never>;
  'invalid-hook': { reason: string };
}

export const SCHEMA_PROSE: Prose<SchemaErrors> = {
  'not-in-model': ({ name, target, suggestions }) => ({
    message: `no op up to '${target}' leaves anything named '${name}'`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : "See 'migsql schema' for all that there is.",
  }),
  'unread-sql': ({ name, reason }) => ({
    message: `what '${name}' is, hand-written SQL alone knows: ${reason}`,
    hint: `Say behind it what it is: describesTable('${name}', [ … ]).`,
  }),
  'invalid-hook': ({ reason }) => ({
    message: `the module that the config key 'autogenerate' names ${reason}`,
    hint: 'Write export default (ops) => ops.filter(…): a function that takes ops and gives back those that are wanted.',
  }),
  'no-schema': () => ({
    message: 'the config names no schema that is wanted',
    hint: "Add 'schema' to it: the path of a TypeScript module, a schema.sql, or a drizzle-orm module.",
  }),
};
