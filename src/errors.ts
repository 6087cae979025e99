import { type Diagnostic, type Place, formatDiagnostic, sortDiagnostics } from './diagnostics.ts';

/**
 * Every error code with its typed facts. A code's prose stands in `PROSE` below,
 * so that adding an error is one line here and one there.
 */
export interface ErrorDetails {
  // revisions
  'duplicate-revision': { id: string; count: number; files: readonly string[] };
  'invalid-revision-id': { id: string; reason: string };
  'missing-parent': { revision: string; missing: string };
  'missing-dependency': { revision: string; missing: string };
  'duplicate-label': { label: string; revisions: readonly string[] };
  'invalid-label': { label: string; revision: string; reason: string };
  'revision-cycle': { path: readonly string[]; members: readonly string[] };
  'unknown-revision': { target: string; suggestions: readonly string[] };
  'ambiguous-prefix': { prefix: string; names: readonly string[] };
  'multiple-heads': { target: string; heads: readonly string[] };
  'ambiguous-walk': { target: string; candidates: readonly string[] };
  'ambiguous-start': { target: string; heads: readonly string[] };
  'ambiguous-downgrade': { target: string; candidates: readonly string[] };
  'wrong-direction': { target: string; direction: 'upgrade' | 'downgrade' };
  'relative-out-of-range': { target: string; asked: number; available: number };
  'not-a-target': { target: string; heads: readonly string[]; reason: 'not-applied' | 'nothing-above' };
  'overlapping-revisions': { revision: string; descendant: string };
  'not-in-branch': { target: string; branch: string };
  'not-an-ancestor': { revision: string; of: readonly string[] };
  'invalid-target': { target: string; reason: string };
  // ops
  'not-an-op': { found: string; expected: string };
  'invalid-op': { op: string; path: string; reason: string };
  // plan
  irreversible: { revision: string; reason: string };
  'no-case-for-dialect': { dialect: string };
  'open-direction': { from: string; to: string };
  // dialects
  refused: { dialect: string; op: string; reason: string; hint: string };
  // migrations: files, facts, evaluation
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
  'unknown-export': { name: string; module: string };
  'invalid-data-file': { reason: string };
  'not-available': { name: string; instead: string };
  'no-default-export': Record<never, never>;
  'asynchronous-module': { form: string };
  'not-data': { path: string; found: string };
  'time-limit': { seconds: number; steps: number };
  'memory-limit': { megabytes: number };
  'stack-limit': { kilobytes: number };
  'sandbox-failed': { reason: string };

  // SQL text
  'unclosed-text': { what: string; opening: string; closing: string };
  'unclosed-block': { opening: string; closing: string };
  'client-command': { client: string; command: string };
  'invalid-client-line': { client: string; line: string; reason: string; instead: string };
  // .sql migrations
  'empty-migration-file': Record<never, never>;
  'unknown-header': { key: string; known: readonly string[]; suggestions: readonly string[] };
  'invalid-header': { key: string; reason: string };
  'missing-header': { key: string };
  'text-before-section': { text: string };
  'unknown-section': { section: string; known: readonly string[]; suggestions: readonly string[] };
  'unknown-section-word': { word: string; known: readonly string[]; suggestions: readonly string[] };
  'duplicate-section': { section: string; dialect: string; first: number };
  'missing-section': { section: string };
  'irreversible-without-reason': Record<never, never>;
  'irreversible-and-downgrade': { line: number };
  'text-after-irreversible': { text: string };
  // command line
  'unknown-command': { command: string; suggestions: readonly string[] };
  'unknown-flag': { flag: string; command: string; suggestions: readonly string[] };
  'invalid-choice': { flag: string; value: string; choices: readonly string[]; suggestions: readonly string[] };
  'missing-argument': { argument: string; command: string };
  'unexpected-argument': { argument: string; command: string };
  'invalid-usage': { reason: string; instead: string };
  'system-error': { reason: string };
  internal: { reason: string };
  // config
  'no-config': { folder: string };
  'several-configs': { files: readonly string[] };
  'invalid-config': { path: string; reason: string; instead: string };
  'missing-variable': { path: string; variable: string };
  // files that are written
  'file-exists': Record<never, never>;
  'unwritable-file': { reason: string };
  'needs-splice': { revision: string; children: readonly string[] };
  'script-differs': { patch?: string };
}

