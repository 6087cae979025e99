import { type AddEnumValue, withValue } from '../../ops/add-enum-value.ts';
import type { AlterColumn } from '../../ops/alter-column.ts';
import { isOfEnum } from '../../ops/enum-values.ts';
import type { RenameEnumValue } from '../../ops/rename-enum-value.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { Column, Table } from '../../schema/table.ts';
import { literal, name as nameOf, sql } from '../../sql/fragment.ts';
import { type Lowered, type LoweringContext } from '../dialect.ts';
import { rebuild } from './rebuild.ts';

type Change = (column: Column, values: readonly string[]) => Pick<AlterColumn, 'to' | 'using'> | undefined;

/** The list of values is a check in each column of the type: every table that has one is made anew, once. */
function changeColumns(name: ObjectName, context: LoweringContext, change: Change): readonly Lowered[] {
  const changesOf = ({ name: table, columns }: Table): readonly AlterColumn[] =>
    columns.flatMap((column) => {
      const changed = isOfEnum(column, name) ? change(column, column.type.values) : undefined;
      return changed ? [{ op: 'alterColumn' as const, table, column: column.name, ...changed }] : [];
    });
  return context.schema.tables().flatMap((table) => {
    const changes = changesOf(table);
    return changes.length ? rebuild(table.name, changes, context, '') : [];
  });
}

const typeOf = ({ schema, name }: ObjectName, values: readonly string[]): AlterColumn['to']['type'] & {} => ({
  type: 'enum',
  name,
  ...(schema !== undefined && { schema }),
  values,
});

export const addEnumValue = (op: AddEnumValue, context: LoweringContext): readonly Lowered[] =>
  changeColumns(op.name, context, (_, values) =>
    values.includes(op.value) ? undefined : { to: { type: typeOf(op.name, withValue(values, op)) } },
  );

/** Rows and defaults that hold the value hold the new one. */
export const renameEnumValue = ({ name, value, to }: RenameEnumValue, context: LoweringContext): readonly Lowered[] =>
  changeColumns(name, context, (column, values) => {
    if (!values.includes(value)) return undefined;
    const type = typeOf(name, values.map((each) => (each === value ? to : each)));
    const held = nameOf(column.name);
    const using = sql`CASE ${held} WHEN ${literal(value)} THEN ${literal(to)} ELSE ${held} END`;
    return {
      to: { type, ...(column.default === value && { default: to }) },
      ...(!column.generated && { using }),
    };
  });
