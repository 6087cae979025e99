/** A type's text, as people write it and as catalogues print it, is read as the type that would be written for it. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS } from '../../src/dialects/index.ts';
import { readType } from '../../src/dialects/read-type.ts';
import { writeType } from '../../src/dialects/write.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { type ColumnType, types } from '../../src/sql/types.ts';
import { READ_TYPES } from './read-types.ts';

const PORTABLE: readonly ColumnType[] = [
  types.smallint(), types.integer(), types.bigint(), types.string(1), types.string(255), types.text(), types.boolean(),
  ...[1, 5, 7, 10, 19, 30].map((precision) => types.numeric(precision)), types.numeric(12, 2), types.numeric(30, 30),
  types.float(), types.double(), types.date(), types.time(), types.timestamp(), types.timestamp({ zone: true }),
  types.interval(), types.uuid(), types.json(), types.binary(), types.binary(1), types.binary(16), types.binary(200),
];

const has = (dialect: DialectName, { type }: ColumnType): boolean => typeof DIALECTS[dialect].types[type] === 'function';

/** A type whose text another type has as well, or that the database keeps as another. */
const ONE_OF_TWO: { readonly [D in DialectName]: (type: ColumnType) => boolean } = {
  postgresql: (type) => type.type === 'binary' && type.length !== undefined,
  mysql: () => false,
  mariadb: () => false,
  mssql: ({ type }) => type === 'json',
  oracle: (type) =>
    type.type === 'json' ||
    (type.type === 'binary' && type.length === 16) ||
    (type.type === 'numeric' && type.scale === 0 && [1, 5, 10, 19].includes(type.precision)),
  sqlite: (type) => type.type === 'json' || (type.type === 'binary' && type.length !== undefined),
};

const test = suite('reading types');
for (const dialect of DIALECT_NAMES) {
  const write = (type: ColumnType): string => writeType(DIALECTS[dialect], type);
  test(`${dialect}: what is written for a type is read as the type`, () => {
    for (const type of PORTABLE.filter((each) => has(dialect, each))) {
      const text = write(type);
      if (!ONE_OF_TWO[dialect](type)) assert.equal(readType(text, dialect), type, text);
      // NUMBER(10, 0) comes back as NUMBER(10).
      assert.is(write(readType(text, dialect)), text.replace(/^NUMBER\((1|5|10|19), 0\)$/, 'NUMBER($1)'), text);
    }
  });
  test(`${dialect}: the spellings of hand-written SQL and of the catalogue`, () => {
    for (const [texts, expected] of READ_TYPES[dialect]) {
      const type = typeof expected === 'string' ? types.native(expected) : expected;
      for (const text of texts.split(' | ')) assert.equal(readType(text, dialect), type, text);
      assert.equal(readType(write(type), dialect), type, `${texts}, again`);
    }
  });
}
test.run();
