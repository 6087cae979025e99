import { triggerName } from '../ops/create-trigger.ts';
import type { Op } from '../ops/index.ts';
import type { Constraint, ForeignKey } from '../schema/constraint.ts';
import { type SchemaModel, findTable } from '../schema/model.ts';
import type { Column, Table, TableName } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import { constraintUses, generatedFrom, indexUses } from '../schema/uses.ts';
import { columnKey, constraintKey, indexKey, objectFacetKey, tableKey, uniqueKey } from './facets.ts';

/** What an op names or rests on, by key, beside what it makes; `after` is the schema after it. What of it is there before must stay. */
export function targets(op: Op, after: SchemaModel): readonly string[] {
  const own = 'table' in op && op.op !== 'createTable' && op.op !== 'describesTable' ? [tableKey(op.table)] : [];
  return [...own, ...named(op, after)];
}

function named(op: Op, after: SchemaModel): readonly string[] {
  switch (op.op) {
    case 'createTable':
    case 'describesTable':
      return restsOn({ ...op, name: op.table }, op);
    case 'addColumn':
      return [...positionOf(op), ...restsOf(after, op.table, { ...op, columns: [op.column] })];
    case 'alterColumn': {
      const { name = op.column, type, generated } = op.to;
      const changed = { name, ...(type && { type }), ...(generated && { generated }) };
      return [columnKey(op.table, op.column), ...restsOf(after, op.table, { columns: [changed] })];
    }
    case 'dropColumn':
      return [columnKey(op.table, op.column)];
    case 'createIndex':
      return restsOf(after, op.table, { indexes: [op.index] });
    case 'dropIndex':
    case 'renameIndex':
      return [indexKey(op.table, op.name)];
    case 'addConstraint':
      return restsOf(after, op.table, { constraints: [op.constraint] });
    case 'dropConstraint':
    case 'renameConstraint':
    case 'validateConstraint':
      return [constraintKey(op.table, op.name)];
    case 'rebuildTable':
      return op.changes.flatMap((change) => targets(change, after));
    case 'onlyIf':
      return op.ops.flatMap((each) => targets(each, after));
    case 'custom':
      return (op.effect.ops ?? []).flatMap((each) => targets(each, after));
    case 'bulkInsert':
    case 'insertFrom':
      return op.columns.map((column) => columnKey(op.table, column));
    case 'updateRows':
      return Object.keys(op.set).map((column) => columnKey(op.table, column));
    case 'deleteRows':
      return (op.matching?.key ?? []).map((column) => columnKey(op.table, column));
    default:
      return objectTargets(op);
  }
}

function objectTargets(op: Op): readonly string[] {
  switch (op.op) {
    case 'dropEnum':
    case 'addEnumValue':
    case 'renameEnumValue':
      return [objectFacetKey('enum', op.name)];
    case 'alterSequence':
    case 'dropSequence':
      return [objectFacetKey('sequence', op.name)];
    case 'dropSchema':
      return [objectFacetKey('schema', { name: op.name })];
    case 'dropView':
    case 'refreshView':
      return [objectFacetKey('view', op.name)];
    case 'dropRoutine':
      return [objectFacetKey(op.kind, op.name)];
    case 'dropTrigger':
      return [objectFacetKey('trigger', triggerName(op.name, op.table))];
    case 'grant':
    case 'revoke':
      return op.on.kind === 'table' ? [tableKey(op.on.name), objectFacetKey('view', op.on.name)] : [objectFacetKey(op.on.kind, op.on.name)];
    default:
      return [];
  }
}

/** Parts of a table that an op makes or changes. */
interface Parts {
  readonly columns?: readonly (Pick<Column, 'name'> & Partial<Column>)[];
  readonly constraints?: readonly Constraint[];
  readonly indexes?: readonly Index[];
}

/** What parts of a table rest on. */
const restsOf = (model: SchemaModel, name: TableName, parts: Parts): readonly string[] =>
  restsOn({ name, columns: findTable(model, name)?.columns ?? [] }, parts);

function restsOn({ name, columns: all }: Pick<Table, 'name' | 'columns'>, { columns = [], constraints = [], indexes = [] }: Parts): readonly string[] {
  const used = all.filter(
    ({ name: column }) =>
      columns.some((each) => each.generated && generatedFrom(each as Column, column)) ||
      constraints.some((each) => constraintUses(each, column)) ||
      indexes.some((each) => indexUses(each, column)),
  );
  return [
    ...used.map((column) => columnKey(name, column.name)),
    ...columns.flatMap(({ type }) => (type?.type === 'enum' ? [objectFacetKey('enum', type)] : [])),
    ...constraints.flatMap((each) => (each.kind === 'foreignKey' ? referenced(each.references) : [])),
  ];
}

const referenced = ({ table, columns }: ForeignKey['references']): readonly string[] => [
  tableKey(table),
  uniqueKey(table, columns),
  ...columns.map((column) => columnKey(table, column)),
];

/** The column that a new one is put behind. */
const positionOf = ({ table, on }: Extract<Op, { readonly op: 'addColumn' }>): readonly string[] =>
  Object.values(on ?? {}).flatMap(({ position }) => (typeof position === 'object' && 'after' in position ? [columnKey(table, position.after)] : []));
