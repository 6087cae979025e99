import type { AlterColumn } from '../../ops/alter-column.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { dependentsOf } from '../standard/dependents.ts';
import { addKeptConstraint } from '../standard/kept-constraints.ts';
import { constraintThere, drops } from '../standard/proofs.ts';
import { renamedConstraint } from '../../schema/rename-column.ts';
import { generatedFrom } from '../../schema/uses.ts';
import { writeName, writeTable } from '../write.ts';

/**
 * MySQL refuses to rename a column that a check, an index expression or a generated column mentions (errors 3959, 3837
 * and 3108), so its checks are dropped before and added after with the new name.
 * https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html
 */
export function aroundChecks(
  op: AlterColumn,
  context: LoweringContext,
  alter: (op: AlterColumn, context: LoweringContext) => readonly Lowered[],
): readonly Lowered[] {
  const { dialect, schema } = context;
  const { table, column } = op;
  const to = op.to.name;
  if (to === undefined) return alter(op, context);
  const known = schema.table(table);
  const { checks, indexes } = dependentsOf(known, column);
  const computed = known?.columns.find((each) => generatedFrom(each, column));
  if (computed) refuseComputed(computed.name, column);
  const index = indexes.find(({ keys }) => !keys.some((key) => 'column' in key && key.column === column));
  if (index) refuseIndex(index.name, column);
  const drop = (name: string): Lowered =>
    drops(
      schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} DROP CHECK ${writeName(dialect, name)}`),
      constraintThere(table, name),
      dialect,
    );
  return [
    ...checks.map(({ name }) => drop(name ?? refuseNameless(column))),
    ...alter(op, context),
    ...checks.map((check) =>
      addKeptConstraint({ op: 'addConstraint', table, constraint: renamedConstraint(check, table, { column, to }) }, dialect),
    ),
  ];
}

const refuseComputed = (name: string, column: string): never =>
  refuse(
    `MySQL does not rename '${column}' while '${name}' is computed from it`,
    `Drop '${name}' before, and add it again after.`,
  );

const refuseIndex = (name: string, column: string): never =>
  refuse(
    `MySQL does not rename '${column}' while index '${name}' has an expression of it`,
    'Drop the index before, and create it again after.',
  );

const refuseNameless = (column: string): never =>
  refuse(
    `MySQL does not rename '${column}' while a check mentions it, and that check has no known name`,
    'Drop the check by the name that SHOW CREATE TABLE gives, with execute(…), and add it again after.',
  );
