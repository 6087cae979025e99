import { type AlterColumn, changed } from '../../ops/alter-column.ts';
import type { Column } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { writeName, writeTable } from '../write.ts';
import { columnFacts, isInPrimaryKey, missingFacts } from './column-facts.ts';
import { renameColumn } from './columns.ts';
import { type InlineColumnForms, defaultText, inlineColumn } from './inline-column.ts';
import { keepingBackslashes } from './inline-comments.ts';

/** What else differs between MySQL and MariaDB when a column changes. */
export interface RestatingForms extends InlineColumnForms {
  /** Whether DROP DEFAULT gives a nullable column the default NULL, as other databases do, and not none at all. */
  readonly dropDefaultLeavesNull: boolean;
}

/**
 * A name, or a default, changes on its own. Everything else restates the whole column, since MODIFY and CHANGE take
 * away what they do not name: https://dev.mysql.com/doc/refman/8.4/en/alter-table.html#alter-table-redefine-column
 */
export function alterByRestating(op: AlterColumn, context: LoweringContext, forms: RestatingForms): readonly Lowered[] {
  if (op.using) refuseUsing(op, context.dialect);
  if (restates(op)) return restate(op, context, forms);
  const { name, default: value } = op.to;
  return [
    ...(value === undefined ? [] : [alterDefault(op, context, forms)]),
    ...(name === undefined ? [] : renameColumn(op.table, op.column, name, context.dialect)),
  ];
}

/** Whether the change takes more than a new name or default. */
export const restates = ({ to: { type, nullable, comment } }: AlterColumn): boolean =>
  type !== undefined || nullable !== undefined || comment !== undefined;

const refuseUsing = ({ column }: AlterColumn, dialect: Dialect): never =>
  refuse(
    `${dialect.title} converts the values of '${column}' in its own way and takes no 'using'`,
    'Leave it out where that way is right; else add a column, fill it with execute(…), drop the old one and rename.',
  );

/** `ALTER COLUMN c SET DEFAULT …` touches no row. */
function alterDefault(op: AlterColumn, context: LoweringContext, forms: RestatingForms): Lowered {
  const { dialect } = context;
  const head = `ALTER TABLE ${writeTable(dialect, op.table)} ALTER COLUMN ${writeName(dialect, op.column)}`;
  const value = op.to.default ?? null;
  if (value !== null) {
    const { type } = columnFacts(op, context);
    return schemaStatement(`${head} SET DEFAULT ${defaultText(value, type, dialect, forms, false)}`);
  }
  const leavesNull =
    forms.dropDefaultLeavesNull || !(columnFacts(op, context).nullable ?? missingFacts(op, ['nullable']));
  return schemaStatement(`${head} ${leavesNull ? 'DROP DEFAULT' : 'SET DEFAULT NULL'}`);
}

function restate(op: AlterColumn, context: LoweringContext, forms: RestatingForms): readonly Lowered[] {
  const { dialect } = context;
  const column = restated(op, context);
  const action = column.name === op.column ? 'MODIFY COLUMN' : `CHANGE COLUMN ${writeName(dialect, op.column)}`;
  const definition = inlineColumn(column, dialect, forms, true);
  const statement = schemaStatement(`ALTER TABLE ${writeTable(dialect, op.table)} ${action} ${definition}`);
  return keepingBackslashes(statement, [column.comment]);
}

const FACTS = ['type', 'nullable', 'default', 'comment'] as const;

/** The whole column after the change. */
export function restated(op: AlterColumn, context: LoweringContext): Column {
  const { table, column: _, identity, ...facts } = columnFacts(op, context);
  const missing = FACTS.filter((fact) => facts[fact] === undefined && op.to[fact] === undefined);
  if (missing.length) missingFacts(op, missing);
  if (op.to.nullable && isInPrimaryKey(table, op.column)) {
    refuse(`column '${op.column}' is part of the primary key, which takes no NULL`, 'Drop the primary key first.');
  }
  // Type and nullability are known here: those of the blank column are changed at once.
  const blank: Column = {
    name: op.column,
    type: { type: 'text' },
    nullable: true,
    ...(identity && { identity }),
  };
  return changed(changed(blank, facts), op.to);
}
