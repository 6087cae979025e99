import type { CreateIndex } from '../../ops/create-index.ts';
import type { DropIndex } from '../../ops/drop-index.ts';
import type { IndexKey } from '../../schema/table-index.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeFragment, writeName, writeTable } from '../write.ts';

/** The keys of an index between parentheses; an expression stands in parentheses of its own. */
export function indexKeys(keys: readonly IndexKey[], dialect: Dialect): string {
  const written = keys.map((key) => {
    const what = 'column' in key ? writeName(dialect, key.column) : `(${writeFragment(dialect, key.expression)})`;
    return key.order === undefined ? what : `${what} ${key.order.toUpperCase()}`;
  });
  return `(${written.join(', ')})`;
}

export function createIndex({ table, index }: CreateIndex, { dialect }: LoweringContext): readonly Lowered[] {
  const kind = index.unique ? 'UNIQUE INDEX' : 'INDEX';
  const where = index.where ? ` WHERE ${writeFragment(dialect, index.where)}` : '';
  const on = `${writeTable(dialect, table)} ${indexKeys(index.keys, dialect)}`;
  return [schemaStatement(`CREATE ${kind} ${writeName(dialect, index.name)} ON ${on}${where}`)];
}

/** `DROP INDEX i`: where an index lives in its table's schema. */
export const dropIndex = ({ table, name }: DropIndex, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(`DROP INDEX ${writeTable(dialect, { ...table, name })}`),
];

/** `DROP INDEX i ON t`: where an index belongs to its table. */
export const dropIndexOnTable = ({ table, name }: DropIndex, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(`DROP INDEX ${writeName(dialect, name)} ON ${writeTable(dialect, table)}`),
];