export type ErrorCode = keyof ErrorDetails;

type Prose = { readonly [C in ErrorCode]: (details: ErrorDetails[C]) => { message: string; hint: string } };

/** Long lists are cut in prose; the details hold them whole. */
const list = (items: readonly string[], separator = ', '): string =>
  items.length <= 12 ? items.join(separator) : [...items.slice(0, 10), `… (${items.length - 10} more)`].join(separator);

/** A line of a source, as far as a message needs it. */
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const others = (items: readonly string[], known: readonly string[]): string[] => {
  const without = new Set(known);
  return items.filter((item) => !without.has(item));
};

const WRONG_DIRECTION = {
  upgrade: (target: string) => ({
    message: `'${target}' counts downwards, and this is an upgrade`,
    hint: "Write '+' for '-', name the revision to go to, or make it a downgrade.",
  }),
  downgrade: (target: string) => ({
    message: `'${target}' counts upwards, and this is a downgrade`,
    hint: "Write '-' for '+', name the revision to go to, or make it an upgrade.",
  }),
};

const NOT_A_TARGET = {
  'not-applied': (target: string, heads: string) => ({
    message: `'${target}' cannot be reached downwards from ${heads}: it is not applied there`,
    hint: 'A downgrade goes to an ancestor of the current heads; check both ends of the range.',
  }),
  'nothing-above': (target: string, heads: string) => ({
    message: `'${target}' cannot be reached downwards from ${heads}: nothing that revises it is applied in the branch`,
    hint: 'It stays applied for what depends on it or branches off it; name an ancestor of the heads to undo.',
  }),
};

