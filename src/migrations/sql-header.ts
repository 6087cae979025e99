import type { Diagnostic } from '../diagnostics.ts';
import { type ErrorCode, type ErrorDetails, problem } from '../errors.ts';
import { similar } from '../similar.ts';
import type { Facts, FactsFound } from './facts.ts';

export const HEADER_KEYS = ['id', 'revises', 'title', 'branchLabels', 'dependsOn', 'contexts', 'variables'] as const;

type HeaderKey = (typeof HEADER_KEYS)[number];

/** A line that opens a section, whatever follows. */
export const SECTION_LINE = /^[ \t]*--[ \t]*migsql:[ \t]*(\S*)(.*)$/i;

const KEY_LINE = /^--[ \t]*([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/;

export interface Line {
  /** Without its line break. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Offset of its beginning, and of the line after it. */
  readonly start: number;
  readonly next: number;
}

/** The lines of a text, one at a time; a byte order mark and carriage returns at line ends are left out. */
export function* linesOf(text: string): Generator<Line> {
  let number = 1;
  for (let at = 0; at < text.length; number++) {
    const found = text.indexOf('\n', at);
    const next = found < 0 ? text.length : found + 1;
    const start = number === 1 && text.startsWith('\ufeff') ? 1 : at;
    yield { text: text.slice(start, next).replace(/\r?\n$|\r$/, ''), number, start, next };
    at = next;
  }
}

interface Reading {
  readonly values: Map<HeaderKey, string>;
  readonly offsets: Map<HeaderKey, number>;
  readonly problems: Diagnostic[];
  readonly file: string;
}

function report<C extends ErrorCode>(reading: Reading, code: C, details: ErrorDetails[C], line: number): void {
  reading.problems.push(problem(code, details, { file: reading.file, line, column: 1 }));
}

/** Reads the header alone: everything above the first section. */
export function readSqlHeader(text: string, file: string): FactsFound {
  const reading: Reading = { values: new Map(), offsets: new Map(), problems: [], file };
  if (/^\s*$/.test(text)) report(reading, 'empty-migration-file', {}, 1);
  else readLines(text, reading);
  const { problems } = reading;
  return { ...(problems.length === 0 && { facts: factsOf(reading) }), problems };
}

function readLines(text: string, reading: Reading): void {
  let isSql = false;
  for (const line of linesOf(text)) {
    if (SECTION_LINE.test(line.text)) break;
    const content = line.text.trim();
    if (content.startsWith('--')) readComment(content, line, reading);
    else if (content !== '' && !isSql) {
      isSql = true;
      report(reading, 'text-before-section', { text: content }, line.number);
    }
    if (isSql) break;
  }
  for (const key of ['id', 'revises'] as const) {
    if (!reading.offsets.has(key) && !isSql) report(reading, 'missing-header', { key }, 1);
  }
}

function readComment(content: string, { number, start, text }: Line, reading: Reading): void {
  const [, key, value = ''] = KEY_LINE.exec(content) ?? [];
  if (key === undefined) return;
  if (!isHeaderKey(key)) {
    report(reading, 'unknown-header', { key, known: HEADER_KEYS, suggestions: similar(key, HEADER_KEYS) }, number);
    return;
  }
  const reason = reading.offsets.has(key) ? 'is given twice' : whyInvalid(key, value.trim());
  if (reason) report(reading, 'invalid-header', { key, reason }, number);
  else reading.values.set(key, value.trim());
  reading.offsets.set(key, start + text.indexOf('--'));
}

const isHeaderKey = (key: string): key is HeaderKey => (HEADER_KEYS as readonly string[]).includes(key);

function whyInvalid(key: HeaderKey, value: string): string | undefined {
  if (key === 'title') return undefined;
  if (key === 'id' && value === '') return 'has no value';
  const names = key === 'id' ? [value] : listOf(value);
  if (names.some((name) => name === '')) return 'has an empty entry';
  if (names.some((name) => /\s/.test(name))) {
    return key === 'id' ? 'is not one word' : 'has an entry of several words; a comma parts entries';
  }
  if (key === 'variables' && !names.every((name) => /^[A-Za-z_]\w*$/.test(name))) return 'has an entry that is no name of a variable: use letters, digits and _';
  return key === 'revises' && names.length > 1 && names.includes('base') ? "names 'base' beside others" : undefined;
}

const listOf = (value: string): readonly string[] => (value === '' ? [] : value.split(',').map((name) => name.trim()));

function factsOf({ values, offsets }: Reading): Facts {
  const list = (key: HeaderKey): readonly string[] => listOf(values.get(key) ?? '');
  const title = values.get('title');
  return {
    id: values.get('id') ?? '',
    revises: list('revises').filter((parent) => parent !== 'base'),
    branchLabels: list('branchLabels'),
    dependsOn: list('dependsOn'),
    ...(list('contexts').length && { contexts: list('contexts') }),
    ...(list('variables').length && { variables: list('variables') }),
    ...(title && { title }),
    offsets: Object.fromEntries(offsets),
  };
}
