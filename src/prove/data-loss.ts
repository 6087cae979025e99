import { displayTable } from '../ops/display.ts';
import type { Op } from '../ops/index.ts';
import { type SchemaModel, findTable } from '../schema/model.ts';
import type { TableName } from '../schema/table.ts';
import { isWider } from '../sql/wider.ts';

/** What of the rows does not come back when an op is undone; `before` is the schema before it. */
export function dataLoss(op: Op, before: SchemaModel): string | undefined {
  switch (op.op) {
    case 'dropTable':
      return `the rows of '${displayTable(op.table)}'`;
    case 'dropColumn':
      return `the values of '${displayTable(op.table)}.${op.column}'`;
    case 'dropSequence':
      return `the next number of '${displayTable(op.name)}'`;
    case 'alterColumn':
      return changedValues(op.table, op.column, op.to, before);
    default:
      return undefined;
  }
}

type Changes = Extract<Op, { readonly op: 'alterColumn' }>['to'];

/** A wider type keeps every value; a computed column takes the place of those that were stored. */
function changedValues(table: TableName, column: string, { type, generated }: Changes, before: SchemaModel): string | undefined {
  const former = findTable(before, table)?.columns.find(({ name }) => name === column);
  const of = `'${displayTable(table)}.${column}'`;
  if (generated && !former?.generated) return `the values of ${of}, which are computed from now on`;
  if (!type || (former && isWider(former.type, type))) return undefined;
  return `values of ${of} that its new type does not hold`;
}
