import { MigsqlError, problem } from '../errors.ts';
import { displayTable } from '../ops/display.ts';
import type { Op } from '../ops/index.ts';
import { type SchemaModel, findObject, findTable } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import { similar } from '../similar.ts';
import type { Rename } from './difference.ts';
import { objectsOf } from './schemas.ts';

/** Something that a rename can be of: a table, a column, a value of an enum. */
interface Renamable {
  /** `account`, `account.mail`, `mood.sad` */
  readonly from: string;
  /** What it may become, as a rename may say it, with the name alone. */
  readonly to: ReadonlyMap<string, string>;
  readonly op: (to: string) => Op;
}

/**
 * The ops of the renames that are asked for: parts of tables before the tables, under the names that they have by then.
 * Renames that name nothing are an error, all of them at once.
 */
export function renamingOps(before: SchemaModel, after: SchemaModel, renames: readonly Rename[]): readonly Op[] {
  if (renames.length === 0) return [];
  const tables = renamableTables(before, after);
  const renamed = new Map(renames.flatMap((rename) => {
    const table = tables.find(({ from, to }) => from === rename.from && to.has(rename.to));
    return table ? [[table.from, { op: table.op(table.to.get(rename.to)!), to: rename.to }] as const] : [];
  }));
  const parts = renamableParts(before, after, (name) => renamedTable(name, renamed.get(displayTable(name))?.op));
  const others = renames.filter(({ from, to }) => renamed.get(from)?.to !== to);
  const found = others.map((rename) => parts.find(({ from, to }) => from === rename.from && to.has(rename.to)));
  const unknown = others.filter((_, index) => !found[index]);
  if (unknown.length) throw new MigsqlError(unknown.map((rename) => nothing(rename, [...tables, ...parts])));
  return [...found.map((part, index) => part!.op(part!.to.get(others[index]!.to)!)), ...[...renamed.values()].map(({ op }) => op)];
}

const renamedTable = (name: ObjectName, op: Op | undefined): ObjectName =>
  op?.op === 'renameTable' ? { ...name, name: op.to } : name;

function nothing({ from, to }: Rename, known: readonly Renamable[]): ReturnType<typeof problem> {
  const found = known.filter((each) => each.from === from);
  const alike = known.filter((each) => each.from.includes('.') === from.includes('.'));
  const names = found.length ? found.flatMap((each) => [...each.to.keys()]) : alike.map((each) => each.from);
  const missing = found.length ? 'to' : 'from';
  return problem('unknown-rename', { from, to, missing, suggestions: similar({ from, to }[missing], names) });
}

/** A table keeps its schema. */
function renamableTables(before: SchemaModel, after: SchemaModel): readonly Renamable[] {
  const added = [...after.tables.values()].filter(({ name }) => !findTable(before, name));
  return [...before.tables.values()]
    .filter(({ name }) => !findTable(after, name))
    .map(({ name: table }) => ({
      from: displayTable(table),
      to: spelled(added.filter(({ name }) => name.schema === table.schema).map(({ name }) => [displayTable(name), name.name])),
      op: (to) => ({ op: 'renameTable', table, to }),
    }));
}

/** Columns, by their table's name before; and values of enums. */
function renamableParts(before: SchemaModel, after: SchemaModel, renamed: (name: ObjectName) => ObjectName): readonly Renamable[] {
  const columns = [...before.tables.values()].flatMap((table) => {
    const wanted = findTable(after, renamed(table.name));
    const op = (column: string) => (to: string): Op => ({ op: 'alterColumn', table: table.name, column, to: { name: to } });
    const names = wanted?.columns.map(({ name }) => name) ?? [];
    return partsOf(table.name, renamed(table.name), table.columns.map(({ name }) => name), names, op);
  });
  const values = objectsOf(before, 'enum').flatMap(({ name, values }) => {
    const op = (value: string) => (to: string): Op => ({ op: 'renameEnumValue', name, value, to });
    return partsOf(name, name, values, findObject(after, 'enum', name)?.values ?? [], op);
  });
  return [...columns, ...values];
}

/** What goes of a thing, and what comes to it: told with its name before or after, or alone. */
function partsOf(
  whole: ObjectName,
  renamed: ObjectName,
  before: readonly string[],
  after: readonly string[],
  op: (part: string) => (to: string) => Op,
): readonly Renamable[] {
  const added = after.filter((part) => !before.includes(part));
  const holders = [...new Set([whole, renamed].map(displayTable))];
  const to = spelled(added.flatMap((part) => holders.map((holder) => [`${holder}.${part}`, part] as const)));
  return before
    .filter((part) => !after.includes(part))
    .flatMap((part) => holders.map((holder) => ({ from: `${holder}.${part}`, to, op: op(part) })));
}

/** A table may be told without its schema as well. */
const spelled = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map(pairs.flatMap(([shown, name]) => [[name, name], [shown, name]] as const));
