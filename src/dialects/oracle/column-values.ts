import type { Collation, Column, Default } from '../../schema/table.ts';
import { generatedFrom } from '../../schema/uses.ts';
import { isFragment } from '../../sql/fragment.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { needs } from '../server.ts';
import { ownCollation } from '../standard/collation.ts';
import { writeFragment, writeValue } from '../write.ts';
import { identityWords } from './identity.ts';
import { isLob } from './keys.ts';

/** Where a column's values come from, if not from INSERT alone: it has one of the three. */
export const valueWords = (column: Column, dialect: Dialect): readonly string[] => [
  ...identityWords(column, dialect),
  ...generatedWords(column, dialect),
  ...(column.default === undefined ? [] : [`DEFAULT ${writeDefault(column.default, column.type, dialect)}`]),
];

/** A default may take a sequence's next number from 12.1 on. */
export function writeDefault(value: Default, type: ColumnType | undefined, dialect: Dialect): string {
  const takesNumber = isFragment(value) && value.sql.some((part) => typeof part === 'object' && 'nextValue' in part);
  if (takesNumber) needs(dialect, 'a default from a sequence', 12, 1);
  return writeValue(dialect, value, type);
}

/**
 * A virtual column is computed when it is read; one that is kept, MATERIALIZED, came with 23.7. Neither is a LOB:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-TABLE.html (virtual_column_definition)
 */
export function generatedWords({ name, type, generated }: Column, dialect: Dialect): readonly string[] {
  if (!generated) return [];
  if (isLob(type)) {
    refuse(
      `the generated column '${name}' is of type ${type.type}, and Oracle computes no LOB`,
      type.type === 'binary' ? 'Give the type a length: types.binary(n).' : 'Use types.string(n) for the column.',
    );
  }
  if (generated.stored) needs(dialect, 'a generated column that is stored', 23, 7);
  const expression = writeFragment(dialect, generated.expression);
  return [`GENERATED ALWAYS AS (${expression}) ${generated.stored ? 'MATERIALIZED' : 'VIRTUAL'}`];
}

/**
 * A table has one identity column (ORA-30669), and no virtual column is computed from another (ORA-54012):
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-TABLE.html
 */
export function refuseTogether(columns: readonly Column[]): void {
  const [, second] = columns.filter(({ identity }) => identity);
  if (second) {
    refuse(
      `'${second.name}' is the second identity column of its table, and Oracle has one`,
      "Give one of them a default from a sequence: { default: nextValue('…') }.",
    );
  }
  for (const { name } of columns.filter(({ generated }) => generated)) {
    const nested = columns.find((each) => each.name !== name && generatedFrom(each, name));
    if (!nested) continue;
    refuse(
      `'${nested.name}' is computed from '${name}', which is computed itself`,
      `Write the expression of '${name}' out in that of '${nested.name}'.`,
    );
  }
}

/**
 * A collation needs 12.2 with COMPATIBLE at 12.2 and MAX_STRING_SIZE = EXTENDED (ORA-43929 elsewhere), and a CLOB takes
 * none but the default:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/nlspg/linguistic-sorting-and-matching.html
 */
export function collationWords(
  name: string,
  type: ColumnType,
  collation: Collation | undefined,
  dialect: Dialect,
): readonly string[] {
  const chosen = ownCollation(collation, dialect);
  if (chosen === undefined || chosen === null) return [];
  needs(dialect, 'a collation of a column', 12, 2);
  if (type.type !== 'string' && type.type !== 'enum' && type.type !== 'native') {
    refuse(
      `column '${name}' is of type ${type.type}, and Oracle has collations for VARCHAR2 alone`,
      'Use types.string(n), or leave the collation out.',
    );
  }
  return [`COLLATE ${writeCollation(chosen, dialect)}`];
}

/** In any case, and in quotes where it is no plain word (COLLATE Operator). */
const writeCollation = (collation: string, { lexicon }: Dialect): string =>
  /^[A-Za-z][A-Za-z0-9_]*$/.test(collation) ? collation : lexicon.quote(collation);

/** The collation of a column that names none, unless its table or schema has another. */
export const NO_COLLATION = 'COLLATE USING_NLS_COMP';
