import { type AlterColumn, changed } from '../../ops/alter-column.ts';
import type { Column, Generated } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { writeName, writeTable } from '../write.ts';
import { positionWords } from './add-keyed-column.ts';
import { checkAutoIncrement, checkKeyed } from './auto-increment.ts';
import { ownCollation, withOwnCollation } from './collation.ts';
import { columnFacts, isInPrimaryKey, missingFacts } from './column-facts.ts';
import { renameColumn } from './columns.ts';
import { type InlineColumnForms, defaultText, inlineColumn } from './inline-column.ts';
import { keepingBackslashes } from './inline-comments.ts';
import { columnThere, moves } from './proofs.ts';
import { checkTextOptions, ownColumnOptions, ownOf } from './text-options.ts';
import { words } from './words.ts';

/** What else differs between MySQL and MariaDB when a column changes. */
export interface RestatingForms extends InlineColumnForms {
  /** Whether DROP DEFAULT gives a nullable column the default NULL, as other databases do, and not none at all. */
  readonly dropDefaultLeavesNull: boolean;
}

/**
 * A name, a default, or the next number changes on its own. Everything else restates the whole column, since MODIFY and
 * CHANGE take away what they do not name:
 * https://dev.mysql.com/doc/refman/8.4/en/alter-table.html#alter-table-redefine-column
 */
export function alterByRestating(
  written: AlterColumn,
  context: LoweringContext,
  forms: RestatingForms,
): readonly Lowered[] {
  const { dialect } = context;
  const op = withOwnCollation(written, dialect);
  if (op.using) refuseUsing(op, dialect);
  const { name, default: value, identity } = op.to;
  if (restates(op, context)) return restate(op, context, forms);
  if (identity) checkAutoIncrement(restated(op, context));
  if (value !== undefined && value !== null) refuseSecondValue(op, context);
  return [
    ...(value === undefined ? [] : [alterDefault(op, context, forms)]),
    ...(name === undefined ? [] : renameColumn(op.table, op.column, name, dialect).map((each) => renamed(each, op, dialect))),
    ...(identity?.start === undefined ? [] : [nextNumber(op, identity.start, dialect)]),
  ];
}

/** A statement that may give the column another name; the same name in other letters leaves no trace. */
function renamed(statement: Lowered, { table, column, to: { name } }: AlterColumn, dialect: Dialect): Lowered {
  if (name === undefined || name.toLowerCase() === column.toLowerCase()) return statement;
  return moves(statement, columnThere(table, column), columnThere(table, name), dialect);
}

function refuseSecondValue(op: AlterColumn, context: LoweringContext): void {
  const { identity, generated } = columnFacts(op, context);
  if (!identity && !generated) return;
  refuse(
    `column '${op.column}' is ${identity ? 'AUTO_INCREMENT' : 'generated'}, which gives it its value`,
    `Leave the default out, or take that away with { ${identity ? 'identity' : 'generated'}: null }.`,
  );
}

/** The server goes on above the numbers that are there where those are higher. */
const nextNumber = ({ table }: AlterColumn, start: number, dialect: Dialect): Lowered =>
  schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} AUTO_INCREMENT = ${start}`);

/** Whether the change takes more than a new name, default or next number. */
export function restates(op: AlterColumn, context: LoweringContext): boolean {
  const { type, nullable, comment, identity, generated, default: value, on } = op.to;
  const { dialect } = context;
  if (type !== undefined || nullable !== undefined || comment !== undefined || generated !== undefined) return true;
  if (ownCollation(op.to.collation, dialect) !== undefined) return true;
  if (ownOf<object>(on, dialect) || positionWords(op.on, dialect)) return true;
  const facts = columnFacts(op, context);
  // ALTER COLUMN … SET DEFAULT is not said to keep ON UPDATE.
  if (value !== undefined && ownColumnOptions(facts.on, dialect).onUpdateNow) return true;
  return identity === null || (identity !== undefined && !facts.identity);
}

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
  checkGenerated(op, context);
  checkTextOptions(op.to, column, dialect);
  checkKeys(op, column, context);
  const action = column.name === op.column ? 'MODIFY COLUMN' : `CHANGE COLUMN ${writeName(dialect, op.column)}`;
  const definition = inlineColumn(column, dialect, forms, true);
  const { start } = op.to.identity ?? {};
  const change = words(action, definition, positionWords(op.on, dialect));
  const next = start === undefined ? '' : `, AUTO_INCREMENT = ${start}`;
  const statement = renamed(schemaStatement(`ALTER TABLE ${writeTable(dialect, op.table)} ${change}${next}`), op, dialect);
  // A column that begins to count would give a number to each row that has 0.
  return keepingBackslashes(statement, [column.comment], begins(op, context) ? ['NO_AUTO_VALUE_ON_ZERO'] : []);
}

const begins = (op: AlterColumn, context: LoweringContext): boolean =>
  Boolean(op.to.identity) && !columnFacts(op, context).identity;

function checkKeys(op: AlterColumn, { identity }: Column, context: LoweringContext): void {
  const { table } = columnFacts(op, context);
  if (!identity || !table || !begins(op, context)) return;
  const other = table.columns.find((each) => each.identity && each.name !== op.column);
  if (other) {
    refuse(
      `a table has one AUTO_INCREMENT column, and '${other.name}' is that of '${table.name.name}'`,
      'Keep one of them.',
    );
  }
  checkKeyed(op.column, table);
}

type Kind = 'plain' | 'stored' | 'virtual';

const kindOf = (generated: Generated | null | undefined): Kind =>
  generated ? (generated.stored ? 'stored' : 'virtual') : 'plain';

/**
 * A virtual column has no values to keep, and a plain or stored one's would have to go:
 * https://dev.mysql.com/doc/refman/8.4/en/alter-table-generated-columns.html (MariaDB refuses the same, error 1907).
 */
function checkGenerated(op: AlterColumn, context: LoweringContext): void {
  if (op.to.generated === undefined) return;
  const from = kindOf(columnFacts(op, context).generated);
  const to = kindOf(op.to.generated);
  if (from === to || (from !== 'virtual' && to !== 'virtual')) return;
  refuse(
    `${context.dialect.title} makes no ${to} column of the ${from} column '${op.column}'`,
    from === 'plain'
      ? 'Keep the values in the row with { generated: { expression: …, stored: true } }, or drop the column and add it.'
      : 'Drop the column and add it again.',
  );
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
