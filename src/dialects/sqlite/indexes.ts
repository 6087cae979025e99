import type { CreateIndex } from '../../ops/create-index.ts';
import type { TableName } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { indexKeys } from '../standard/indexes.ts';
import { writeFragment, writeName, writeTable } from '../write.ts';

/** The index names the database file, its table does not: https://www.sqlite.org/lang_createindex.html */
export function indexStatement(table: TableName, index: Index, dialect: Dialect): string {
  const where = index.where ? ` WHERE ${writeFragment(dialect, index.where)}` : '';
  const name = writeTable(dialect, { ...table, name: index.name });
  const on = `${writeName(dialect, table.name)} ${indexKeys(index.keys, dialect)}`;
  return `CREATE ${index.unique ? 'UNIQUE INDEX' : 'INDEX'} ${name} ON ${on}${where}`;
}

export const createIndex = ({ table, index }: CreateIndex, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(indexStatement(table, index, dialect)),
];
