import type { AddColumn } from '../../ops/add-column.ts';
import type { Column } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext } from '../dialect.ts';
import * as standard from '../standard/columns.ts';
import { columnComments } from '../standard/comments.ts';
import { generatedIdentity, isWholeNumber } from '../standard/identity.ts';
import { writeName, writeType, writeValue } from '../write.ts';

/** `name TYPE [GENERATED … AS IDENTITY] [DEFAULT …] [NOT NULL]` */
export function columnDefinition(column: Column, dialect: Dialect): string {
  const { name, type, nullable, default: value } = column;
  const parts = [
    writeName(dialect, name),
    writeType(dialect, type),
    ...generatedIdentity(column, isWholeNumber),
    ...(value === undefined ? [] : [`DEFAULT ${writeValue(dialect, value, type)}`]),
    ...(nullable ? [] : ['NOT NULL']),
  ];
  return parts.join(' ');
}

export const addColumn = (op: AddColumn, context: LoweringContext): readonly Lowered[] => [
  ...standard.addColumn(op, context),
  ...columnComments(op.table, [op.column], context.dialect),
];
