import { type Diagnostic, sortDiagnostics } from '../diagnostics.ts';
import { type ErrorCode, type ErrorDetails, problem } from '../errors.ts';
import { similar } from '../similar.ts';
import { DIALECT_NAMES, type DialectName, isDialectName } from '../sql/dialect-name.ts';
import type { Facts, FactsFound } from './facts.ts';
import { type Line, SECTION_LINE, linesOf, readSqlHeader } from './sql-header.ts';

/**
 * A `.sql` migration:
 *
 * ```sql
 * -- id: ae1027a6acf0
 * -- revises: 1975ea83b712
 * -- title: close accounts that were never used
 *
 * -- migsql:upgrade
 * UPDATE account SET closed = 1 WHERE last_transaction_date IS NULL;
 *
 * -- migsql:upgrade postgresql, sqlite no-transaction
 * UPDATE account SET closed = true WHERE last_transaction_date IS NULL;
 *
 * -- migsql:irreversible it is not known which accounts were open
 * ```
 *
 * The **header** is the comment lines above the first section. `-- key: value` is one of `id`, `revises` (a comma list
 * for a merge; `base` or nothing for a base revision), `title`, `branchLabels`, `dependsOn`, `contexts` (comma lists), and
 * `variables` (a comma list of those that the text names as `:{name}`); `id` and `revises` are needed. Other comments may stand between them, as long as they do not look like a key.
 *
 * A **section** begins at a line `-- migsql:upgrade` or `-- migsql:downgrade` and reaches to the next such line,
 * wherever that stands. The dialects named on the line are those it is for; a section that names none is for all
 * others. Behind the dialects may stand `no-transaction`: each of its statements runs outside a transaction. A
 * section's text is split as the dialect's own client does it, so that GO, DELIMITER and a line `/` mean what they
 * mean there.
 *
 * `-- migsql:irreversible why` stands in place of the downgrade sections. A file with neither cannot be downgraded.
 *
 * UTF-8; a byte order mark and CRLF line ends are accepted, and a CRLF is read as LF, so that a checkout on another
 * system renders the same script.
 */
export interface SqlMigration extends Facts {
  readonly sections: readonly SqlSection[];
  readonly irreversible?: { readonly reason: string; readonly line: number };
}

export interface SqlSection {
  readonly direction: 'upgrade' | 'downgrade';
  /** Empty for the section that is for all dialects without one of their own. */
  readonly dialects: readonly DialectName[];
  readonly options: readonly SectionOption[];
  /** As written, with LF line ends. */
  readonly text: string;
  /** The line of the file that is the text's first. */
  readonly line: number;
}

const SECTION_OPTIONS = ['no-transaction'] as const;
export type SectionOption = (typeof SECTION_OPTIONS)[number];

export interface SqlMigrationFound {
  readonly migration?: SqlMigration;
  /** All that is wrong with the file, sorted. */
  readonly problems: readonly Diagnostic[];
}

/** Reads the header alone: time is linear in the header, not in the file. */
export function parseSqlFacts(text: string, file: string): FactsFound {
  return readSqlHeader(text, file);
}

/** Reads the header and cuts the rest into sections; nothing is split into statements, which depends on the dialect. */
export function parseSqlMigration(text: string, file: string): SqlMigrationFound {
  const { facts, problems } = readSqlHeader(text, file);
  const reading: Reading = { file, sections: [], irreversible: [], problems: [...problems] };
  if (!/^\s*$/.test(text)) readSections(text, reading);
  const [irreversible] = reading.irreversible;
  if (!facts || reading.problems.length) return { problems: sortDiagnostics(reading.problems) };
  const sections = reading.sections.map(({ marker, ...section }) => section);
  return { migration: { ...facts, sections, ...(irreversible && { irreversible }) }, problems: [] };
}

interface Reading {
  readonly file: string;
  readonly sections: (SqlSection & { readonly marker: number })[];
  readonly irreversible: { readonly reason: string; readonly line: number }[];
  readonly problems: Diagnostic[];
}

