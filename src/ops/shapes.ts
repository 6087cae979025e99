import * as v from 'valibot';
import type { Place } from '../diagnostics.ts';
import type { Securable } from '../schema/grant.ts';
import type { ObjectName } from '../schema/name.ts';
import type { SequenceOptions } from '../schema/object.ts';
import type {
  Collation, Column, ColumnOptions, Default, Generated, Identity, MysqlColumnOptions,
} from '../schema/table.ts';
import { DIALECT_NAMES, type DialectName, type PerDialect } from '../sql/dialect-name.ts';
import type { AddColumnOptions } from './add-column.ts';
import type { OptionChanges } from './alter-column.ts';
import type { SequenceChanges } from './alter-sequence.ts';
import type { DataFile, Rows } from './bulk-insert.ts';
import type { RowCount } from './row-count.ts';
import type { Fragment, Literal, Part } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';

export type Shape<T> = v.GenericSchema<unknown, T>;

export const identifier: Shape<string> = v.pipe(
  v.string(),
  v.nonEmpty('expected a name that is not empty'),
  v.check((text) => !text.includes('\0'), 'a name cannot hold U+0000'),
);
export const columnNames: Shape<string[]> = v.pipe(v.array(identifier), v.minLength(1, 'expected at least one column'));
export const count: Shape<number> = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
export const text: Shape<string> = v.string();

export const objectName: Shape<ObjectName> = v.strictObject({ schema: v.exactOptional(identifier), name: identifier });
export const flag = v.exactOptional(v.boolean());

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

export const enumValues: Shape<string[]> = v.pipe(v.array(text), v.minLength(1, 'expected at least one value'));

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
      schema: v.exactOptional(identifier),
      values: enumValues,
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
    v.strictObject({ nextValue: objectName }),
    v.strictObject({ variable: identifier }),
    v.strictObject({ forDialect: v.lazy(() => perDialect(fragment)) }),
  ],
  'expected a part of a fragment',
);

export const defaultValue: Shape<Default> = v.union([literalShape, fragment], 'expected a literal or sql`…`');

const integer = v.pipe(v.number(), v.safeInteger());

const numbering = {
  start: v.exactOptional(integer),
  increment: v.exactOptional(v.pipe(integer, v.notValue(0))),
  minValue: v.exactOptional(integer),
  maxValue: v.exactOptional(integer),
  cycle: flag,
  cache: v.exactOptional(count),
};

const inOrder = <C extends SequenceChanges>(): v.CheckAction<C, string> => v.check(({ minValue, maxValue, start }) => {
  const [least, most] = [minValue ?? -Infinity, maxValue ?? Infinity];
  return least < most && (start === undefined || (start >= least && start <= most));
}, 'expected minValue below maxValue, and start between them');

export const sequenceOptions: Shape<SequenceOptions> = v.pipe(v.strictObject(numbering), inOrder());
/** As `sequenceOptions`, where `null` takes a bound away. */
export const sequenceChanges: Shape<SequenceChanges> = v.pipe(
  v.strictObject({ ...numbering, minValue: v.exactOptional(v.nullable(integer)), maxValue: v.exactOptional(v.nullable(integer)) }),
  inOrder(),
);
export const identityShape: Shape<Identity> = v.pipe(v.strictObject({ ...numbering, always: flag }), inOrder());

export const generatedShape: Shape<Generated> = v.strictObject({ expression: fragment, stored: flag });
export const collationShape: Shape<Collation> = v.union([identifier, perDialect(identifier)], 'expected a name, or one per dialect');

const mysqlColumn: Shape<MysqlColumnOptions> = v.strictObject({ charset: v.exactOptional(identifier), onUpdateNow: flag });

export const columnOptions: Shape<ColumnOptions> = v.strictObject({
  mysql: v.exactOptional(mysqlColumn),
  mariadb: v.exactOptional(mysqlColumn),
  oracle: v.exactOptional(v.strictObject({ onNull: flag })),
});

const mysqlChanges = v.exactOptional(
  v.strictObject({ charset: v.exactOptional(v.nullable(identifier)), onUpdateNow: v.exactOptional(v.nullable(v.boolean())) }),
);

