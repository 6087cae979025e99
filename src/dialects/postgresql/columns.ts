import type { AddColumn } from '../../ops/add-column.ts';
import type { Column, Identity } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import * as standard from '../standard/columns.ts';
import { columnComments } from '../standard/comments.ts';
import { writeName, writeType, writeValue } from '../write.ts';

/** `name TYPE [GENERATED … AS IDENTITY] [DEFAULT …] [NOT NULL]` */
export function columnDefinition(column: Column, dialect: Dialect): string {
  const { name, type, nullable, default: value } = column;
  const parts = [
    writeName(dialect, name),
    writeType(dialect, type),
    ...identityWords(column),
    ...(value === undefined ? [] : [`DEFAULT ${writeValue(dialect, value, type)}`]),
    ...(nullable ? [] : ['NOT NULL']),
  ];
  return parts.join(' ');
}

function identityWords({ name, type, identity, default: value }: Column): readonly string[] {
  if (!identity) return [];
  if (!['smallint', 'integer', 'bigint'].includes(type.type)) {
    refuse(
      `the identity column '${name}' is of type ${type.type}`,
      'Numbers by the database need types.smallint(), types.integer() or types.bigint().',
    );
  }
  if (value !== undefined) {
    refuse(
      `the identity column '${name}' has a default as well`,
      'Leave the default out: the database numbers the rows.',
    );
  }
  return [`GENERATED ${identity.always ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY${sequenceOptions(identity)}`];
}

function sequenceOptions({ start, increment }: Identity): string {
  const options = [
    ...(start === undefined ? [] : [`START WITH ${start}`]),
    ...(increment === undefined ? [] : [`INCREMENT BY ${increment}`]),
  ];
  return options.length ? ` (${options.join(' ')})` : '';
}

export const addColumn = (op: AddColumn, context: LoweringContext): readonly Lowered[] => [
  ...standard.addColumn(op, context),
  ...columnComments(op.table, [op.column], context.dialect),
];
