import { addColumn, alterColumn, type column, dropColumn, execute, forDialect, name, sql } from 'migsql';

/**
 * Gives a column a smaller type. Oracle refuses that while the column holds values (ORA-01440), so there the
 * values move through a new column.
 */
export function narrow(table: string, to: ReturnType<typeof column>) {
  const narrower = `${to.name}_narrow`;
  return forDialect({
    oracle: [
      addColumn(table, { ...to, name: narrower, nullable: true }),
      execute(sql`UPDATE ${name(table)} SET ${name(narrower)} = ${name(to.name)}`),
      dropColumn(table, to.name),
      alterColumn(table, narrower, { name: to.name }),
      ...(to.nullable ? [] : [alterColumn(table, to.name, { nullable: false })]),
    ],
    default: [alterColumn(table, to.name, { type: to.type })],
  });
}
