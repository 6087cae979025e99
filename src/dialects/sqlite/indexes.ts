import type { CreateIndex } from '../../ops/create-index.ts';
import { displayTable } from '../../ops/display.ts';
import type { DropIndex } from '../../ops/drop-index.ts';
import type { RenameIndex } from '../../ops/rename-index.ts';
import type { TableName } from '../../schema/table.ts';
import type { Index, IndexKey } from '../../schema/table-index.ts';
import { type Dialect, type Lowered, type LoweringContext, emulated, refuse, schemaStatement } from '../dialect.ts';
import { type IndexFeatures, checkIndexFeatures } from '../standard/index-features.ts';
import { ifExists, ifNotExists, words } from '../standard/words.ts';
import { writeFragment, writeName, writeTable } from '../write.ts';
import { collate } from './collation.ts';

/** NULLS FIRST and LAST are known to the parser and refused: https://www.sqlite.org/lang_createindex.html */
const FEATURES: IndexFeatures = { include: false, nulls: false, collation: true, nullsNotDistinct: false };

/** The index names the database file, its table does not: https://www.sqlite.org/lang_createindex.html */
export function indexStatement(table: TableName, index: Index, dialect: Dialect, again = ''): string {
  checkIndexFeatures(index, FEATURES, dialect);
  return words(
    index.unique ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX',
    again,
    writeTable(dialect, { ...table, name: index.name }),
    `ON ${writeName(dialect, table.name)} (${index.keys.map((key) => keyText(key, dialect)).join(', ')})`,
    index.where && `WHERE ${writeFragment(dialect, index.where)}`,
  );
}

const keyText = (key: IndexKey, dialect: Dialect): string =>
  words(
    'column' in key ? writeName(dialect, key.column) : `(${writeFragment(dialect, key.expression)})`,
    collate(key.collation, dialect),
    key.order?.toUpperCase(),
  );

export const createIndex = (op: CreateIndex, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(indexStatement(op.table, op.index, dialect, ifNotExists(op))),
];

export const dropIndex = (op: DropIndex, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(words('DROP INDEX', ifExists(op), writeTable(dialect, { ...op.table, name: op.name }))),
];

/** "The ALTER TABLE command" of SQLite changes no index: it is made anew. */
export function renameIndex({ table, name, to }: RenameIndex, context: LoweringContext): readonly Lowered[] {
  const { schema, dialect } = context;
  const index = schema.table(table)?.indexes.find((each) => each.name === name);
  if (!index) {
    return refuse(
      `SQLite renames an index only by making it anew, and no op made '${name}' on '${displayTable(table)}'`,
      'Correct the name, or use dropIndex(…) and createIndex(…).',
    );
  }
  return emulated('the index is made anew', [
    ...dropIndex({ op: 'dropIndex', table, name }, context),
    schemaStatement(indexStatement(table, { ...index, name: to }, dialect)),
  ]);
}
