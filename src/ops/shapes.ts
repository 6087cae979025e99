import * as v from 'valibot';
import type { Place } from '../diagnostics.ts';
import type { Constraint } from '../schema/constraint.ts';
import type { Column, Default, Identity, TableName } from '../schema/table.ts';
import type { IndexKey, IndexOptions } from '../schema/table-index.ts';
import { DIALECT_NAMES, type DialectName, type PerDialect } from '../sql/dialect-name.ts';
import type { Fragment, Literal, Part } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';

type Shape<T> = v.GenericSchema<unknown, T>;

export const identifier: Shape<string> = v.pipe(
  v.string(),
  v.nonEmpty('expected a name that is not empty'),
  v.check((text) => !text.includes('\0'), 'a name cannot hold U+0000'),
);
export const columnNames: Shape<string[]> = v.pipe(v.array(identifier), v.minLength(1, 'expected at least one column'));
const count: Shape<number> = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const text: Shape<string> = v.string();

export const tableName: Shape<TableName> = v.strictObject({ schema: v.exactOptional(identifier), name: identifier });

export const perDialect = <T>(shape: Shape<T>): Shape<PerDialect<T>> =>
  v.strictObject(
    Object.fromEntries([...DIALECT_NAMES, 'default'].map((name) => [name, v.exactOptional(shape)])) as unknown as {
      [D in DialectName | 'default']: v.ExactOptionalSchema<Shape<T>, undefined>;
    },
  ) as unknown as Shape<PerDialect<T>>;

const literalShape: Shape<Literal> = v.union(
  [
    v.null(),
    v.boolean(),
    v.number(),
    v.string(),
    v.strictObject({ bigint: v.pipe(v.string(), v.regex(/^-?\d+$/)) }),
    v.strictObject({ bytes: v.pipe(v.string(), v.regex(/^([0-9a-f]{2})*$/)) }),
    v.strictObject({ json: v.unknown() }),
  ],
  'expected null, a boolean, a number, a text, bytes or json(…)',
);

export const columnType: Shape<ColumnType> = v.variant(
  'type',
  [
    v.strictObject({
      type: v.picklist([
        'smallint', 'integer', 'bigint', 'text', 'boolean', 'float', 'double',
        'date', 'time', 'interval', 'uuid', 'json',
      ]),
    }),
    v.strictObject({ type: v.literal('string'), length: count }),
    v.strictObject({
      type: v.literal('numeric'),
      precision: count,
      scale: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    }),
    v.strictObject({ type: v.literal('timestamp'), zone: v.boolean() }),
    v.strictObject({ type: v.literal('binary'), length: v.exactOptional(count) }),
    v.strictObject({
      type: v.literal('enum'),
      name: identifier,
      values: v.pipe(v.array(text), v.minLength(1, 'expected at least one value')),
    }),
    v.strictObject({ type: v.literal('native'), sql: v.union([text, perDialect(text)]) }),
  ],
  (issue) => `expected one of types.…(), got ${issue.received}`,
) as unknown as Shape<ColumnType>;

export const fragment: Shape<Fragment> = v.strictObject(
  { sql: v.array(v.lazy(() => part)) },
  'expected a fragment: sql`…`, name(), literal(), raw()',
);

const part: Shape<Part> = v.union(
  [
    text,
    v.strictObject({ name: v.pipe(v.array(identifier), v.minLength(1)) }),
    v.strictObject({ literal: literalShape, as: v.exactOptional(columnType) }),
    v.strictObject({ type: columnType }),
    v.strictObject({ call: v.picklist(['now', 'today', 'uuid']) }),
    v.strictObject({ forDialect: v.lazy(() => perDialect(fragment)) }),
  ],
  'expected a part of a fragment',
);

export const defaultValue: Shape<Default> = v.union([literalShape, fragment], 'expected a literal or sql`…`');

export const identityShape: Shape<Identity> = v.strictObject({
  always: v.exactOptional(v.boolean()),
  start: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
  increment: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.notValue(0))),
});

export const columnShape: Shape<Column> = v.strictObject({
  name: identifier,
  type: columnType,
  nullable: v.boolean(),
  default: v.exactOptional(defaultValue),
  identity: v.exactOptional(identityShape),
  comment: v.exactOptional(text),
});

const constraintName = v.exactOptional(identifier);
const action = v.exactOptional(v.picklist(['cascade', 'restrict', 'setNull', 'setDefault', 'noAction']));

const primaryKey = v.strictObject({ kind: v.literal('primaryKey'), name: constraintName, columns: columnNames });
const unique = v.strictObject({ kind: v.literal('unique'), name: constraintName, columns: columnNames });
const foreignKey = v.pipe(
  v.strictObject({
    kind: v.literal('foreignKey'),
    name: constraintName,
    columns: columnNames,
    references: v.strictObject({ table: tableName, columns: columnNames }),
    onDelete: action,
    onUpdate: action,
  }),
  v.check(
    ({ columns, references }) => columns.length === references.columns.length,
    'a foreign key has as many columns as it references',
  ),
);
const check = v.strictObject({ kind: v.literal('check'), name: constraintName, expression: fragment });

export const constraint: Shape<Constraint> = v.variant('kind', [primaryKey, unique, foreignKey, check]);

const order = v.exactOptional(v.picklist(['asc', 'desc']));

export const indexKey: Shape<IndexKey> = v.union(
  [v.strictObject({ column: identifier, order }), v.strictObject({ expression: fragment, order })],
  'expected a column name, a fragment, asc(…) or desc(…)',
);

export const indexOptions: Shape<IndexOptions> = v.strictObject({
  postgresql: v.exactOptional(
    v.strictObject({
      concurrently: v.exactOptional(v.boolean()),
      using: v.exactOptional(v.picklist(['btree', 'hash', 'gin', 'gist', 'spgist', 'brin'])),
    }),
  ),
});

const place: Shape<Place> = v.strictObject({
  file: v.string(),
  line: v.exactOptional(v.number()),
  column: v.exactOptional(v.number()),
});

/** The fields of every op: spread into each op's shape. */
export const baseFields = {
  origin: v.exactOptional(place),
  transactional: v.exactOptional(v.literal(false)),
};
