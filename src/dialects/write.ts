import type { ObjectName } from '../schema/name.ts';
import { chooseForDialect } from '../sql/dialect-name.ts';
import { type Fragment, type Literal, type Part, isFragment } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';
import { type Dialect, type TypeNames, refuse } from './dialect.ts';
import { longestName } from './server.ts';

/** A name as the dialect writes it: quoted only where needed. Too long a name is refused, never cut. */
export function writeName(dialect: Pick<Dialect, 'lexicon' | 'server' | 'title'>, name: string): string {
  const { quote, plain, reserved, quotesAll, folded } = dialect.lexicon;
  refuseLongName(dialect, name);
  if (!plain.test(name) || reserved.has(name.toLowerCase())) return quote(name);
  return quotesAll ? quote(folded?.(name) ?? name) : name;
}

/** A name is measured only where it may be too long: no unit of UTF-16 takes more than three bytes. */
function refuseLongName(dialect: Pick<Dialect, 'lexicon' | 'server' | 'title'>, name: string): void {
  const { count, unit } = longestName(dialect);
  if (name.length * 3 <= count) return;
  const length = unit === 'bytes' ? Buffer.byteLength(name) : [...name].length;
  if (length <= count) return;
  refuse(
    `the name '${name}' has ${length} ${unit}, and ${dialect.title} keeps ${count}`,
    'Choose a shorter name: the database would cut it or refuse it.',
  );
}

export const writeNames = (dialect: Dialect, names: readonly string[]): string =>
  names.map((name) => writeName(dialect, name)).join(', ');

export const writeTable = (dialect: Dialect, { schema, name }: ObjectName): string =>
  (schema === undefined ? [name] : [schema, name]).map((part) => writeName(dialect, part)).join('.');

export function writeType(dialect: Dialect, type: ColumnType): string {
  // The mapped type ties each writer to its own type; TypeScript cannot follow that through an index.
  const writer = dialect.types[type.type] as TypeNames[ColumnType['type']];
  if (typeof writer !== 'function') return refuse(writer.unsupported, writer.hint);
  return (writer as (type: ColumnType, dialect: Dialect) => string)(type, dialect);
}

export const writeLiteral = (dialect: Dialect, value: Literal, as?: ColumnType): string => dialect.literals(value, as);

/** A literal or an expression. */
export const writeValue = (dialect: Dialect, value: Literal | Fragment, as?: ColumnType): string =>
  isFragment(value) ? writeFragment(dialect, value) : writeLiteral(dialect, value, as);

export function writeFragment(dialect: Dialect, fragment: Fragment): string {
  const written = fragment.sql.map((part) => writePart(dialect, part));
  // A minus sign before a negative number must not become the beginning of a comment.
  const apart = written.map((text, index) => (text[0] === '-' && written[index - 1]?.endsWith('-') ? ` ${text}` : text));
  return apart.join('');
}

function writeNextValue(dialect: Dialect, sequence: ObjectName): string {
  const { nextValue } = dialect;
  if (typeof nextValue !== 'function') return refuse(nextValue.unsupported, nextValue.hint);
  return nextValue(writeTable(dialect, sequence));
}

/** One that has a value is a literal by now. */
const refuseVariable = (variable: string): never =>
  refuse(
    `the variable '${variable}' has no value`,
    `Say it with --variable ${variable}=VALUE, or give it a default under 'variables' in the config.`,
  );

function writePart(dialect: Dialect, part: Part): string {
  if (typeof part === 'string') return part;
  if ('name' in part) return part.name.map((each) => writeName(dialect, each)).join('.');
  if ('literal' in part) return writeLiteral(dialect, part.literal, part.as);
  if ('type' in part) return writeType(dialect, part.type);
  if ('call' in part) return dialect.functions[part.call];
  if ('variable' in part) return refuseVariable(part.variable);
  if ('nextValue' in part) return writeNextValue(dialect, part.nextValue);
  const chosen = chooseForDialect(part.forDialect, dialect.name);
  if (chosen) return writeFragment(dialect, chosen);
  return refuse(
    `no SQL is given for ${dialect.title}`,
    `Add '${dialect.name}: …' or 'default: …' to what is given per dialect.`,
  );
}
