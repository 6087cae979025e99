import type { Diagnostic } from '../diagnostics.ts';
import { type ErrorCode, type ErrorDetails, problem } from '../errors.ts';
import { type Cursor, advance, isPunctuator, openCursor, openExactCursor, tokenText } from '../sandbox/cursor.ts';
import { placesIn } from '../sandbox/places.ts';
import { decodeText } from '../sandbox/strings.ts';
import { type FactValue, isAtEnd, nesting, readLiteral } from './literal.ts';

/** What is known of a migration without evaluating it. */
export interface Facts {
  readonly id: string;
  readonly revises: readonly string[];
  readonly branchLabels: readonly string[];
  readonly dependsOn: readonly string[];
  /** What it is for, where it is not for every database. */
  readonly contexts?: readonly string[];
  /** Of a `.sql` file: the variables that its text may name. */
  readonly variables?: readonly string[];
  readonly title?: string;
  /** Where the migration's fields are written: offsets in the text, by name (`placeAt` makes a place of one). */
  readonly offsets: { readonly [field: string]: number };
}

export interface FactsFound {
  readonly facts?: Facts;
  readonly problems: readonly Diagnostic[];
}

export const MIGRATION_FIELDS = [
  'id',
  'revises',
  'title',
  'branchLabels',
  'dependsOn',
  'contexts',
  'upgrade',
  'downgrade',
] as const;

/** What each fact may be, in the words of a diagnostic. */
const EXPECTED: { readonly [fact: string]: string } = {
  id: 'a text',
  revises: 'null, a text or a list of texts',
  title: 'a text',
  branchLabels: 'a list of texts',
  dependsOn: 'a list of texts',
  contexts: 'a list of texts',
};

interface Reading {
  readonly values: Map<string, FactValue>;
  readonly offsets: Map<string, number>;
  readonly problems: Diagnostic[];
  readonly report: <C extends ErrorCode>(code: C, details: ErrorDetails[C], offset: number) => void;
}

/**
 * Reads `id`, `revises`, `branchLabels`, `dependsOn`, `contexts` and `title` from `export default migration({ … })`.
 * Nothing is evaluated: each must be a literal. All that is wrong with them is reported at once.
 */
export function readFacts(text: string, file: string): FactsFound {
  return readWith(openCursor(text), file) ?? readWith(openExactCursor(text), file) ?? { problems: [] };
}

/** Nothing when the cursor could not tell what stands somewhere. */
function readWith(cursor: Cursor, file: string): FactsFound | undefined {
  const problems: Diagnostic[] = [];
  const placeOf = placesIn(cursor.text, file);
  const report: Reading['report'] = (code, details, offset) =>
    problems.push(problem(code, details, placeOf(offset)));
  const reading: Reading = { values: new Map(), offsets: new Map(), problems, report };
  const isExact = cursor.tokens !== undefined;
  const found = findMigration(cursor, isExact);
  if (found === 'unclear') return undefined;
  if (found !== 'migration') report('no-migration', { found }, found === 'no default export' ? 0 : cursor.start);
  else if (readFields(cursor, reading, isExact) === 'unclear') return undefined;
  else requireFacts(cursor, reading);
  return { ...(problems.length === 0 && { facts: factsOf(reading) }), problems };
}

/** Moves into the braces of `export default migration({`. */
function findMigration(cursor: Cursor, isExact: boolean): string {
  let depth = 0;
  let isExport = false;
  for (let kind = advance(cursor); kind !== 'end'; kind = advance(cursor)) {
    if (kind === 'unclear' && !isExact) return 'unclear';
    depth += nesting(cursor);
    const name = depth === 0 && kind === 'name' ? tokenText(cursor) : '';
    if (isExport && name === 'default') return enterMigration(cursor);
    isExport = name === 'export';
  }
  return 'no default export';
}

