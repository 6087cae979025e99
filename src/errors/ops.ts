import { type Prose, list } from './prose.ts';

/** Ops, plans and dialects. */
export interface OpErrors {
  'not-an-op': { found: string; expected: string };
  'invalid-op': { op: string; path: string; reason: string };
  irreversible: { revision: string; reason: string };
  'no-case-for-dialect': { dialect: string };
  'not-in-schema': { op: string; what: string; name: string; of: string; suggestions: readonly string[]; known: readonly string[] };
  'in-schema-already': { op: string; what: string; name: string };
  'open-direction': { from: string; to: string };
  refused: { dialect: string; op: string; reason: string; hint: string };
  'invalid-option': { option: string; reason: string; suggestions: readonly string[] };
  'unmapped-schema': { op: string; schema: string };
  nameless: { what: string; table: string };
  'unknown-rename': { from: string; to: string; missing: 'from' | 'to'; suggestions: readonly string[] };
}

export const OP_PROSE: Prose<OpErrors> = {
  'not-an-op': ({ found, expected }) => ({
    message: `expected ${expected}, got ${found}`,
    hint: "Build ops with migsql's functions: createTable(…), addColumn(…), execute(…).",
  }),
  'invalid-op': ({ op, path, reason }) => ({
    message: `${op}: ${path ? `${path}: ` : ''}${reason}`,
    hint: `See '${op}' in docs/ops.md for what it takes.`,
  }),
  irreversible: ({ revision, reason }) => ({
    message: `revision '${revision}' cannot be undone: ${reason}`,
    hint: 'Stop the downgrade above it, or write its downgrade.',
  }),
  'no-case-for-dialect': ({ dialect }) => ({
    message: `nothing is given for ${dialect} here`,
    hint: `Add a case '${dialect}', or 'default' for all that are not named; an empty one if there is nothing to do.`,
  }),
  'not-in-schema': ({ op, what, name, of, suggestions, known }) => ({
    message: `${op}: ${of} has no ${what} '${name}'`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : `It has ${known.length ? list(known) : `no ${what} at all`}.`,
  }),
  'in-schema-already': ({ op, what, name }) => ({
    message: `${op}: ${what} '${name}' is there already`,
    hint: 'Choose another name, or drop the other one first.',
  }),
  'open-direction': ({ from, to }) => ({
    message: `from '${from}', '${to}' is neither above nor below: it is on another line`,
    hint: "Say '--direction upgrade' to add it to what is applied, or name a target on the same line.",
  }),
  refused: ({ dialect, op, reason, hint }) => ({ message: `${op} on ${dialect}: ${reason}`, hint }),
  'invalid-option': ({ option, reason, suggestions }) => ({
    message: `'${option}' ${reason}`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : "See 'toSql' in docs/ddl.md for what it takes.",
  }),
  'unmapped-schema': ({ op, schema }) => ({
    message: `${op}: hand-written SQL names '${schema}', which the config's schemaMap gives another name`,
    hint: `Write it as a name, which is mapped: sql\`… \${name('${schema}', '…')} …\`; or leave it out. An alias of that name needs another one.`,
  }),
  nameless: ({ what, table }) => ({
    message: `the ${what} of '${table}' must go and has no name to drop it by`,
    hint: 'Say the name that the database gave it where it is made, or drop it in a migration with execute(…).',
  }),
  'unknown-rename': ({ from, to, missing, suggestions }) => ({
    message: `the rename '${from}=${to}' names nothing: ${missing === 'from' ? `no '${from}' goes` : `no '${to}' comes in its place`}`,
    hint: suggestions.length
      ? `Did you mean ${list(suggestions)}?`
      : "Name a table (account=customer), a column (account.mail=account.email) or an enum's value (mood.sad=mood.unhappy).",
  }),
};
