import type { Diagnostic } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { similar } from '../similar.ts';
import { DIALECT_NAMES, type DialectName } from '../sql/dialect-name.ts';
import type { Fragment, Part } from '../sql/fragment.ts';
import { createPositions } from '../sql/lex/position.ts';
import type { Token } from '../sql/lex/token.ts';
import { splitWithProblems } from '../sql/split.ts';
import type { SqlSection } from './sql-file.ts';

/*
 * `:{region}` in a file whose header says `-- variables: region`. No database has such a token and no client replaces one:
 * psql has :name, :'name' and :{?name}, sqlcmd $(name), SQL*Plus &name, and :name is a parameter of Oracle and SQLite. It stands
 * where a literal may, becomes a part of the fragment, and is written by the dialect when a script is rendered.
 */

/** A section's text with its variables as parts, and all that is wrong with them. */
export interface SectionText {
  readonly sql: Fragment;
  readonly problems: readonly Diagnostic[];
  /** Those that it names. */
  readonly named: readonly string[];
}

/** @param declared the names that the file's header says */
export function withVariableParts(section: SqlSection, declared: readonly string[], file: string): SectionText {
  const { text, dialects } = section;
  const names = dialects.length ? dialects : DIALECT_NAMES;
  const readings = names.map((dialect) => ({ dialect, ...readMentions(text, dialect, declared) }));
  const parts = readings.map(({ dialect, mentions }) => [dialect, { sql: partsOf(text, mentions) }] as const);
  const [first] = parts;
  const isSame = parts.every(([, each]) => JSON.stringify(each) === JSON.stringify(first?.[1]));
  return {
    sql: isSame && first ? first[1] : { sql: [{ forDialect: Object.fromEntries(parts) }] },
    problems: problemsOf(readings, section, file, declared),
    named: readings.flatMap(({ mentions }) => mentions.map(({ name }) => name)),
  };
}

interface Mention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Flaw extends Omit<Mention, 'name'> {
  readonly reason: 'unknown' | 'quoted' | 'glued' | 'malformed';
}

interface Mentions {
  readonly mentions: readonly Mention[];
  readonly flaws: readonly Flaw[];
}

/** What stands in comments, or in the rows behind COPY, is left alone. */
function readMentions(text: string, dialect: DialectName, declared: readonly string[]): Mentions {
  const mentions: Mention[] = [];
  const flaws: Flaw[] = [];
  const quoted = new RegExp(`:\\{(?:${declared.join('|')})\\}`, 'g');
  splitWithProblems(text, dialect, undefined, ({ kind, start, end }: Token) => {
    if (kind === 'string' || kind === 'name') {
      for (const { index, 0: { length } } of text.slice(start, end).matchAll(quoted)) {
        flaws.push({ reason: 'quoted', start: start + index, end: start + index + length });
      }
    } else if (text.startsWith(':{', start)) readMention(text, start, declared, { mentions, flaws });
  });
  return { mentions, flaws };
}

function readMention(text: string, start: number, declared: readonly string[], found: { readonly mentions: Mention[]; readonly flaws: Flaw[] }): void {
  const [written = '', name = ''] = /^:\{(\w+)\}/.exec(text.slice(start, start + 200)) ?? [];
  const end = start + (written.length || 2);
  const reason = !written ? 'malformed' : !declared.includes(name) ? 'unknown' : GLUED.test(`${text[start - 1] ?? ''}\n${text[end] ?? ''}`) ? 'glued' : undefined;
  if (reason) found.flaws.push({ reason, start, end });
  else found.mentions.push({ name, start, end });
}

/** A character with which a literal beside it would be one token. */
const GLUED = /[\w$#@&.\\'"`\]\x80-\uffff]\n|\n[\w$#@.'"`[\x80-\uffff]/;

function partsOf(text: string, mentions: readonly Mention[]): readonly Part[] {
  let at = 0;
  const parts = mentions.flatMap(({ name, start, end }): readonly Part[] => {
    const before = text.slice(at, start);
    at = end;
    return [before, { variable: name }];
  });
  return [...parts, text.slice(at)].filter((part) => part !== '');
}

/** Each once, with the databases that read it so, where it is not all that the section is for. */
function problemsOf(readings: readonly (Mentions & { readonly dialect: DialectName })[], { text, line }: SqlSection, file: string, declared: readonly string[]): readonly Diagnostic[] {
  const positionOf = createPositions(text);
  const found = new Map<string, Flaw & { readonly dialects: DialectName[] }>();
  for (const { dialect, flaws } of readings) {
    for (const flaw of flaws) {
      const key = JSON.stringify(flaw);
      const known = found.get(key);
      if (known) known.dialects.push(dialect);
      else found.set(key, { ...flaw, dialects: [dialect] });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start).map(({ reason, start, end, dialects }) => {
    const written = text.slice(start, end);
    const position = positionOf(start);
    const suggestions = reason === 'unknown' ? similar(written.slice(2, -1), declared).map((name) => `:{${name}}`) : [];
    const some = dialects.length < readings.length ? dialects : [];
    return problem('invalid-sql-variable', { written, reason, dialects: some, suggestions }, { file, line: line + position.line - 1, column: position.column });
  });
}