function enterMigration(cursor: Cursor): string {
  const kind = advance(cursor);
  const start = cursor.start;
  if (kind === 'name' && tokenText(cursor) === 'migration') {
    advance(cursor);
    if (isPunctuator(cursor, '(')) {
      advance(cursor);
      if (isPunctuator(cursor, '{')) return 'migration';
    }
  }
  const rest =
    cursor.text
      .slice(start, start + 40)
      .split('\n', 1)[0]
      ?.trim() ?? '';
  cursor.start = start;
  return `'export default ${rest}'`;
}

/** Reads field by field until the brace that closes the migration. */
function readFields(cursor: Cursor, reading: Reading, isExact: boolean): 'unclear' | 'done' {
  advance(cursor);
  while (!isAtEnd(cursor) && !isPunctuator(cursor, '}')) {
    readField(cursor, reading);
    for (let depth = 0; !isAtEnd(cursor); advance(cursor)) {
      if (cursor.kind === 'unclear' && !isExact) return 'unclear';
      if (depth === 0 && (isPunctuator(cursor, ',') || isPunctuator(cursor, '}'))) break;
      depth += nesting(cursor);
    }
    if (isPunctuator(cursor, ',')) advance(cursor);
  }
  return 'done';
}

/** Reads a field's name, and its value when it is a fact; stands somewhere inside the field afterwards. */
function readField(cursor: Cursor, reading: Reading): void {
  const { start, kind } = cursor;
  if (isPunctuator(cursor, '.')) reading.report('hidden-facts', { form: 'a spread' }, start);
  if (isPunctuator(cursor, '[')) reading.report('hidden-facts', { form: 'a computed field' }, start);
  if (kind !== 'name' && kind !== 'string') return;
  const name = kind === 'string' ? (decodeText(tokenText(cursor)) ?? '') : tokenText(cursor);
  advance(cursor);
  if (/^(?:get|set|async)$/.test(name) && cursor.kind === 'name') return readField(cursor, reading);
  const isField =
    isPunctuator(cursor, ':') || isPunctuator(cursor, ',') || isPunctuator(cursor, '}') || isPunctuator(cursor, '(');
  if (!isField) return;
  if (!(MIGRATION_FIELDS as readonly string[]).includes(name))
    reading.report('unknown-field', { field: name, known: MIGRATION_FIELDS }, start);
  reading.offsets.set(name, start);
  const expected = EXPECTED[name];
  if (expected === undefined) return;
  const isWritten = isPunctuator(cursor, ':');
  if (isWritten) advance(cursor);
  const at = isWritten ? cursor.start : start;
  const value = isWritten ? readLiteral(cursor) : undefined;
  if (value === undefined || !fits(name, value)) reading.report('not-literal', { fact: name, expected }, at);
  else reading.values.set(name, value);
}

function fits(fact: string, value: FactValue): boolean {
  if (fact === 'revises') return true;
  return fact === 'branchLabels' || fact === 'dependsOn' || fact === 'contexts' ? Array.isArray(value) : typeof value === 'string';
}

function requireFacts({ text }: Cursor, { offsets, report }: Reading): void {
  const start = Math.max(0, text.search(/\bexport\s+default\b/));
  for (const fact of ['id', 'revises', 'upgrade']) if (!offsets.has(fact)) report('missing-fact', { fact }, start);
}

function factsOf({ values, offsets }: Reading): Facts {
  const revises = values.get('revises') ?? [];
  const title = values.get('title');
  const contexts = (values.get('contexts') as readonly string[] | undefined) ?? [];
  return {
    id: values.get('id') as string,
    revises: typeof revises === 'string' ? [revises] : revises,
    branchLabels: (values.get('branchLabels') as readonly string[] | undefined) ?? [],
    dependsOn: (values.get('dependsOn') as readonly string[] | undefined) ?? [],
    ...(contexts.length && { contexts }),
    ...(typeof title === 'string' && { title }),
    offsets: Object.fromEntries(offsets),
  };
}
