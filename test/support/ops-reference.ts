import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { OPS, type Op, type OpName, source } from '../../src/ops/index.ts';
import { viewOf } from '../../src/schema/model.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { layout } from '../../src/typescript/index.ts';
import { CASES, SETUP_SCHEMA } from '../dialects/cases.ts';
import { namedFor } from './lowered.ts';

const SCHEMA = viewOf(SETUP_SCHEMA);

/** How a database takes an op, and what a reader must know of it. */
interface Support {
  readonly word: 'native' | 'emulated' | 'nothing to do' | 'refused';
  readonly note?: string;
}

/** What the lowering tables say of an op, at each dialect's oldest server. */
function supportOf(op: Op, name: DialectName): Support {
  const dialect = DIALECTS[name];
  const entry = dialect.lowering[op.op];
  if (typeof entry === 'object' && 'needless' in entry) return { word: 'nothing to do', note: entry.needless };
  const lowered = lowerOp(namedFor(op, dialect), dialect, SCHEMA);
  if ('code' in lowered) return { word: 'refused', note: `${reasonOf(lowered.message)}. ${lowered.hint ?? ''}`.trim() };
  const how = lowered.find(({ emulation }) => emulation !== undefined)?.emulation;
  if (how !== undefined) return { word: 'emulated', note: how };
  return lowered.length ? { word: 'native' } : { word: 'nothing to do' };
}

/** Without the op and the dialect, which the table says. */
const reasonOf = (message: string): string => message.replace(/^\w+ on \w+: /, '');

/** `ifNotExists` as `if not exists`. */
const inWords = (label: string): string => label.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** A pipe would end the cell. */
const cellText = (text: string): string => text.replaceAll('|', '\\|');

/** The op of a row under the row's name; what is long is left to the tests. */
function example([label, op]: readonly [string, Op]): readonly string[] {
  const text = layout(source(op));
  return text.length > 300 ? [] : [`// ${inWords(label)}`, text];
}

function section(op: OpName): string {
  const cases = Object.entries(CASES[op] as { readonly [label: string]: Op });
  const notes: string[] = [];
  const cell = ({ word, note }: Support): string => {
    if (note === undefined) return word;
    if (!notes.includes(note)) notes.push(note);
    return `${word} (${notes.indexOf(note) + 1})`;
  };
  const rows = cases.map(([label, value]) => {
    const cells = DIALECT_NAMES.map((dialect) => cell(supportOf(value, dialect)));
    return `| ${[inWords(label), ...cells].join(' | ')} |`;
  });
  return [
    `## ${op}`,
    ['```ts', ...cases.flatMap(example), '```'].join('\n'),
    [`| | ${DIALECT_NAMES.map((name) => DIALECTS[name].title).join(' | ')} |`, `|---|${'---|'.repeat(DIALECT_NAMES.length)}`, ...rows].join('\n'),
    ...(notes.length ? [notes.map((note, index) => `${index + 1}. ${cellText(note)}`).join('\n')] : []),
  ].join('\n\n');
}

/** The support matrix as docs/ops.md has it: a section an op, a row a case of test/dialects/cases.ts. */
export const opsReference = (): string => (Object.keys(OPS) as OpName[]).map(section).join('\n\n');

/** How many cells of each word there are, and how many refusals give no way out. */
export function supportCounts(): { readonly [word in Support['word']]: number } {
  const counts = { native: 0, emulated: 0, 'nothing to do': 0, refused: 0 };
  for (const cases of Object.values(CASES)) {
    for (const op of Object.values(cases as { readonly [label: string]: Op })) {
      for (const dialect of DIALECT_NAMES) counts[supportOf(op, dialect).word]++;
    }
  }
  return counts;
}
