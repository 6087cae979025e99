import type { Column, Default, Generated } from '../../schema/table.ts';
import { isFragment } from '../../sql/fragment.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { needs } from '../server.ts';
import { type CanNumber, checkedIdentity, isWholeNumber } from '../standard/identity.ts';
import { words } from '../standard/words.ts';
import { writeFragment, writeLiteral, writeName, writeType } from '../write.ts';
import { collate } from './collation.ts';
import { strictType } from './strict-types.ts';

export const columnDefinition = (column: Column, dialect: Dialect): string => columnText(column, dialect, false);

/** `name TYPE [COLLATE …] [DEFAULT …] [NOT NULL] [CHECK …]`; a comment is left out, since SQLite keeps none. */
export function columnText(column: Column, dialect: Dialect, strict: boolean): string {
  const { name, type, nullable, default: value, generated, collation } = column;
  const identity = checkedIdentity(column, canNumber);
  const typeName = strict ? strictType(type) : writeType(dialect, type);
  return words(
    writeName(dialect, name),
    // Exactly this type name makes the key the rowid: https://www.sqlite.org/lang_createtable.html#rowid
    identity ? 'INTEGER' : typeName,
    collate(collation, dialect),
    generated && generatedText(generated, dialect),
    value !== undefined && `DEFAULT ${defaultText(value, type, dialect)}`,
    !nullable && 'NOT NULL',
    type.type === 'enum' && enumCheck(name, type, dialect),
  );
}

const canNumber: CanNumber = (type) => isWholeNumber(type) || type.type === 'native';

/** VIRTUAL where nothing is said: https://www.sqlite.org/gencol.html */
function generatedText({ expression, stored }: Generated, dialect: Dialect): string {
  needs(dialect, 'a generated column', 3, 31);
  return words(
    `GENERATED ALWAYS AS (${writeFragment(dialect, expression)})`,
    stored !== undefined && (stored ? 'STORED' : 'VIRTUAL'),
  );
}

function enumCheck(column: string, { name, values }: ColumnType & { type: 'enum' }, dialect: Dialect): string {
  const list = values.map((value) => writeLiteral(dialect, value)).join(', ');
  return `CONSTRAINT ${writeName(dialect, name)} CHECK (${writeName(dialect, column)} IN (${list}))`;
}

/** An expression stands in parentheses, but for three words: https://www.sqlite.org/lang_createtable.html#dfltval */
export function defaultText(value: Default, type: ColumnType, dialect: Dialect): string {
  if (!isFragment(value)) return writeLiteral(dialect, value, type);
  const expression = writeFragment(dialect, value);
  const [only] = value.sql;
  const stands = value.sql.length === 1 && typeof only === 'object' && 'call' in only;
  return stands ? expression : `(${expression})`;
}

/** Only the rowid numbers itself, and only an INTEGER PRIMARY KEY is one: https://www.sqlite.org/autoinc.html */
export function checkIdentity({ name, identity }: Column, key: readonly string[], withoutRowid: boolean): void {
  if (!identity) return;
  if (withoutRowid) {
    refuse(
      `the identity column '${name}' is in a table without rowid, whose rows SQLite does not number`,
      "Leave 'withoutRowid' out, or identity.",
    );
  }
  if (key.length !== 1 || key[0] !== name) {
    refuse(
      `the identity column '${name}' is not the whole primary key, and SQLite numbers no other`,
      `Make it the key with primaryKey(['${name}']), or leave identity out for sqlite with forDialect(…).`,
    );
  }
  const { always, start = 1, increment = 1, cycle, minValue, maxValue, cache } = identity;
  const others = [minValue, maxValue, cache].some((each) => each !== undefined);
  if (always || start !== 1 || increment !== 1 || cycle || others) {
    refuse(
      `SQLite numbers '${name}' from 1 by 1, and an INSERT may give its own number`,
      'Use identity: true without always, start, increment and other options, ' +
        'or another definition for sqlite with forDialect(…).',
    );
  }
}
