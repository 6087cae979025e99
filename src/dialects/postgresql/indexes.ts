import type { CreateIndex } from '../../ops/create-index.ts';
import type { DropIndex } from '../../ops/drop-index.ts';
import { type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { indexKeys } from '../standard/indexes.ts';
import { writeFragment, writeName, writeTable } from '../write.ts';

// CONCURRENTLY is refused inside a transaction block:
// https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
const indexStatement = (sql: string, concurrently: boolean): readonly Lowered[] => [
  { ...schemaStatement(sql), transactional: !concurrently },
];

export function createIndex({ table, index }: CreateIndex, { dialect }: LoweringContext): readonly Lowered[] {
  const { concurrently = false, using } = index.on?.postgresql ?? {};
  const words = [
    'CREATE',
    ...(index.unique ? ['UNIQUE'] : []),
    'INDEX',
    ...(concurrently ? ['CONCURRENTLY'] : []),
    writeName(dialect, index.name),
    `ON ${writeTable(dialect, table)}`,
    ...(using === undefined ? [] : [`USING ${using}`]),
    indexKeys(index.keys, dialect),
    ...(index.where ? [`WHERE ${writeFragment(dialect, index.where)}`] : []),
  ];
  return indexStatement(words.join(' '), concurrently);
}

/** An index lives in its table's schema. */
export function dropIndex({ table, name, on }: DropIndex, { dialect }: LoweringContext): readonly Lowered[] {
  const concurrently = on?.postgresql?.concurrently ?? false;
  const index = writeTable(dialect, { ...table, name });
  return indexStatement(`DROP INDEX ${concurrently ? 'CONCURRENTLY ' : ''}${index}`, concurrently);
}
