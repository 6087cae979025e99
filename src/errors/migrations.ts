import { type Prose, list } from './prose.ts';

/** Migration files: finding, reading and evaluating them. */
export interface MigrationErrors {
  'open-context': { revision: string; contexts: readonly string[] };
  'missing-folder': { folder: string };
  'unreadable-file': { reason: string };
  'not-utf8': Record<never, never>;
  'no-migration': { found: string };
  'missing-fact': { fact: string };
  'not-literal': { fact: string; expected: string };
  'hidden-facts': { form: string };
  'unknown-field': { field: string; known: readonly string[] };
  'fact-mismatch': { fact: string; written: string; evaluated: string };
  'duplicate-migration': { id: string; other: string };
  'invalid-migration': { reason: string };
  'syntax-error': { reason: string };
  'too-deep': { tokens: number };
  'evaluation-failed': { name: string; reason: string };
  'forbidden-import': { specifier: string; reason: string };
  'missing-import': { specifier: string };
  'unknown-export': { name: string; module: string; suggestions: readonly string[] };
  'unknown-name': { name: string; isExported: boolean; suggestions: readonly string[] };
  'unknown-type': { type: string; known: readonly string[]; suggestions: readonly string[] };
  'invalid-data-file': { reason: string };
  'not-available': { name: string; instead: string };
  'no-default-export': Record<never, never>;
  'asynchronous-module': { form: string };
  'not-data': { path: string; found: string };
  'time-limit': { seconds: number; steps: number };
  'memory-limit': { megabytes: number };
  'stack-limit': { kilobytes: number };
  'sandbox-failed': { reason: string };
}

const MISSING_FACT: { readonly [fact: string]: string } = {
  revises: "Write the parent's id, or 'revises: null' for a base revision.",
  upgrade: "Write its ops, 'upgrade: [ … ]', or an empty list.",
};

export const MIGRATION_PROSE: Prose<MigrationErrors> = {
  'open-context': ({ revision, contexts }) => ({
    message: `revision '${revision}' is for ${list(contexts)} alone, and no context is said`,
    hint: "Say it with --context NAME, or with 'contexts' in the config; in any other context its ops are left out.",
  }),
  'missing-folder': ({ folder }) => ({
    message: `there is no migration folder '${folder}'`,
    hint: "Create it with 'migsql init', or correct 'migrations' in the config file.",
  }),
  'unreadable-file': ({ reason }) => ({
    message: `the file cannot be read: ${reason}`,
    hint: 'Check that it exists and that you may read it.',
  }),
  'not-utf8': () => ({
    message: 'the file is not UTF-8 text',
    hint: 'Save it as UTF-8.',
  }),
  'no-migration': ({ found }) => ({
    message: `expected 'export default migration({ … })', found ${found}`,
    hint: "Give the file that one export; a helper's name, or its folder's, begins with '_'.",
  }),
  'missing-fact': ({ fact }) => ({
    message: `the migration has no '${fact}'`,
    hint: MISSING_FACT[fact] ?? `Write '${fact}' as a literal.`,
  }),
  'not-literal': ({ fact, expected }) => ({
    message: `'${fact}' is not a literal: expected ${expected}`,
    hint: 'It is read from the source without running it, so write the value itself.',
  }),
  'hidden-facts': ({ form }) => ({
    message: `${form} in the migration could hide its id or parents`,
    hint: 'Write every field of the migration by its name; spread and compute inside the fields.',
  }),
  'unknown-field': ({ field, known }) => ({
    message: `a migration has no field '${field}'`,
    hint: `Its fields are ${list(known)}.`,
  }),
  'fact-mismatch': ({ fact, written, evaluated }) => ({
    message: `'${fact}' is written as ${written} and evaluates to ${evaluated}`,
    hint: `Export the migration as it stands in the source, and write '${fact}' once.`,
  }),
  'duplicate-migration': ({ id, other }) => ({
    message: `the revision id '${id}' is also that of ${other}`,
    hint: 'Give one of them another id; ids must be unique in the whole project.',
  }),
  'invalid-migration': ({ reason }) => ({
    message: reason,
    hint: "See 'Migration files' in docs/formats.md.",
  }),
  'syntax-error': ({ reason }) => ({
    message: reason,
    hint: 'Correct the syntax of the file.',
  }),
  'too-deep': ({ tokens }) => ({
    message: `the source nests deeper, or chains longer, than ${tokens} tokens`,
    hint: 'Break it into parts: constants, shorter lists, a data file.',
  }),
  'evaluation-failed': ({ name, reason }) => ({
    message: `${name}: ${reason}`,
    hint: 'The file fails while it is evaluated; correct the line named.',
  }),
  'forbidden-import': ({ specifier, reason }) => ({
    message: `the import '${specifier}' is not allowed: ${reason}`,
    hint: "Import 'migsql', and files beside this one: .ts, .js, .json, .jsonl, .csv, .sql, .txt.",
  }),
  'missing-import': ({ specifier }) => ({
    message: `the import '${specifier}' does not exist`,
    hint: 'Correct the path; it is relative to the importing file.',
  }),
  'unknown-export': ({ name, module, suggestions }) => ({
    message: `'${module}' has no export '${name}'`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : 'Correct the name in the import.',
  }),
  'unknown-name': ({ name, isExported, suggestions }) => ({
    message: `'${name}' is not defined`,
    hint: isExported
      ? `Import it: import { ${name} } from 'migsql';`
      : suggestions.length
        ? `Did you mean ${list(suggestions)}?`
        : 'Correct the name, or import it at the top of the file.',
  }),
  'unknown-type': ({ type, known, suggestions }) => ({
    message: `unknown column type '${type}'`,
    hint: suggestions.length
      ? `Did you mean types.${suggestions.join(', types.')}?`
      : `The types are ${known.join(', ')}; types.native('…') takes any other.`,
  }),
  'invalid-data-file': ({ reason }) => ({
    message: `the file is not JSON: ${reason}`,
    hint: 'Correct it, or import it as .txt.',
  }),
  'not-available': ({ name, instead }) => ({
    message: `${name} is not available in the sandbox, where migrations and configs are evaluated`,
    hint: instead,
  }),
  'no-default-export': () => ({
    message: 'the file has no default export',
    hint: 'Write export default ….',
  }),
  'asynchronous-module': ({ form }) => ({
    message: `${form} has nothing to wait for`,
    hint: 'There is no connection and no I/O at compile time; data that needs a query belongs in SQL.',
  }),
  'not-data': ({ path, found }) => ({
    message: `${path || 'the default export'} is ${found}, which is not plain data`,
    hint:
      found === 'a function'
        ? 'Call it, as in types.text() or now(): only data comes out of a migration.'
        : 'Only texts, finite numbers, booleans, null, lists and plain objects come out of a migration.',
  }),
  'time-limit': ({ seconds, steps }) => ({
    message: `the evaluation did not end within its limits (${steps} million steps, ${seconds} s)`,
    hint: "Look for an endless loop or a slow regular expression, or raise 'limits' in the config file.",
  }),
  'memory-limit': ({ megabytes }) => ({
    message: `the evaluation needs more memory than its limit (${megabytes} MB)`,
    hint: "Put large data in a .csv file, or raise 'limits' in the config file.",
  }),
  'stack-limit': ({ kilobytes }) => ({
    message: `the evaluation recurses deeper than its stack allows (${kilobytes} KB)`,
    hint: 'Look for a function that calls itself without end.',
  }),
  'sandbox-failed': ({ reason }) => ({
    message: `the sandbox failed: ${reason}`,
    hint: 'Check that the installation is complete; reinstall migsql.',
  }),
};
