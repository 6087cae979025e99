import type { Op } from '../../ops/index.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { type SchemaModel, findTable } from '../../schema/model.ts';
import type { TableName } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import type { Cursor } from './cursor.ts';

/**
 * The op with names in the letters that the schema model has them in: these databases compare the names of columns
 * without regard to case, and but for MySQL and MariaDB those of tables as well.
 */
export function respelled(op: Op, { before, dialect }: Pick<Cursor, 'before' | 'dialect'>): Op {
  if (dialect === 'oracle' || !('table' in op)) return op;
  const ignoresCase = dialect !== 'mysql' && dialect !== 'mariadb';
  const named = ignoresCase && op.op !== 'createTable' ? { ...op, table: knownTable(op.table, before) } : op;
  return withColumns(named as typeof op, before, ignoresCase);
}

function knownTable(table: TableName, { tables, named }: SchemaModel): TableName {
  if (findTable({ tables } as SchemaModel, table)) return table;
  const keys = [...(named.get(table.name.toLowerCase()) ?? [])].filter((key) => tables.get(key)?.name.schema === table.schema);
  const [only, another] = keys.flatMap((key) => tables.get(key)?.name ?? []);
  return only && !another ? only : table;
}

type Spell = (column: string) => string;

const spelling = (columns: readonly { readonly name: string }[]): Spell => {
  const names = new Map(columns.map(({ name }) => [name.toLowerCase(), name]));
  return (column) => names.get(column.toLowerCase()) ?? column;
};

const columnsOf = (table: TableName, before: SchemaModel): Spell => spelling(findTable(before, table)?.columns ?? []);

function withColumns(op: Extract<Op, { readonly table: TableName }>, before: SchemaModel, ignoresCase: boolean): Op {
  const known = columnsOf(op.table, before);
  const inKey = (spell: Spell) => (constraint: Constraint): Constraint => spelledConstraint(constraint, spell, before, ignoresCase);
  switch (op.op) {
    case 'createTable': {
      const own = spelling(op.columns);
      return { ...op, constraints: op.constraints.map(inKey(own)), indexes: op.indexes.map((index) => spelledIndex(index, own)) };
    }
    case 'addColumn':
      return { ...op, constraints: op.constraints.map(inKey(known)) };
    case 'dropColumn':
    case 'alterColumn':
      return { ...op, column: known(op.column) };
    case 'addConstraint':
      return { ...op, constraint: inKey(known)(op.constraint) };
    case 'createIndex':
      return { ...op, index: spelledIndex(op.index, known) };
    default:
      return op;
  }
}

function spelledConstraint(constraint: Constraint, spell: Spell, before: SchemaModel, ignoresCase: boolean): Constraint {
  if (!('columns' in constraint)) return constraint;
  const columns = constraint.columns.map(spell);
  if (constraint.kind !== 'foreignKey') return { ...constraint, columns };
  const { table: written, columns: referenced } = constraint.references;
  const table = ignoresCase ? knownTable(written, before) : written;
  return { ...constraint, columns, references: { table, columns: referenced.map(columnsOf(table, before)) } };
}

const spelledIndex = (index: Index, spell: Spell): Index => ({
  ...index,
  keys: index.keys.map((key) => ('column' in key ? { ...key, column: spell(key.column) } : key)),
  ...(index.include && { include: index.include.map(spell) }),
});
