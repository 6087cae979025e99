import { displayTable } from '../../ops/display.ts';
import type { ForeignKey } from '../../schema/constraint.ts';
import type { SchemaView } from '../../schema/model.ts';
import { sameName } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import { refuse } from '../dialect.ts';

const sameColumns = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((each) => others.includes(each));

/** Whether a foreign key can reference the columns: https://www.sqlite.org/foreignkeys.html#fk_indexes */
function isKey({ constraints, indexes }: Table, columns: readonly string[]): boolean {
  const byConstraint = constraints.some(
    (each) => (each.kind === 'primaryKey' || each.kind === 'unique') && sameColumns(each.columns, columns),
  );
  return byConstraint || indexes.some(({ unique, where, keys }) => {
    const names = keys.flatMap((key) => ('column' in key ? [key.column] : []));
    return unique && !where && names.length === keys.length && sameColumns(names, columns);
  });
}

/** Every other database refuses to take away the key that a foreign key references; SQLite notices at the next row. */
export function checkReferences(before: Table, after: Table, schema: SchemaView): void {
  const tables = [after, ...schema.referrersOf(after.name).filter(({ name }) => !sameName(name, after.name))];
  for (const { name, constraints } of tables) {
    for (const each of constraints) {
      if (each.kind !== 'foreignKey' || !sameName(each.references.table, after.name)) continue;
      const { columns } = each.references;
      if (isKey(before, columns) && !isKey(after, columns)) refuseReferenced(name, each);
    }
  }
}

function refuseReferenced(table: Table['name'], { name = '', references }: ForeignKey): never {
  const { table: target, columns } = references;
  const referring = displayTable(table);
  return refuse(
    `'${name}' of '${referring}' references '${columns.join("', '")}' of '${displayTable(target)}', no key after this`,
    `Drop it before, with dropConstraint('${referring}', '${name}', 'foreignKey').`,
  );
}
