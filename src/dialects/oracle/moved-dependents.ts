import type { AlterColumn } from '../../ops/alter-column.ts';
import { renamedConstraint, renamedIndex } from '../../schema/rename-column.ts';
import type { Table } from '../../schema/table.ts';
import { type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { dependentsOf } from '../standard/dependents.ts';
import { writeName, writeTable } from '../write.ts';
import { constraintDefinition } from './constraints.ts';
import { dropFunctionBased, refuseShared, usesOthers } from './dependents.ts';
import { createStatement } from './indexes.ts';

interface Around {
  readonly before: readonly Lowered[];
  readonly after: readonly Lowered[];
}

/** What goes before a column does, and is made again for the one in its place. */
export function movedDependents(
  { table: name, column, to }: AlterColumn,
  table: Table,
  context: LoweringContext,
): Around {
  const { dialect } = context;
  const { checks, indexes } = dependentsOf(table, column);
  const [unnamed] = checks.filter((check) => check.name === undefined && usesOthers(check, table, column));
  if (unnamed) refuseShared(column, unnamed);
  const alter = `ALTER TABLE ${writeTable(dialect, name)}`;
  const named = checks.flatMap((check) => check.name ?? []);
  const renaming = { column, to: to.name ?? column };
  return {
    before: [
      ...dropFunctionBased(table, column, context),
      ...named.map((check) => schemaStatement(`${alter} DROP CONSTRAINT ${writeName(dialect, check)}`)),
    ],
    after: [
      ...checks.map((check) =>
        schemaStatement(`${alter} ADD ${constraintDefinition(renamedConstraint(check, name, renaming), dialect)}`),
      ),
      ...indexes.map((index) => createStatement({ table: name, index: renamedIndex(index, renaming) }, dialect)),
    ],
  };
}
