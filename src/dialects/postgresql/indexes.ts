import type { CreateIndex } from '../../ops/create-index.ts';
import type { DropIndex } from '../../ops/drop-index.ts';
import type { RenameIndex } from '../../ops/rename-index.ts';
import type { TableName } from '../../schema/table.ts';
import type { Index, IndexKey } from '../../schema/table-index.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { needs } from '../server.ts';
import { ifExists, ifNotExists, words } from '../standard/words.ts';
import { writeFragment, writeLiteral, writeName, writeNames, writeTable } from '../write.ts';
import { collate } from './collations.ts';
import { doBlock } from './do-block.ts';
import { refusePartitioned } from './partitioned.ts';
import { withParameters } from './storage.ts';

// CONCURRENTLY is refused inside a transaction block:
// https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
/** How a build or drop that is no part of a transaction shows. */
type Proof = Required<Pick<Lowered, 'proof' | 'mayHoldBefore' | 'leaves'>> & Pick<Lowered, 'clearing'>;

const indexStatement = (sql: string, proof: Proof | undefined): Lowered => ({
  ...schemaStatement(sql),
  transactional: proof === undefined,
  ...proof,
});

/** A table's index of a name, found by its table: an unqualified name might be found elsewhere on the search path. */
function indexCondition(table: TableName, name: string, dialect: Dialect): string {
  const index = `pg_class.relname = ${writeLiteral(dialect, name)}`;
  const owner = `pg_index.indrelid = to_regclass(${writeLiteral(dialect, writeTable(dialect, table))})`;
  return `SELECT FROM pg_index JOIN pg_class ON pg_class.oid = pg_index.indexrelid WHERE ${owner} AND ${index}`;
}

const builtProof = ({ table, index, ifNotExists }: CreateIndex, dialect: Dialect): Proof => ({
  proof: `EXISTS (${indexCondition(table, index.name, dialect)} AND pg_index.indisvalid)`,
  mayHoldBefore: ifNotExists === true,
  leaves: `index ${index.name}, marked invalid: drop it before the script runs again`,
  clearing: dropInvalid({ table, index }, dialect),
});

/** Only the table's own index, and only where it is of no use: another table may have one of that name. */
function dropInvalid({ table, index }: Pick<CreateIndex, 'table' | 'index'>, dialect: Dialect): string {
  const drop = `DROP INDEX ${writeTable(dialect, { ...table, name: index.name })}`;
  const isInvalid = `EXISTS (${indexCondition(table, index.name, dialect)} AND NOT pg_index.indisvalid)`;
  return doBlock(`BEGIN\n  IF ${isInvalid} THEN\n    EXECUTE ${writeLiteral(dialect, drop)};\n  END IF;\nEND`);
}

const droppedProof = ({ table, name, ifExists }: DropIndex, dialect: Dialect): Proof => ({
  proof: `NOT EXISTS (${indexCondition(table, name, dialect)})`,
  mayHoldBefore: ifExists === true,
  leaves: `index ${name}, marked invalid`,
});

export function createIndex(op: CreateIndex, context: LoweringContext): readonly Lowered[] {
  const { table, index } = op;
  const { dialect } = context;
  const { concurrently = false, using, with: parameters, tablespace } = index.on?.postgresql ?? {};
  checkIndex(index, dialect);
  if (concurrently) refusePartitioned(table, 'no index of it can be built concurrently', context);
  const sql = words(
    words('CREATE', index.unique && 'UNIQUE', 'INDEX', concurrently && 'CONCURRENTLY', ifNotExists(op)),
    `${writeName(dialect, index.name)} ON ${writeTable(dialect, table)}`,
    using && `USING ${using}`,
    `(${index.keys.map((key) => indexKey(key, dialect)).join(', ')})`,
    index.include && `INCLUDE (${writeNames(dialect, index.include)})`,
    index.nullsNotDistinct && 'NULLS NOT DISTINCT',
    withParameters(parameters, dialect),
    tablespace && `TABLESPACE ${writeName(dialect, tablespace)}`,
    index.where && `WHERE ${writeFragment(dialect, index.where)}`,
  );
  const proof = concurrently ? builtProof(op, dialect) : undefined;
  const created = indexStatement(sql, proof);
  return proof && op.ifNotExists ? [created, { ...checkValid(op, dialect), ...proof }] : [created];
}

/** `email COLLATE "C" varchar_pattern_ops DESC NULLS LAST`; an expression stands in parentheses. */
const indexKey = (key: IndexKey, dialect: Dialect): string =>
  words(
    'column' in key ? writeName(dialect, key.column) : `(${writeFragment(dialect, key.expression)})`,
    collate(key.collation, dialect),
    key.on?.postgresql?.opclass && writeName(dialect, key.on.postgresql.opclass),
    key.order?.toUpperCase(),
    key.nulls && `NULLS ${key.nulls.toUpperCase()}`,
  );

/** What the access methods know: https://www.postgresql.org/docs/current/indexes-types.html */
function checkIndex({ name, keys, unique, include, nullsNotDistinct, on }: Index, dialect: Dialect): void {
  const { using = 'btree' } = on?.postgresql ?? {};
  if (nullsNotDistinct) needs(dialect, 'a unique index with NULLS NOT DISTINCT', 15);
  if (include && using === 'spgist') needs(dialect, 'INCLUDE in an spgist index', 14);
  if (using === 'btree') return;
  const without = (what: string): never =>
    refuse(`an index of method ${using} cannot ${what} ('${name}')`, "Leave it out, or use the method 'btree'.");
  if (unique) without('be unique');
  if (keys.some(({ order, nulls }) => order !== undefined || nulls !== undefined)) without('have an order');
  if (include && using !== 'gist' && using !== 'spgist') without('include columns beside its keys');
}

/** A build that failed leaves an index behind that is of no use, and IF NOT EXISTS is content with it. */
function checkValid({ table, index }: CreateIndex, dialect: Dialect): Lowered {
  const name = writeTable(dialect, { ...table, name: index.name });
  const isValid = `(SELECT indisvalid FROM pg_index WHERE indexrelid = ${writeLiteral(dialect, name)}::regclass)`;
  const message = `index ${name} is left from a build that failed: drop it, and create it again`;
  const body = [
    'BEGIN',
    `  IF NOT ${isValid} THEN`,
    `    RAISE EXCEPTION USING MESSAGE = ${writeLiteral(dialect, message)};`,
    '  END IF;',
    'END',
  ];
  return { ...schemaStatement(doBlock(body.join('\n'))), transactional: false, compound: true };
}

/** An index lives in its table's schema. */
export function dropIndex(op: DropIndex, context: LoweringContext): readonly Lowered[] {
  const { dialect } = context;
  const concurrently = op.on?.postgresql?.concurrently ?? false;
  if (concurrently) refusePartitioned(op.table, 'no index of it can be dropped concurrently', context);
  const index = writeTable(dialect, { ...op.table, name: op.name });
  const proof = concurrently ? droppedProof(op, dialect) : undefined;
  return [indexStatement(words('DROP INDEX', concurrently && 'CONCURRENTLY', ifExists(op), index), proof)];
}

export const renameIndex = ({ table, name, to }: RenameIndex, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(`ALTER INDEX ${writeTable(dialect, { ...table, name })} RENAME TO ${writeName(dialect, to)}`),
];
