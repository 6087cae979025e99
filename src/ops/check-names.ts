import type { Diagnostic } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import type { Constraint } from '../schema/constraint.ts';
import { type SchemaModel, findObject, findTable, isWhole } from '../schema/model.ts';
import type { Table, TableName } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import { similar } from '../similar.ts';
import { displayTable } from './display.ts';
import { type Op, evolve } from './index.ts';

/** A name that an op gives, among those that it can mean. */
interface Named {
  readonly what: 'column' | 'index' | 'constraint' | 'value';
  readonly name: string;
  /** `table account` */
  readonly of: string;
  readonly known: readonly string[];
}

/**
 * What an op names and its table has not, or makes and its table has already. Only tables that ops alone have made are
 * judged: hand-written SQL may have added what is asked for.
 */
export function checkNames(op: Op, schema: SchemaModel): readonly Diagnostic[] {
  if (op.op === 'rebuildTable') return checkInTurn(op.changes, schema);
  const place = op.origin;
  const missing = missingNames(op, schema).filter(({ name, known }) => !known.includes(name));
  return [
    ...missing.map(({ what, name, of, known }) =>
      problem('not-in-schema', { op: op.op, what, name, of, suggestions: similar(name, known), known }, place),
    ),
    ...repeatedNames(op, schema).map((details) => problem('in-schema-already', { op: op.op, ...details }, place)),
  ];
}

function checkInTurn(ops: readonly Op[], schema: SchemaModel): readonly Diagnostic[] {
  const [first, ...rest] = ops;
  return first ? [...checkNames(first, schema), ...checkInTurn(rest, evolve(schema, first))] : [];
}

/** A table that is all that its ops say. */
const wholeTable = (schema: SchemaModel, name: TableName): Table | undefined =>
  isWhole(schema, name) ? findTable(schema, name) : undefined;

function missingNames(op: Op, schema: SchemaModel): readonly Named[] {
  if (op.op === 'addEnumValue') return missingValues(op.name, [op.before, op.after], schema);
  if (op.op === 'renameEnumValue') return missingValues(op.name, [op.value], schema);
  const table = 'table' in op ? wholeTable(schema, op.table) : undefined;
  if (!table) return [];
  switch (op.op) {
    case 'dropColumn':
      return op.ifExists ? [] : columnsOf(table, [op.column]);
    case 'alterColumn':
      return columnsOf(table, [op.column]);
    case 'createIndex':
      return columnsOf(table, indexColumns(op.index));
    case 'addConstraint':
      return [...columnsOf(table, constraintColumns(op.constraint)), ...referencedColumns(op.constraint, schema)];
    case 'addColumn':
      return op.constraints.flatMap((constraint) => referencedColumns(constraint, schema));
    case 'renameIndex':
      return indexesOf(table, op.name);
    case 'dropConstraint':
      return op.ifExists ? [] : constraintsOf(table, op);
    case 'renameConstraint':
    case 'validateConstraint':
      return constraintsOf(table, op);
    case 'bulkInsert':
    case 'insertFrom':
      return columnsOf(table, op.columns);
    case 'updateRows':
      return columnsOf(table, Object.keys(op.set));
    case 'deleteRows':
      return columnsOf(table, op.matching?.key ?? []);
    default:
      return [];
  }
}

function columnsOf({ name, columns }: Table, names: readonly string[]): readonly Named[] {
  const known = columns.map((column) => column.name);
  return names.map((column) => ({ what: 'column', name: column, of: `table ${displayTable(name)}`, known }));
}

const indexColumns = ({ keys, include = [] }: Index): readonly string[] => [
  ...keys.flatMap((key) => ('column' in key ? [key.column] : [])),
  ...include,
];

function constraintColumns(constraint: Constraint): readonly string[] {
  if (constraint.kind === 'exclusion') return constraint.elements.flatMap((each) => ('column' in each ? [each.column] : []));
  return constraint.kind === 'check' ? [] : constraint.columns;
}

function referencedColumns(constraint: Constraint, schema: SchemaModel): readonly Named[] {
  if (constraint.kind !== 'foreignKey') return [];
  const target = wholeTable(schema, constraint.references.table);
  return target ? columnsOf(target, constraint.references.columns) : [];
}

/**
 * A unique constraint is an index to most databases, so that its name counts as well. What is dropped is not judged: the
 * index that MySQL makes for a foreign key outlives it.
 */
function indexesOf({ name, indexes, constraints }: Table, index: string): readonly Named[] {
  const known = [...indexes.map((each) => each.name), ...constraints.flatMap((each) => each.name ?? [])];
  return [{ what: 'index', name: index, of: `table ${displayTable(name)}`, known }];
}

/** Checks and keys may have names that only the database knows. */
function constraintsOf(table: Table, { name, kind }: { readonly name: string; readonly kind: Constraint['kind'] }): readonly Named[] {
  if (kind === 'check' || kind === 'primaryKey') return [];
  const known = table.constraints.flatMap((each) => each.name ?? []);
  return [{ what: 'constraint', name, of: `table ${displayTable(table.name)}`, known }];
}

function missingValues(name: TableName, values: readonly (string | undefined)[], schema: SchemaModel): readonly Named[] {
  const known = findObject(schema, 'enum', name)?.values;
  if (!known) return [];
  return values.flatMap((value) =>
    value === undefined ? [] : [{ what: 'value' as const, name: value, of: `enum type ${displayTable(name)}`, known }],
  );
}

interface Repeated {
  readonly what: 'table' | 'column' | 'index' | 'constraint';
  readonly name: string;
}

function repeatedNames(op: Op, schema: SchemaModel): readonly Repeated[] {
  if (op.op === 'createTable' && !op.ifNotExists && findTable(schema, op.table)) {
    return [{ what: 'table', name: displayTable(op.table) }];
  }
  if (op.op === 'renameTable' && findTable(schema, { ...op.table, name: op.to })) return [{ what: 'table', name: op.to }];
  const table = 'table' in op ? wholeTable(schema, op.table) : undefined;
  if (!table) return [];
  const [what, name, known] = madeBy(op, table);
  return name !== undefined && known.includes(name) ? [{ what, name }] : [];
}

type Made = readonly [Repeated['what'], string | undefined, readonly (string | undefined)[]];

function madeBy(op: Op, { columns, indexes, constraints }: Table): Made {
  const columnNames = columns.map(({ name }) => name);
  const indexNames = indexes.map(({ name }) => name);
  const constraintNames = constraints.map(({ name }) => name);
  switch (op.op) {
    case 'addColumn':
      return ['column', op.ifNotExists ? undefined : op.column.name, columnNames];
    case 'alterColumn':
      return ['column', op.to.name === op.column ? undefined : op.to.name, columnNames];
    case 'createIndex':
      return ['index', op.ifNotExists ? undefined : op.index.name, indexNames];
    case 'renameIndex':
      return ['index', op.to, indexNames];
    case 'addConstraint':
      return ['constraint', op.constraint.name, constraintNames];
    case 'renameConstraint':
      return ['constraint', op.to, constraintNames];
    default:
      return ['table', undefined, []];
  }
}
