import { type Diagnostic, type Place, formatDiagnostic, sortDiagnostics } from './diagnostics.ts';

/**
 * Every error code with its typed facts. A code's prose stands in `PROSE` below,
 * so that adding an error is one line here and one there.
 */
export interface ErrorDetails {
  // revisions
  'duplicate-revision': { id: string };
  'invalid-revision-id': { id: string; characters: string };
  'missing-parent': { revision: string; missing: string };
  'missing-dependency': { revision: string; missing: string };
  'duplicate-label': { label: string; revisions: readonly string[] };
  'invalid-label': { label: string; revision: string; reason: string };
  'revision-cycle': { revisions: readonly string[] };
  'unknown-revision': { target: string; suggestions: readonly string[] };
  'ambiguous-prefix': { prefix: string; revisions: readonly string[] };
  'multiple-heads': { target: string; heads: readonly string[] };
  'ambiguous-walk': { target: string; candidates: readonly string[] };
  'relative-out-of-range': { target: string; asked: number; available: number };
  'not-a-target': { target: string; heads: readonly string[] };
  'overlapping-revisions': { revision: string; descendant: string };
  'not-in-branch': { target: string; branch: string };
  'invalid-target': { target: string; reason: string };
  // ops
  'not-an-op': { found: string; expected: string };
  'invalid-op': { op: string; path: string; reason: string };
  // dialects
  refused: { dialect: string; op: string; reason: string; hint: string };
}

export type ErrorCode = keyof ErrorDetails;

type Prose = { readonly [C in ErrorCode]: (details: ErrorDetails[C]) => { message: string; hint: string } };

const list = (items: readonly string[]): string => items.join(', ');

const PROSE: Prose = {
  'duplicate-revision': ({ id }) => ({
    message: `two revisions have the id '${id}'`,
    hint: 'Give one of them another id; ids must be unique in the whole project.',
  }),
  'invalid-revision-id': ({ id, characters }) => ({
    message: `the revision id '${id}' holds ${characters}`,
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
    message: `the branch label '${label}' is used twice: ${list(revisions)}`,
    hint: 'A label names one line of revisions and differs from every id; rename one of them.',
  }),
  'invalid-label': ({ label, revision, reason }) => ({
    message: `the branch label '${label}' of revision '${revision}' ${reason}`,
    hint: 'Use letters, digits, underscores, dots and inner hyphens, and none of head, heads, base.',
  }),
  'revision-cycle': ({ revisions }) => ({
    message: `these revisions form a cycle: ${list(revisions)}`,
    hint: "Follow 'revises' and 'dependsOn' of the named revisions and remove one of the links.",
  }),
  'unknown-revision': ({ target, suggestions }) => ({
    message: `no revision or branch is named '${target}'`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : "See 'migsql history' for all revisions.",
  }),
  'ambiguous-prefix': ({ prefix, revisions }) => ({
    message: `'${prefix}' is the beginning of several revisions: ${list(revisions)}`,
    hint: 'Write more characters of the id.',
  }),
  'multiple-heads': ({ target, heads }) => ({
    message: `'${target}' could be any of several heads: ${list(heads)}`,
    hint: "Name one of them, use '<label>@head', take all with 'heads', or merge them.",
  }),
  'ambiguous-walk': ({ target, candidates }) => ({
    message: `'${target}' could lead to any of: ${list(candidates)}`,
    hint: "Name the revision, or choose the branch with '<label>@…'.",
  }),
  'relative-out-of-range': ({ target, asked, available }) => ({
    message: `'${target}' asks for ${asked} revisions and there are ${available}`,
    hint: available ? `Ask for at most ${available}, or name a revision.` : 'Name a revision instead.',
  }),
  'not-a-target': ({ target, heads }) => ({
    message: `'${target}' cannot be reached downwards from ${list(heads) || 'base'}`,
    hint: 'A downgrade goes to an ancestor of the current heads; check both ends of the range.',
  }),
  'overlapping-revisions': ({ revision, descendant }) => ({
    message: `'${revision}' is an ancestor of '${descendant}', and both are named`,
    hint: `Name only '${descendant}'.`,
  }),
  'not-in-branch': ({ target, branch }) => ({
    message: `'${target}' is not in branch '${branch}'`,
    hint: 'Leave out the branch, or name a revision above or below it.',
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
