import type { CreateIndex } from '../../ops/create-index.ts';
import type { DropIndex } from '../../ops/drop-index.ts';
import type { RenameIndex } from '../../ops/rename-index.ts';
import type { SchemaView } from '../../schema/model.ts';
import type { Column } from '../../schema/table.ts';
import type { Index, IndexKey, MysqlIndexOptions } from '../../schema/table-index.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { writeFragment, writeName, writeTable } from '../write.ts';
import { keepAutoIncrementKey } from './auto-increment.ts';
import { type IndexFeatures, checkIndexFeatures } from './index-features.ts';
import { refuseLargeKey } from './key-columns.ts';
import { refusePartialIndex } from './no-partial-index.ts';
import { drops, indexThere, makes, moves } from './proofs.ts';
import { ownOf } from './text-options.ts';
import { ifNotExists, words } from './words.ts';

// Indexes of MySQL and MariaDB.

const FEATURES: IndexFeatures = { include: false, nulls: false, collation: false, nullsNotDistinct: false };

export const ownIndexOptions = (on: Index['on'], dialect: Dialect): MysqlIndexOptions =>
  ownOf<MysqlIndexOptions>(on, dialect) ?? {};

const keyLength = (key: IndexKey, dialect: Dialect): number | undefined =>
  ownOf<{ readonly length?: number }>(key.on, dialect)?.length;

/** Refuses what neither database has, and long values that the key would not hold whole. */
export function checkKeyedIndex(index: Index, columns: readonly Column[], dialect: Dialect): void {
  refusePartialIndex(index, dialect);
  checkIndexFeatures(index, FEATURES, dialect);
  checkKind(index, dialect);
  const { kind } = ownIndexOptions(index.on, dialect);
  // MariaDB keeps long values unique by their hash, and cuts those of other indexes with a note alone:
  // https://mariadb.com/docs/server/reference/data-types/string-data-types/blob
  if (kind !== undefined || (index.unique && dialect.name === 'mariadb')) return;
  const isWhole = (key: IndexKey): boolean => keyLength(key, dialect) === undefined;
  const whole = index.keys.flatMap((key) => ('column' in key && isWhole(key) ? [key.column] : []));
  refuseLargeKey(columns, whole, 'an index');
}

function checkKind({ name, unique, keys, on }: Index, dialect: Dialect): void {
  const { kind, using, parser } = ownIndexOptions(on, dialect);
  const contradicts = (what: string): never =>
    refuse(`the index '${name}' cannot be ${what}`, 'Leave one of the two out.');
  if (kind && unique) contradicts(`${kind} and unique`);
  if (kind && using) contradicts(`${kind} and ${using}`);
  if (kind && keys.some((key) => key.order !== undefined)) contradicts(`${kind} and in an order`);
  if (parser !== undefined && kind !== 'fulltext') contradicts('with a parser without being fulltext');
  if (keys.some((key) => 'expression' in key && keyLength(key, dialect) !== undefined))
    contradicts("of an expression's beginning");
}

/** `(a(10) DESC, (lower(b)))` */
function writeKeys(keys: readonly IndexKey[], dialect: Dialect): string {
  const written = keys.map((key) => {
    const what = 'column' in key ? writeName(dialect, key.column) : `(${writeFragment(dialect, key.expression)})`;
    const length = keyLength(key, dialect);
    return words(length === undefined ? what : `${what}(${length})`, key.order?.toUpperCase());
  });
  return `(${written.join(', ')})`;
}

const indexKind = ({ unique, on }: Index, dialect: Dialect): string => {
  const { kind } = ownIndexOptions(on, dialect);
  return kind === undefined ? (unique ? 'UNIQUE INDEX' : 'INDEX') : `${kind.toUpperCase()} INDEX`;
};

/** Behind the keys: MySQL will not take USING before them for ever. */
function keyOptions({ on }: Index, dialect: Dialect): string {
  const { using, parser } = ownIndexOptions(on, dialect);
  return words(
    using && `USING ${using.toUpperCase()}`,
    parser !== undefined && `WITH PARSER ${writeName(dialect, parser)}`,
  );
}

/** `ALGORITHM = INPLACE LOCK = NONE`: the server refuses what it can do only in a way that takes more. */
export const howToChange = ({ algorithm, lock }: MysqlIndexOptions): readonly string[] => [
  ...(algorithm ? [`ALGORITHM = ${algorithm.toUpperCase()}`] : []),
  ...(lock ? [`LOCK = ${lock.toUpperCase()}`] : []),
];

/**
 * An index as CREATE TABLE and ADD have it. CREATE TABLE holds it, since a CREATE INDEX that fails would leave the
 * table behind, and IF NOT EXISTS would not cover it; nobody waits for a new table, so ALGORITHM and LOCK say nothing.
 */
export const inlineIndex = (index: Index, dialect: Dialect): string =>
  words(
    indexKind(index, dialect),
    writeName(dialect, index.name),
    writeKeys(index.keys, dialect),
    keyOptions(index, dialect),
  );

/**
 * https://dev.mysql.com/doc/refman/8.4/en/create-index.html
 * https://mariadb.com/docs/server/reference/sql-statements/data-definition/create/create-index
 */
export function createKeyedIndex(op: CreateIndex, { dialect, schema }: LoweringContext): readonly Lowered[] {
  const { table, index } = op;
  checkKeyedIndex(index, schema.table(table)?.columns ?? [], dialect);
  const statement = words(
    `CREATE ${indexKind(index, dialect)}`,
    ifNotExists(op),
    `${writeName(dialect, index.name)} ON ${writeTable(dialect, table)} ${writeKeys(index.keys, dialect)}`,
    keyOptions(index, dialect),
    ...howToChange(ownIndexOptions(index.on, dialect)),
  );
  return [makes(schemaStatement(statement), indexThere(table, index.name), dialect)];
}

/** `DROP INDEX i ON t ALGORITHM = INPLACE` */
export function dropKeyedIndex(op: DropIndex, { dialect, schema }: LoweringContext): readonly Lowered[] {
  const { table, name, on } = op;
  keepKey(op, schema);
  const statement = words(
    `DROP INDEX ${writeName(dialect, name)} ON ${writeTable(dialect, table)}`,
    ...howToChange(ownIndexOptions(on, dialect)),
  );
  return [drops(schemaStatement(statement), indexThere(table, name), dialect)];
}

export const keepKey = ({ table, name }: DropIndex, schema: SchemaView): void =>
  keepAutoIncrementKey(schema.table(table), `index ${name}`, { index: (each) => each.name === name });

/** Since MySQL 5.7 and MariaDB 10.5.2. */
export function renameKeyedIndex({ table, name, to }: RenameIndex, { dialect }: LoweringContext): readonly Lowered[] {
  const [from, into] = [name, to].map((each) => writeName(dialect, each));
  const statement = schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} RENAME INDEX ${from} TO ${into}`);
  return [moves(statement, indexThere(table, name), indexThere(table, to), dialect)];
}
