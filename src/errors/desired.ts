import { type Prose, list, shorten } from './prose.ts';

/** The schema that a project wants: its files, and what they define. */
export interface DesiredErrors {
  'missing-schema': { file: string; reason: string };
  'unknown-schema-kind': { ending: string; known: readonly string[] };
  'invalid-schema': { found: string };
  'unjudged-statement': { statement: string; names: readonly string[]; reason: string };
  'no-schema-statement': { statement: string };
  'foreign-drizzle': { module: string; title: string; expected?: string };
  'missing-drizzle': { module: string };
  'unread-definition': { name: string; reason: string };
  'unread-default': { column: string; table: string };
  'empty-schema': { files: readonly string[] };
  'no-definition': { op: string; does: string };
  'defined-twice': { what: string; name: string; first: string };
  'not-defined': { by: string; what: string; name: string; suggestions: readonly string[]; known: readonly string[] };
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

export const DESIRED_PROSE: Prose<DesiredErrors> = {
  'missing-schema': ({ file, reason }) => ({
    message: `the schema '${file}' cannot be read: ${reason}`,
    hint: "Write it, or correct 'schema' in the config file.",
  }),
  'unknown-schema-kind': ({ ending, known }) => ({
    message: `a schema cannot be read from a file that ends in '${ending}'`,
    hint: `Name one that ends in ${list(known)}, or say its kind in the config file: schema: { file, kind }.`,
  }),
  'invalid-schema': ({ found }) => ({
    message: `expected the default export to be a list of definitions, got ${shorten(found)}`,
    hint: 'Write export default [table(…), …]; lists of other files are spread into it.',
  }),
  'unjudged-statement': ({ statement, names, reason }) => ({
    message: `what '${shorten(firstLine(statement))}' makes${names.length ? ` of ${list(names)}` : ''} cannot be judged: ${reason}`,
    hint: 'Say it in simpler words, or define it in a TypeScript module beside this file.',
  }),
  'no-schema-statement': ({ statement }) => ({
    message: `'${shorten(firstLine(statement))}' defines nothing`,
    hint: 'Remove it: the file says what tables and other objects there are, and is never run. Rows belong in a migration.',
  }),
  'foreign-drizzle': ({ module, title, expected }) => ({
    message: `'${module}' defines tables of another database than ${title}`,
    hint: expected ? `Import '${expected}', or name another dialect.` : `drizzle-orm has no tables for ${title}: write the schema in TypeScript or SQL.`,
  }),
  'missing-drizzle': ({ module }) => ({
    message: `the schema is written for drizzle-orm, and '${module}' is not installed where it is`,
    hint: module === 'drizzle-orm' ? 'Run npm install drizzle-orm in the project.' : `Install a version of drizzle-orm that has '${module}'.`,
  }),
  'unread-definition': ({ name, reason }) => ({
    message: `drizzle-orm cannot say what '${name}' is: ${reason}`,
    hint: 'Correct its definition, and the columns that it references.',
  }),
  'unread-default': ({ column, table }) => ({
    message: `the default of '${column}' in table '${table}' cannot be written as SQL`,
    hint: 'Write it as a fragment of drizzle-orm: sql`…`.',
  }),
  'empty-schema': ({ files }) => ({
    message: `${list(files)} ${files.length === 1 ? 'defines' : 'define'} nothing`,
    hint: 'Everything would be taken away. Name the files that say what there is; modules of drizzle-orm must export it.',
  }),
  'no-definition': ({ op, does }) => ({
    message: `${op} (${does}) defines nothing`,
    hint: 'A schema says what is there in the end; what changes, fills or removes something belongs in a migration.',
  }),
  'defined-twice': ({ what, name, first }) => ({
    message: `${what} '${name}' is defined twice${first && `, first at ${first}`}`,
    hint: 'Give one of them another name, or take it away.',
  }),
  'not-defined': ({ by, what, name, suggestions, known }) => ({
    message: `${by}: there is no ${what} '${name}' in the schema`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : `It has ${known.length ? list(known) : `no ${what} at all`}; define it, or correct the name.`,
  }),
};
