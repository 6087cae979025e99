import type { CreateIndex } from '../../ops/create-index.ts';
import type { DropIndex } from '../../ops/drop-index.ts';
import type { RenameIndex } from '../../ops/rename-index.ts';
import type { TableName } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { type IndexFeatures, checkIndexFeatures } from '../standard/index-features.ts';
import { indexKeys } from '../standard/indexes.ts';
import { ifExists, words } from '../standard/words.ts';
import { writeFragment, writeName, writeNames, writeTable } from '../write.ts';
import { objectId, onlyIf } from './batches.ts';
import { checkKind } from './index-kinds.ts';
import { refuseLargeIndex } from './keys.ts';
import { renameIndex as renamed } from './rename.ts';
import { nameText } from './text.ts';

/** NULL is a value like any other in a unique index: see `constraints.ts`. */
const FEATURES: IndexFeatures = { include: true, nulls: false, collation: false, nullsNotDistinct: true };

/**
 * A key is a column; an index with a condition is a filtered index:
 * https://learn.microsoft.com/sql/t-sql/statements/create-index-transact-sql
 */
export function createIndexStatement(table: TableName, index: Index, dialect: Dialect): Lowered {
  if (index.keys.some((key) => 'expression' in key)) {
    refuse(
      `index '${index.name}' is on an expression, and SQL Server indexes columns alone`,
      'Add a column computed from it (addColumn with generated: …), and index that column.',
    );
  }
  checkIndexFeatures(index, FEATURES, dialect);
  checkKind(index, dialect);
  const { name, keys, unique, include, where, on } = index;
  const { clustered, columnstore, filegroup } = on?.mssql ?? {};
  return schemaStatement(
    words(
      'CREATE',
      unique && 'UNIQUE',
      clustered ? 'CLUSTERED' : (clustered === false || columnstore) && 'NONCLUSTERED',
      columnstore && 'COLUMNSTORE',
      `INDEX ${writeName(dialect, name)} ON ${writeTable(dialect, table)} ${indexKeys(keys, dialect)}`,
      include && `INCLUDE (${writeNames(dialect, include)})`,
      where && `WHERE ${writeFragment(dialect, where)}`,
      ...indexOptions(index),
      filegroup !== undefined && `ON ${writeName(dialect, filegroup)}`,
    ),
  );
}

function indexOptions({ on }: Index): readonly string[] {
  const { fillfactor, online } = on?.mssql ?? {};
  const options = [
    ...(fillfactor === undefined ? [] : [`FILLFACTOR = ${fillfactor}`]),
    ...(online === undefined ? [] : [`ONLINE = ${online ? 'ON' : 'OFF'}`]),
  ];
  return options.length ? [`WITH (${options.join(', ')})`] : [];
}

export function createIndex({ table, index, ifNotExists }: CreateIndex, context: LoweringContext): readonly Lowered[] {
  const { dialect, schema } = context;
  refuseLargeIndex(index, schema.table(table)?.columns ?? []);
  const statement = createIndexStatement(table, index, dialect);
  if (!ifNotExists) return [statement];
  // https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-indexes-transact-sql
  const found = `object_id = ${objectId(table, dialect)} AND name = ${nameText(index.name)}`;
  const isMissing = `NOT EXISTS (SELECT 1 FROM sys.indexes WHERE ${found})`;
  return onlyIf(isMissing, 'the server is asked for the index', [statement]);
}

/**
 * ONLINE is for clustered indexes, and any other is gone in a moment, so that there is nothing to say of it; the option
 * comes here from the index's own too, where its making is undone:
 * https://learn.microsoft.com/sql/t-sql/statements/drop-index-transact-sql
 */
export function dropIndex(op: DropIndex, { dialect, schema }: LoweringContext): readonly Lowered[] {
  const known = schema.table(op.table)?.indexes.find(({ name }) => name === op.name);
  const { clustered = known?.on?.mssql?.clustered, online } = op.on?.mssql ?? {};
  const on = `${writeName(dialect, op.name)} ON ${writeTable(dialect, op.table)}`;
  return [schemaStatement(words('DROP INDEX', ifExists(op), on, clustered && online && 'WITH (ONLINE = ON)'))];
}

export const renameIndex = ({ table, name, to }: RenameIndex, { dialect }: LoweringContext): readonly Lowered[] => [
  renamed(table, name, to, dialect),
];
