import { type Diagnostic, type Place, formatPlace } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { checkNames } from '../ops/check-names.ts';
import { displayTable } from '../ops/display.ts';
import { type Op, evolve } from '../ops/index.ts';
import type { Constraint } from '../schema/constraint.ts';
import { EMPTY_SCHEMA, type SchemaModel, findObject, findTable } from '../schema/model.ts';
import { type ObjectName, keyOf } from '../schema/name.ts';
import type { TableName } from '../schema/table.ts';
import { similar } from '../similar.ts';

/** What the definitions make together, and what is wrong with them; `ops` are in order. */
export function modelOf(ops: readonly Op[]): { readonly model: SchemaModel; readonly problems: readonly Diagnostic[] } {
  let model = EMPTY_SCHEMA;
  const problems: Diagnostic[] = [...repeatedIn(ops)];
  for (const op of ops) {
    // What is made twice has been named, with both places.
    if (op.op !== 'createTable') problems.push(...checkNames(op, model), ...withoutTable(op, model));
    model = evolve(model, op);
  }
  return { model, problems: [...problems, ...ops.flatMap((op) => danglingKeys(op, model))] };
}

/** A name that an op gives. */
interface Definition {
  readonly what: string;
  readonly name: string;
  /** What tells it from others of its name. */
  readonly of?: string;
  readonly place: Place | undefined;
}

const repeatedIn = (ops: readonly Op[]): readonly Diagnostic[] => [
  ...repeated(ops.flatMap(wholeOf)),
  ...ops.flatMap((op) => repeated(partsOf(op))),
];

function repeated(definitions: readonly Definition[]): readonly Diagnostic[] {
  const first = new Map<string, Definition>();
  return definitions.flatMap((each) => {
    const { what, name, of = '', place } = each;
    const key = [what, name, of].join('\0');
    const other = first.get(key);
    if (!other) first.set(key, each);
    return other ? [problem('defined-twice', { what, name, first: other.place ? formatPlace(other.place) : '' }, place)] : [];
  });
}

/** What an op makes of its own. */
function wholeOf(op: Op): readonly Definition[] {
  const named = (what: string, name: ObjectName, of?: string): readonly Definition[] => [
    { what, name: displayTable(name), ...(of !== undefined && { of }), place: op.origin },
  ];
  switch (op.op) {
    case 'createTable':
      return named('table', op.table);
    case 'createEnum':
      return named('enum type', op.name);
    case 'createSequence':
      return named('sequence', op.name);
    case 'createSchema':
      return named('schema', { name: op.name });
    case 'createView':
      return named('view', op.name);
    case 'createRoutine':
      return named(op.kind, op.name, JSON.stringify(op.signature));
    case 'createTrigger':
      return named('trigger', { name: op.name }, keyOf(op.table));
    default:
      return [];
  }
}

/** What a table is made with. */
function partsOf(op: Op): readonly Definition[] {
  if (op.op !== 'createTable') return [];
  const parts = (what: string, items: readonly { readonly name?: string }[]): readonly Definition[] =>
    items.flatMap(({ name }) => (name === undefined ? [] : [{ what, name, place: op.origin }]));
  return [...parts('constraint', op.constraints), ...parts('index', op.indexes)];
}

/** An op on a table that nothing makes; triggers and indexes may be on a view. */
function withoutTable(op: Op, model: SchemaModel): readonly Diagnostic[] {
  if (!('table' in op) || findTable(model, op.table) || findObject(model, 'view', op.table)) return [];
  return [noTable(op.op, op.table, op, model)];
}

function noTable(by: string, table: ObjectName, { origin }: Op, { tables }: SchemaModel): Diagnostic {
  const known = [...tables.values()].map(({ name }) => displayTable(name)).sort();
  const name = displayTable(table);
  return problem('not-defined', { by, what: 'table', name, suggestions: similar(name, known), known }, origin);
}

/** Foreign keys to a table, or to columns, that are not there. */
function danglingKeys(op: Op, model: SchemaModel): readonly Diagnostic[] {
  if (op.op === 'addConstraint') return danglingKey(op, op.table, op.constraint, model);
  if (op.op !== 'createTable' && op.op !== 'addColumn') return [];
  return op.constraints.flatMap((constraint) => danglingKey(op, op.table, constraint, model));
}

function danglingKey(op: Op, of: TableName, constraint: Constraint, model: SchemaModel): readonly Diagnostic[] {
  if (constraint.kind !== 'foreignKey') return [];
  const { columns, references } = constraint;
  const by = `foreign key of ${displayTable(of)} (${columns.join(', ')})`;
  const table = findTable(model, references.table);
  if (!table) return [noTable(by, references.table, op, model)];
  // The columns of what is added to a table are checked when it is added.
  if (op.op !== 'createTable') return [];
  const known = table.columns.map(({ name }) => name);
  const missing = references.columns.filter((name) => !known.includes(name));
  const details = { op: by, what: 'column', of: `table ${displayTable(references.table)}`, known };
  return missing.map((name) => problem('not-in-schema', { ...details, name, suggestions: similar(name, known) }, op.origin));
}
