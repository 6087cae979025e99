import type { CreateIndex } from '../../ops/create-index.ts';
import { type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import * as standard from '../standard/indexes.ts';
import { refusePartialIndex } from '../standard/no-partial-index.ts';

/** https://mariadb.com/docs/server/reference/sql-statements/data-definition/create/create-index */
export function createIndex(op: CreateIndex, context: LoweringContext): readonly Lowered[] {
  const { index } = op;
  refusePartialIndex(index, context.dialect);
  if (index.keys.some((key) => 'expression' in key)) {
    refuse(
      `MariaDB has no indexes of expressions, and '${index.name}' has one`,
      "Add a generated column with execute('ALTER TABLE … ADD COLUMN … AS (…) VIRTUAL') and index that.",
    );
  }
  return standard.createIndex(op, context);
}