/** As `columnOptions`, where `null` takes one away. */
export const optionChanges: Shape<OptionChanges> = v.strictObject({
  mysql: mysqlChanges,
  mariadb: mysqlChanges,
  oracle: v.exactOptional(v.strictObject({ onNull: v.exactOptional(v.nullable(v.boolean())) })),
});

export const columnShape: Shape<Column> = v.pipe(
  v.strictObject({
    name: identifier,
    type: columnType,
    nullable: v.boolean(),
    default: v.exactOptional(defaultValue),
    identity: v.exactOptional(identityShape),
    generated: v.exactOptional(generatedShape),
    collation: v.exactOptional(collationShape),
    comment: v.exactOptional(text),
    on: v.exactOptional(columnOptions),
  }),
  v.check(
    ({ default: value, identity, generated }) => [value, identity, generated].filter((each) => each !== undefined).length <= 1,
    "expected one of 'default', 'identity' and 'generated': each of them gives the column its value",
  ),
);

const position = v.exactOptional(
  v.strictObject({ position: v.exactOptional(v.union([v.literal('first'), v.strictObject({ after: identifier })])) }),
);

/** Of `addColumn` and `alterColumn`. */
export const addColumnOptions: Shape<AddColumnOptions> = v.strictObject({ mysql: position, mariadb: position });

export const privileges = v.pipe(
  v.array(
    v.picklist([
      'select', 'insert', 'update', 'delete', 'references', 'trigger', 'truncate', 'alter', 'usage', 'execute', 'all',
    ]),
  ),
  v.minLength(1, 'expected at least one privilege'),
);

export const securable: Shape<Securable> = v.variant('kind', [
  v.strictObject({ kind: v.literal('table'), name: objectName, columns: v.exactOptional(columnNames) }),
  v.strictObject({ kind: v.picklist(['sequence', 'schema']), name: objectName }),
  v.strictObject({ kind: v.picklist(['function', 'procedure']), name: objectName, signature: v.exactOptional(fragment) }),
]);

export const grantees = v.pipe(
  v.array(v.strictObject({ name: identifier, host: v.exactOptional(v.string()) })),
  v.minLength(1, 'expected at least one role or user'),
);

const rowsCounted = v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));

export const rowCount: Shape<RowCount> = v.pipe(
  v.strictObject({ atLeast: rowsCounted, atMost: rowsCounted }),
  v.check(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, 'expected a number of rows'),
  v.check(({ atLeast = 0, atMost = Infinity }) => atLeast <= atMost, "expected 'atLeast' not above 'atMost'"),
);

/** What a script says when it stops: it becomes an error's text, or a name, so that it is one line. */
export const messageLine: Shape<string> = v.pipe(
  v.string(),
  v.nonEmpty('expected a message that is not empty'),
  v.maxLength(500, 'expected a message of at most 500 characters'),
  v.check((message) => !/[\p{Cc}\u2028\u2029]/u.test(message) && message === message.trim(), 'expected a message of one line, without blanks around it'),
);

/** The fields of the ops that change rows. */
export const rowChangeFields = { expect: v.exactOptional(rowCount), reverse: v.exactOptional(fragment) };

export const columnTypes: Shape<{ readonly [column: string]: ColumnType }> = v.record(v.string(), columnType);

const dataFile: Shape<DataFile> = v.strictObject({
  file: v.pipe(text, v.nonEmpty('expected the path of a file')),
  format: v.picklist(['csv', 'json', 'jsonl'], "expected 'csv', 'json' or 'jsonl'"),
  null: v.exactOptional(text),
});

/** Rows are many: the usual cells are recognised before the general shape is asked. */
const isRows = (value: unknown): boolean =>
  Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every(isCell));

function isCell(cell: unknown): boolean {
  return typeof cell === 'string' || typeof cell === 'number' || v.is(defaultValue, cell);
}

export const rowsShape: Shape<Rows> = v.lazy((value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? dataFile
    : v.custom<Rows>(isRows, 'expected rows of literals or sql`…` fragments, or fromFile(…)'),
);

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
