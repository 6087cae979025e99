import type { Op } from '../../ops/index.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { type SchemaModel, findTable } from '../../schema/model.ts';
import { sameName } from '../../schema/name.ts';
import type { TableName } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import type { Cursor } from './cursor.ts';

type Spell = (column: string) => string;
type TableOp = Extract<Op, { readonly table: TableName }>;

/** The op with columns in the letters that the schema model has them in: all but Oracle compare them without regard to case. */
export function respelled(op: Op, { before, dialect }: Pick<Cursor, 'before' | 'dialect'>): Op {
  if (dialect === 'oracle' || !('table' in op)) return op;
  const own = op.op === 'createTable' ? spelling(op.columns) : spellingOf(op.table, before);
  return withColumns(op, own, (table) => (sameName(table, op.table) ? own : spellingOf(table, before)));
}

function spelling(columns: readonly { readonly name: string }[]): Spell {
  const names = new Map(columns.map(({ name }) => [name.toLowerCase(), name]));
  return (column) => names.get(column.toLowerCase()) ?? column;
}

const spellingOf = (table: TableName, before: SchemaModel): Spell => spelling(findTable(before, table)?.columns ?? []);

function withColumns(op: TableOp, own: Spell, of: (table: TableName) => Spell): Op {
  const spelled = (constraint: Constraint): Constraint => spelledConstraint(constraint, own, of);
  switch (op.op) {
    case 'createTable':
      return { ...op, constraints: op.constraints.map(spelled), indexes: op.indexes.map((index) => spelledIndex(index, own)) };
    case 'addColumn':
      return { ...op, constraints: op.constraints.map(spelled) };
    case 'dropColumn':
    case 'alterColumn':
      return { ...op, column: own(op.column) };
    case 'addConstraint':
      return { ...op, constraint: spelled(op.constraint) };
    case 'createIndex':
      return { ...op, index: spelledIndex(op.index, own) };
    default:
      return op;
  }
}

function spelledConstraint(constraint: Constraint, own: Spell, of: (table: TableName) => Spell): Constraint {
  if (!('columns' in constraint)) return constraint;
  const columns = constraint.columns.map(own);
  if (constraint.kind !== 'foreignKey') return { ...constraint, columns };
  const { table, columns: referenced } = constraint.references;
  return { ...constraint, columns, references: { table, columns: referenced.map(of(table)) } };
}

const spelledIndex = (index: Index, spell: Spell): Index => ({
  ...index,
  keys: index.keys.map((key) => ('column' in key ? { ...key, column: spell(key.column) } : key)),
  ...(index.include && { include: index.include.map(spell) }),
});
