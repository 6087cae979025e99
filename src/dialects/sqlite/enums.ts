import { type AddEnumValue, withValue } from '../../ops/add-enum-value.ts';
import type { AlterColumn } from '../../ops/alter-column.ts';
import { displayTable } from '../../ops/display.ts';
import { isOfEnum } from '../../ops/enum-values.ts';
import type { RenameEnumValue } from '../../ops/rename-enum-value.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { Column, Table } from '../../schema/table.ts';
import { type Fragment, literal, name as nameOf, sql } from '../../sql/fragment.ts';
import { mentions } from '../../sql/mentions.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import { writeFragment, writeLiteral } from '../write.ts';
import { rebuild } from './rebuild.ts';

type Change = (column: Column, values: readonly string[], table: Table) => Pick<AlterColumn, 'to' | 'using'> | undefined;

/** The list of values is a check in each column of the type: every table that has one is made anew, once. */
function changeColumns(name: ObjectName, context: LoweringContext, change: Change): readonly Lowered[] {
  const changesOf = (table: Table): readonly AlterColumn[] =>
    table.columns.flatMap((column) => {
      const changed = isOfEnum(column, name) ? change(column, column.type.values, table) : undefined;
      return changed ? [{ op: 'alterColumn' as const, table: table.name, column: column.name, ...changed }] : [];
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
  changeColumns(name, context, (column, values, table) => {
    if (!values.includes(value)) return undefined;
    checkExpressions(table, column.name, value, context.dialect);
    const type = typeOf(name, values.map((each) => (each === value ? to : each)));
    const held = nameOf(column.name);
    const using = sql`CASE ${held} WHEN ${literal(value)} THEN ${literal(to)} ELSE ${held} END`;
    return {
      to: { type, ...(column.default === value && { default: to }) },
      ...(!column.generated && { using }),
    };
  });

/** What the table computes or demands: a check, a computed column, the keys and conditions of indexes. */
const expressionsOf = ({ constraints, columns, indexes }: Table): readonly Fragment[] => [
  ...constraints.flatMap((each) => (each.kind === 'check' ? [each.expression] : [])),
  ...columns.flatMap(({ generated }) => (generated ? [generated.expression] : [])),
  ...indexes.flatMap(({ keys, where }) => [
    ...keys.flatMap((key) => ('expression' in key ? [key.expression] : [])),
    ...(where ? [where] : []),
  ]),
];

/** A text in an expression does not follow, so that the expression would mean something else. */
function checkExpressions(table: Table, column: string, value: string, dialect: Dialect): void {
  const written = writeLiteral(dialect, value);
  const naming = expressionsOf(table)
    .filter((each) => mentions(each, column))
    .map((each) => writeFragment(dialect, each))
    .find((text) => text.includes(written));
  if (naming === undefined) return;
  refuse(
    `an expression of '${displayTable(table.name)}' names the value '${value}', and would not follow: ${naming}`,
    'Drop what holds the expression before, and make it anew with the new value.',
  );
}