function report<C extends ErrorCode>(reading: Reading, code: C, details: ErrorDetails[C], line: number): void {
  const { problems, file } = reading;
  problems.push(problem(code, details, { file, line, column: 1 }));
}

interface Marker {
  readonly name: string;
  readonly rest: string;
  readonly line: Line;
}

function readSections(text: string, reading: Reading): void {
  const markers = [...findMarkers(text)];
  markers.forEach((marker, index) => {
    const content = text.slice(marker.line.next, markers[index + 1]?.line.start ?? text.length);
    readSection(marker, content.replaceAll('\r\n', '\n'), reading);
  });
  checkTogether(reading, markers);
}

function* findMarkers(text: string): Generator<Marker> {
  for (const line of linesOf(text)) {
    const [found, name = '', rest = ''] = SECTION_LINE.exec(line.text) ?? [];
    if (found !== undefined) yield { name, rest: rest.trim(), line };
  }
}

const SECTIONS = ['upgrade', 'downgrade', 'irreversible'] as const;

function readSection({ name, rest, line }: Marker, text: string, reading: Reading): void {
  const { number } = line;
  if (name === 'irreversible') readIrreversible(rest, text, number, reading);
  else if (name === 'upgrade' || name === 'downgrade') {
    const { dialects, options } = readWords(rest, number, reading);
    reading.sections.push({ direction: name, dialects, options, text, line: number + 1, marker: number });
  } else {
    const suggestions = similar(name, SECTIONS);
    report(reading, 'unknown-section', { section: name, known: SECTIONS, suggestions }, number);
  }
}

function readWords(rest: string, line: number, reading: Reading): Pick<SqlSection, 'dialects' | 'options'> {
  const words = rest.split(/[\s,]+/).filter((word) => word !== '');
  const known = [...DIALECT_NAMES, ...SECTION_OPTIONS];
  const isOption = (word: string): word is SectionOption => (SECTION_OPTIONS as readonly string[]).includes(word);
  for (const word of words) {
    if (isDialectName(word) || isOption(word)) continue;
    report(reading, 'unknown-section-word', { word, known, suggestions: similar(word, known) }, line);
  }
  return { dialects: words.filter(isDialectName), options: words.filter(isOption) };
}

function readIrreversible(reason: string, text: string, line: number, reading: Reading): void {
  if (reason === '') report(reading, 'irreversible-without-reason', {}, line);
  for (const { text: content, number } of linesOf(text)) {
    const written = content.trim();
    if (written === '' || written.startsWith('--')) continue;
    report(reading, 'text-after-irreversible', { text: written }, line + number);
    break;
  }
  reading.irreversible.push({ reason, line });
}

/** Each direction and dialect has one section at most, an upgrade there must be, and one way down. */
function checkTogether(reading: Reading, markers: readonly Marker[]): void {
  const { sections, irreversible } = reading;
  const seen = new Map<string, number>();
  for (const { direction, dialects, marker } of sections) {
    for (const dialect of dialects.length ? dialects : ['default']) {
      const first = seen.get(`${direction} ${dialect}`);
      if (first === undefined) seen.set(`${direction} ${dialect}`, marker);
      else report(reading, 'duplicate-section', { section: direction, dialect, first }, marker);
    }
  }
  if (!markers.some(({ name }) => name === 'upgrade')) report(reading, 'missing-section', { section: 'upgrade' }, 1);
  const [first, ...repeated] = irreversible;
  const downgrade = sections.find(({ direction }) => direction === 'downgrade');
  if (first && downgrade) report(reading, 'irreversible-and-downgrade', { line: downgrade.marker }, first.line);
  for (const { line } of repeated) {
    const details = { section: 'irreversible', dialect: 'default', first: first?.line ?? 1 };
    report(reading, 'duplicate-section', details, line);
  }
}
