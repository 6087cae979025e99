import { compare } from '../diagnostics.ts';
import type { SchemaModel } from '../schema/model.ts';
import { keyOf } from '../schema/name.ts';
import type { ObjectKind, ObjectOf, SchemaObject } from '../schema/object.ts';
import { importClause, layout, list } from '../typescript/index.ts';
import { recreateRoutine } from './create-routine.ts';
import { recreateTrigger } from './create-trigger.ts';
import { recreateView } from './create-view.ts';
import type { CustomOp } from './custom.ts';
import { recreateTable } from './drop-table.ts';
import { grantsOf } from './grant.ts';
import { type Op, source } from './index.ts';

/** The op that makes an object as it is; what others rest on stands first. */
const MAKING: { readonly [K in ObjectKind]: (object: ObjectOf<K>) => Op } = {
  schema: ({ name: { name } }) => ({ op: 'createSchema', name }),
  enum: ({ name, values }) => ({ op: 'createEnum', name, values }),
  sequence: ({ name, options }) => ({ op: 'createSequence', name, options }),
  function: recreateRoutine,
  procedure: recreateRoutine,
  view: (view) => recreateView(view, false),
  trigger: recreateTrigger,
  custom: ({ op }) => op as CustomOp,
};

/** Before tables: their columns may be of these types, and take these numbers. */
const FIRST: readonly ObjectKind[] = ['schema', 'enum', 'sequence'];

/**
 * The ops that make a schema as it is, by kind and then by name, so that two of them differ where the schemas do. A table
 * may stand before one that it references: as definitions they have no order.
 */
export function definitionsOf(model: SchemaModel): readonly Op[] {
  const kinds = Object.keys(MAKING) as readonly ObjectKind[];
  const tables = sorted(model.tables.values()).flatMap(recreateTable);
  const objects = sorted(model.objects.values());
  const made = (some: readonly ObjectKind[]): readonly Op[] =>
    some.flatMap((kind) => objects.filter((each) => each.kind === kind).map(makingOf));
  const grants = [...model.grants].sort(([a], [b]) => compare(a, b)).flatMap(([, granted]) => grantsOf(granted));
  return [...made(FIRST), ...tables, ...made(kinds.filter((kind) => !FIRST.includes(kind))), ...grants];
}

/** The record's keys guarantee that it fits. */
const makingOf = (object: SchemaObject): Op => (MAKING[object.kind] as (object: SchemaObject) => Op)(object);

const sorted = <T extends Pick<SchemaObject, 'name'>>(all: Iterable<T>): readonly T[] =>
  [...all].sort((a, b) => compare(keyOf(a.name), keyOf(b.name)));

/** A schema as a TypeScript module: its definitions in a list. */
export function definitionsSource(model: SchemaModel): string {
  const codes = definitionsOf(model).map(source);
  const imports = importClause(codes);
  const exported = `export default ${layout(list(codes, codes.length ? 'lines' : undefined), { after: 1 })};\n`;
  return imports === undefined ? exported : `import ${imports} from 'migsql';\n\n${exported}`;
}
