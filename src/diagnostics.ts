/**
 * A problem as plain data: what is wrong, where, and what to do about it.
 * Prose is in `message` and `hint`; programs read `code` and `details`.
 */
export interface Diagnostic<C extends string = string> {
  readonly code: C;
  /** One sentence, without the place and without a final full stop. */
  readonly message: string;
  /** What to do next, one sentence. */
  readonly hint?: string;
  /** The facts of the problem, typed by code in `ErrorDetails`. */
  readonly details: unknown;
  readonly place?: Place;
}

/** A position in a source file: path relative to the project, line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** By file, line, column, code, message: an order that depends on nothing but the problems. */
export function sortDiagnostics<D extends Diagnostic>(diagnostics: Iterable<D>): D[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

/** `file:line:column`, as editors and terminals recognise it. */
export function formatPlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/** Plain text, two lines a problem: `place: message [code]` and its indented hint. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const where = diagnostic.place ? `${formatPlace(diagnostic.place)}: ` : '';
  const hint = diagnostic.hint ? `\n  ${diagnostic.hint}` : '';
  return `${where}${diagnostic.message} [${diagnostic.code}]${hint}`;
}

/** Code unit order: the same on every machine and locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
