import type { CreateIndex } from '../../ops/create-index.ts';
import type { Index, IndexKey } from '../../schema/table-index.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { writeFragment, writeName, writeTable } from '../write.ts';
import { refuseLobIndex, refuseSecondIndex } from './keys.ts';

/**
 * An index is made in its table's schema, where DROP INDEX looks for it; its keys may be expressions:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-INDEX.html
 */
export function createIndex(op: CreateIndex, context: LoweringContext): readonly Lowered[] {
  refuseCondition(op.index);
  const known = context.schema.table(op.table);
  refuseLobIndex(op.index, known?.columns ?? []);
  refuseSecondIndex(op.index, known);
  return [createStatement(op, context.dialect)];
}

function refuseCondition({ name, where }: Index): void {
  if (!where) return;
  refuse(
    `index '${name}' has a condition, and Oracle indexes every row that is not NULL`,
    'Index an expression that is NULL for the other rows: sql`CASE WHEN … THEN … END`.',
  );
}

/** Of an index that was there before as well, and comes back. */
export function createStatement({ table, index }: CreateIndex, dialect: Dialect): Lowered {
  const name = writeTable(dialect, { ...table, name: index.name });
  const keys = index.keys.map((key) => indexKey(key, dialect)).join(', ');
  return schemaStatement(
    `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${name} ON ${writeTable(dialect, table)} (${keys})`,
  );
}

function indexKey(key: IndexKey, dialect: Dialect): string {
  const what = 'column' in key ? writeName(dialect, key.column) : writeFragment(dialect, key.expression);
  return key.order === undefined ? what : `${what} ${key.order.toUpperCase()}`;
}
