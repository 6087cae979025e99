import type { CreateIndex } from '../../ops/create-index.ts';
import type { DropIndex } from '../../ops/drop-index.ts';
import type { RenameIndex } from '../../ops/rename-index.ts';
import type { Table } from '../../schema/table.ts';
import type { Index, IndexKey } from '../../schema/table-index.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { has, needs } from '../server.ts';
import { type IndexFeatures, checkIndexFeatures } from '../standard/index-features.ts';
import { ifExists, ifNotExists, words } from '../standard/words.ts';
import { writeFragment, writeName, writeTable } from '../write.ts';
import { indexRow, making, moving, onlyIf, removing, unlessMissing } from './blocks.ts';
import { refuseLobIndex, refuseSecondIndex } from './keys.ts';

const FEATURES: IndexFeatures = { include: false, nulls: false, collation: false, nullsNotDistinct: false };

export const createIndex = (op: CreateIndex, { dialect, schema }: LoweringContext): readonly Lowered[] =>
  newIndex(op, schema.table(op.table), dialect);

type NewIndex = Pick<CreateIndex, 'table' | 'index' | 'ifNotExists'>;

/** An index on a table as it is by then, where that is known. */
export function newIndex(op: NewIndex, known: Table | undefined, dialect: Dialect): readonly Lowered[] {
  const { table, index } = op;
  refuseCondition(index);
  checkIndexFeatures(index, FEATURES, dialect);
  refuseLobIndex(index, known?.columns ?? []);
  refuseSecondIndex(index, known);
  if (!op.ifNotExists || has({ dialect }, 23)) return [createStatement(op, dialect)];
  return onlyIf('missing', indexRow(table, index.name, dialect), [createStatement({ table, index }, dialect)]);
}

function refuseCondition({ name, where }: Index): void {
  if (!where) return;
  refuse(
    `index '${name}' has a condition, and Oracle indexes every row that is not NULL`,
    'Index an expression that is NULL for the other rows: sql`CASE WHEN … THEN … END`.',
  );
}

/**
 * An index is made in its table's schema, where DROP INDEX looks for it; its keys may be expressions:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-INDEX.html
 */
export function createStatement(op: NewIndex, dialect: Dialect): Lowered {
  const { table, index } = op;
  const keys = index.keys.map((key) => indexKey(key, dialect)).join(', ');
  const statement = schemaStatement(
    words(
      'CREATE',
      index.unique && 'UNIQUE',
      isBitmap(index) && 'BITMAP',
      'INDEX',
      ifNotExists(op),
      writeTable(dialect, { ...table, name: index.name }),
      'ON',
      `${writeTable(dialect, table)} (${keys})`,
      attributes(index, dialect),
    ),
  );
  // An index whose ONLINE build was cut off stays in the catalogue: https://docs.oracle.com/en/error-help/db/ora-08104/
  return index.on?.oracle?.online ? statement : making(indexRow(table, index.name, dialect), statement);
}

/** A bitmap index is neither unique nor compressed (index_compression). */
function isBitmap({ name, unique, on }: Index): boolean {
  const { bitmap = false, compress } = on?.oracle ?? {};
  if (bitmap && (unique || compress)) {
    refuse(
      `index '${name}' is a bitmap index, which Oracle makes neither unique nor compressed`,
      `Leave ${unique ? "'unique'" : "'compress'"} or 'bitmap' out.`,
    );
  }
  return bitmap;
}

function attributes({ on }: Index, dialect: Dialect): string {
  const { tablespace, compress, online } = on?.oracle ?? {};
  return words(
    tablespace !== undefined && `TABLESPACE ${writeName(dialect, tablespace)}`,
    compress !== undefined && compress !== false && words('COMPRESS', compress !== true && String(compress)),
    online && 'ONLINE',
  );
}

function indexKey(key: IndexKey, dialect: Dialect): string {
  const what = 'column' in key ? writeName(dialect, key.column) : writeFragment(dialect, key.expression);
  return key.order === undefined ? what : `${what} ${key.order.toUpperCase()}`;
}

/** ORA-01418: there is no such index. */
export function dropIndex(op: DropIndex, { dialect }: LoweringContext): readonly Lowered[] {
  const { table, name, on } = op;
  const online = on?.oracle?.online;
  if (online) needs(dialect, 'DROP INDEX … ONLINE', 12, 1);
  const drop = (condition: string): Lowered =>
    removing(
      indexRow(table, name, dialect),
      schemaStatement(words('DROP INDEX', condition, writeTable(dialect, { ...table, name }), online && 'ONLINE')),
    );
  return op.ifExists && !has({ dialect }, 23) ? unlessMissing(-1418, drop('')) : [drop(ifExists(op))];
}

export const renameIndex = ({ table, name, to }: RenameIndex, { dialect }: LoweringContext): readonly Lowered[] => [
  moving(
    indexRow(table, name, dialect),
    indexRow(table, to, dialect),
    schemaStatement(`ALTER INDEX ${writeTable(dialect, { ...table, name })} RENAME TO ${writeName(dialect, to)}`),
  ),
];