const PROSE: Prose = {
  'duplicate-revision': ({ id, count, files }) => ({
    message: `${count} revisions have the id '${id}'${files.length ? `: ${list(files)}` : ''}`,
    hint: 'Give one of them another id; ids must be unique in the whole project.',
  }),
  'invalid-revision-id': ({ id, reason }) => ({
    message: `the revision id '${id}' ${reason}`,
    hint: "An id is letters, digits and underscores: '@', '+', '-', ':' and ',' belong to the target notation.",
  }),
  'missing-parent': ({ revision, missing }) => ({
    message: `revision '${revision}' revises '${missing}', which does not exist`,
    hint: `Add the migration '${missing}', or correct 'revises' of '${revision}'.`,
  }),
  'missing-dependency': ({ revision, missing }) => ({
    message: `revision '${revision}' depends on '${missing}', which does not exist`,
    hint: `'dependsOn' takes whole ids or branch labels; correct it in '${revision}'.`,
  }),
  'duplicate-label': ({ label, revisions }) => ({
    message: `the branch label '${label}' names several: ${list(revisions)}`,
    hint: 'Rename one of them: a label names the line of one revision and differs from every id.',
  }),
  'invalid-label': ({ label, revision, reason }) => ({
    message: `the branch label '${label}' of revision '${revision}' ${reason}`,
    hint: 'Use letters, digits, underscores, dots and inner hyphens, and none of head, heads, base.',
  }),
  'revision-cycle': ({ path, members }) => ({
    message:
      `revisions come before themselves: ${list([...path, ...path.slice(0, 1)], ' -> ')}` +
      (members.length > path.length ? ` (with them in other cycles: ${list(others(members, path))})` : ''),
    hint: "Each revises or depends on the next; remove one link from its 'revises' or 'dependsOn'.",
  }),
  'unknown-revision': ({ target, suggestions }) => ({
    message: `no revision or branch is named '${target}'`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : "See 'migsql history' for all revisions.",
  }),
  'ambiguous-prefix': ({ prefix, names }) => ({
    message: `'${prefix}' is the beginning of several revisions or labels: ${list(names)}`,
    hint: 'Write more characters of the one that is meant.',
  }),
  'multiple-heads': ({ target, heads }) => ({
    message: `'${target}' could be any of several heads: ${list(heads)}`,
    hint: "Name one of them, use '<label>@head', take all with 'heads', or merge them.",
  }),
  'ambiguous-walk': ({ target, candidates }) => ({
    message: `'${target}' could lead to any of: ${list(candidates)}`,
    hint: "Name the revision, or choose the branch with '<label>@…'.",
  }),
  'ambiguous-start': ({ target, heads }) => ({
    message: `'${target}' is counted from a current head, and there are several: ${list(heads)}`,
    hint: 'Name the revision to go to, or the branch, as in <label>@+1 or <label>@-1.',
  }),
  'ambiguous-downgrade': ({ target, candidates }) => ({
    message: `'${target}' does not say which of these to undo: ${list(candidates)}`,
    hint: "Name a label above the fork before '@', or leave it out and name the revision to undo all of them.",
  }),
  'wrong-direction': ({ target, direction }) => WRONG_DIRECTION[direction](target),
  'relative-out-of-range': ({ target, asked, available }) => ({
    message: `'${target}' counts to ${asked}, but the line ends after ${available}`,
    hint: available ? `Ask for at most ${available}, or name a revision.` : 'Name a revision instead.',
  }),
  'not-a-target': ({ target, heads, reason }) => NOT_A_TARGET[reason](target, list(heads) || 'base'),
  'overlapping-revisions': ({ revision, descendant }) => ({
    message: `'${revision}' comes before '${descendant}' anyway, and both are named`,
    hint: `Name only '${descendant}'.`,
  }),
  'not-in-branch': ({ target, branch }) => ({
    message: `'${target}' is not in branch '${branch}'`,
    hint: 'Leave out the branch, or name a revision above or below it.',
  }),
  'not-an-ancestor': ({ revision, of }) => ({
    message: `'${revision}' does not come before ${list(of) || 'base'}`,
    hint: 'FROM:TO begins at a revision that TO needs; exchange them, or name one on the way to TO.',
  }),
  'invalid-target': ({ target, reason }) => ({
    message: `'${target}' is not a target: ${reason}`,
    hint: 'Examples: head, heads, base, ae10, billing@head, +1, -2, ae10+1, billing@-1.',
  }),
  'not-an-op': ({ found, expected }) => ({
    message: `expected ${expected}, got ${found}`,
    hint: "Build ops with migsql's functions: createTable(…), addColumn(…), execute(…).",
  }),
  'invalid-op': ({ op, path, reason }) => ({
    message: `${op}: ${path ? `${path}: ` : ''}${reason}`,
    hint: `See '${op}' in docs/formats.md for what it takes.`,
  }),
  refused: ({ dialect, op, reason, hint }) => ({ message: `${op} on ${dialect}: ${reason}`, hint }),
  'missing-folder': ({ folder }) => ({
    message: `the migration folder '${folder}' does not exist`,
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
    hint: fact === 'revises' ? "Write the parent's id, or 'revises: null' for a base revision." : `Write '${fact}' as a literal.`,
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
    hint: "Import 'migsql', and files beside the migration: .ts, .js, .json, .csv, .sql, .txt.",
  }),
  'missing-import': ({ specifier }) => ({
    message: `the import '${specifier}' does not exist`,
    hint: 'Correct the path; it is relative to the importing file.',
  }),
  'unknown-export': ({ name, module }) => ({
    message: `'${module}' has no export '${name}'`,
    hint: 'Correct the name in the import.',
  }),
  'invalid-data-file': ({ reason }) => ({
    message: `the file is not JSON: ${reason}`,
    hint: 'Correct it, or import it as .txt.',
  }),
  'not-available': ({ name, instead }) => ({
    message: `${name} is not available while migrations are evaluated`,
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
    hint: 'Only texts, finite numbers, booleans, null, lists and plain objects come out of a migration.',
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
  'unclosed-text': ({ what, opening, closing }) => ({
    message: `the ${what} opened with ${opening} has no end`,
    hint: `Close it with ${closing}; everything behind it is read as part of it.`,
  }),
  'unclosed-block': ({ opening, closing }) => ({
    message: `${opening} is not followed by ${closing}`,
    hint: `Add ${closing} where it ends; the rest of the text is read as part of it.`,
  }),
  'client-command': ({ client, command }) => ({
    message: `'${command}' is a command of ${client}, not SQL`,
    hint: 'Remove the line: a migration holds SQL alone, and its script sets up the client.',
  }),
  'invalid-client-line': ({ client, line, reason, instead }) => ({
    message: `${client} does not take the line '${line}': ${reason}`,
    hint: instead,
  }),
  'empty-migration-file': () => ({
    message: 'the file is empty',
    hint: "Begin with '-- id: …' and '-- revises: …', then '-- migsql:upgrade' and the statements; or remove the file.",
  }),
  'unknown-header': ({ key, known, suggestions }) => ({
    message: `a header has no key '${key}'`,
    hint: suggestions.length
      ? `Did you mean ${list(suggestions)}?`
      : `Its keys are ${list(known)}; a comment that is no key must not have a colon behind its first word.`,
  }),
  'invalid-header': ({ key, reason }) => ({
    message: `'${key}' ${reason}`,
    hint: 'A line of the header is one key and its value, as in: -- revises: 1975ea83b712',
  }),
  'missing-header': ({ key }) => ({
    message: `the header has no '${key}'`,
    hint: key === 'revises' ? "Write '-- revises: …' with the parent's id, or 'base'." : `Write '-- ${key}: …' above.`,
  }),
  'text-before-section': ({ text }) => ({
    message: `'${shorten(text)}' stands above the first section`,
    hint: "Only comments can stand there; open the section with a line '-- migsql:upgrade'.",
  }),
  'unknown-section': ({ section, known, suggestions }) => ({
    message: `there is no section '${section}'`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : `Sections are ${list(known)}.`,
  }),
  'unknown-section-word': ({ word, known, suggestions }) => ({
    message: `'${word}' is neither a dialect nor an option of a section`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : `Known are ${list(known)}.`,
  }),
  'duplicate-section': ({ section, dialect, first }) => ({
    message: `the section '${section}'${dialect === 'default' ? '' : ` for ${dialect}`} stands twice, first in line ${first}`,
    hint: 'Join the two, or name other dialects in one of them.',
  }),
  'missing-section': ({ section }) => ({
    message: `the file has no section '${section}'`,
    hint: `Open it with a line '-- migsql:${section}'; it may be empty.`,
  }),
  'irreversible-without-reason': () => ({
    message: "'irreversible' gives no reason",
    hint: 'Say why on the same line: -- migsql:irreversible the old values are not kept',
  }),
  'irreversible-and-downgrade': ({ line }) => ({
    message: `the file is irreversible and has a downgrade, in line ${line}`,
    hint: 'Remove one of the two.',
  }),
  'text-after-irreversible': ({ text }) => ({
    message: `'${shorten(text)}' follows '-- migsql:irreversible'`,
    hint: 'No statements belong to it; move them into a section, or remove them.',
  }),
  irreversible: ({ revision, reason }) => ({
    message: `revision '${revision}' cannot be undone: ${reason}`,
    hint: 'Stop the downgrade above it, or write its downgrade.',
  }),
  'open-direction': ({ from, to }) => ({
    message: `from '${from}', '${to}' is neither above nor below: it is on another line`,
    hint: "Say '--direction upgrade' to add it to what is applied, or name a target on the same line.",
  }),
  'no-case-for-dialect': ({ dialect }) => ({
    message: `nothing is given for ${dialect} here`,
    hint: `Add a case '${dialect}', or 'default' for all that are not named; an empty one if there is nothing to do.`,
  }),
  'unknown-command': ({ command, suggestions }) => ({
    message: `'${command}' is not a command`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : "'migsql --help' lists the commands.",
  }),
  'unknown-flag': ({ flag, command, suggestions }) => ({
    message: `'migsql ${command}' has no flag ${flag}`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : `'migsql ${command} --help' lists its flags.`,
  }),
  'invalid-choice': ({ flag, value, choices, suggestions }) => ({
    message: `${flag} cannot be '${value}'`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : `It is one of ${list(choices)}.`,
  }),
  'missing-argument': ({ argument, command }) => ({
    message: `'migsql ${command}' needs ${argument}`,
    hint: `See 'migsql ${command} --help'.`,
  }),
  'unexpected-argument': ({ argument, command }) => ({
    message: `'migsql ${command}' has no place for '${argument}'`,
    hint: `Put an argument with spaces in quotes; see 'migsql ${command} --help'.`,
  }),
  'invalid-usage': ({ reason, instead }) => ({ message: reason, hint: instead }),
  'system-error': ({ reason }) => ({
    message: `the system refused: ${reason}`,
    hint: 'Check that the file exists, that you may use it, and that the disk has room.',
  }),
  internal: ({ reason }) => ({
    message: `migsql failed, and that is a bug in it: ${reason}`,
    hint: 'Run it again with DEBUG=1 and report what it prints with the migration that it stumbled on.',
  }),
  'no-config': ({ folder }) => ({
    message: `there is no migsql.config.ts (or .js, .mjs, .json, .yaml, .yml) in ${folder} or above it`,
    hint: "Run 'migsql init' to begin a project here, or name the file: --config FILE.",
  }),
  'several-configs': ({ files }) => ({
    message: `there are several config files: ${list(files)}`,
    hint: 'Keep one of them, or name the one to use: --config FILE.',
  }),
  'invalid-config': ({ path, reason, instead }) => ({
    message: path ? `${path}: ${reason}` : reason,
    hint: instead,
  }),
  'missing-variable': ({ path, variable }) => ({
    message: `${path}: the environment variable ${variable} is not set`,
    hint: `Set ${variable}, or give a default: env('${variable}', '…').`,
  }),
  'file-exists': () => ({
    message: 'the file exists already',
    hint: 'Nothing was written. Move or remove it, or choose another place.',
  }),
  'unwritable-file': ({ reason }) => ({
    message: `the file cannot be written: ${reason}`,
    hint: 'Nothing was written. Check that its folder exists and that you may write there.',
  }),
  'needs-splice': ({ revision, children }) => ({
    message: `'${revision}' is not a head: ${list(children)} ${children.length > 1 ? 'revise' : 'revises'} it`,
    hint: 'Name a head instead, or begin a second branch here with --splice.',
  }),
  'script-differs': ({ patch }) => ({
    message: `the file is not what the migrations render${patch === undefined ? '' : '; the difference is above'}`,
    hint: "Run the command without --check to write it.",
  }),
};

/** A diagnostic of a known code, with its message and hint. */
export function problem<C extends ErrorCode>(code: C, details: ErrorDetails[C], place?: Place): Diagnostic<C> {
  return { code, ...PROSE[code](details), details, ...(place && { place }) };
}

/** One or several problems that stop the work; `diagnostics` is sorted and never empty. */
export class MigsqlError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const sorted = sortDiagnostics(diagnostics);
    super(sorted.map(formatDiagnostic).join('\n'));
    this.name = 'MigsqlError';
    this.diagnostics = sorted;
  }

  /** The code of the first problem. */
  get code(): string {
    return this.diagnostics[0]?.code ?? 'internal';
  }

  /** The facts of the first problem, when it is of code `C`. */
  detailsOf<C extends ErrorCode>(code: C): ErrorDetails[C] | undefined {
    const found = this.diagnostics.find((diagnostic) => diagnostic.code === code);
    return found?.details as ErrorDetails[C] | undefined;
  }
}

export function fail<C extends ErrorCode>(code: C, details: ErrorDetails[C], place?: Place): never {
  throw new MigsqlError([problem(code, details, place)]);
}
