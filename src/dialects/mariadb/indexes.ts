import type { CreateIndex } from '../../ops/create-index.ts';
import type { DropIndex } from '../../ops/drop-index.ts';
import type { Index } from '../../schema/table-index.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { createKeyedIndex, howToChange, keepKey, ownIndexOptions } from '../standard/keyed-indexes.ts';
import { drops, indexThere } from '../standard/proofs.ts';
import { ifExists, words } from '../standard/words.ts';
import { writeName, writeTable } from '../write.ts';

/** https://mariadb.com/docs/server/reference/sql-statements/data-definition/create/create-index */
export function refuseExpressions({ name, keys }: Index): void {
  if (!keys.some((key) => 'expression' in key)) return;
  refuse(
    `MariaDB has no indexes of expressions, and '${name}' has one`,
    'Add a column with { generated: sql`…` } and index that.',
  );
}

/** Before version 10.8 the server reads DESC over: the index is in ascending order, and is read backwards. */
export function createIndex(op: CreateIndex, context: LoweringContext): readonly Lowered[] {
  refuseExpressions(op.index);
  return createKeyedIndex(op, context);
}

/**
 * DROP INDEX takes no ALGORITHM and no LOCK here, ALTER TABLE does:
 * https://mariadb.com/docs/server/reference/sql-statements/data-definition/drop/drop-index
 */
export function dropIndex(op: DropIndex, { dialect, schema }: LoweringContext): readonly Lowered[] {
  keepKey(op, schema);
  const how = howToChange(ownIndexOptions(op.on, dialect));
  const [table, name] = [writeTable(dialect, op.table), writeName(dialect, op.name)];
  const statement =
    how.length === 0
      ? words('DROP INDEX', ifExists(op), name, 'ON', table)
      : [`ALTER TABLE ${table} ${words('DROP INDEX', ifExists(op), name)}`, ...how].join(', ');
  return [drops(schemaStatement(statement), indexThere(op.table, op.name), dialect)];
}
