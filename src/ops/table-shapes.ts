import * as v from 'valibot';
import type { Constraint, Deferrability } from '../schema/constraint.ts';
import type { MysqlTableOptions, TableOptions } from '../schema/table.ts';
import type { TableOptionChanges } from './set-table-options.ts';
import type { Index, IndexKey, IndexKeyOptions, IndexOptions, MysqlIndexOptions } from '../schema/table-index.ts';
import { type Shape, identifier, columnNames, flag, objectName, fragment, collationShape, text, count } from './shapes.ts';

const parameter = v.union([text, v.number(), v.boolean()]);
const parameterName = text as v.GenericSchema<string, string>;
const parameters = v.record(parameterName, parameter);

const mysqlTable: Shape<MysqlTableOptions> = v.strictObject({
  engine: v.exactOptional(identifier),
  charset: v.exactOptional(identifier),
  collation: v.exactOptional(identifier),
  rowFormat: v.exactOptional(v.picklist(['default', 'dynamic', 'fixed', 'compressed', 'redundant', 'compact'])),
});

const postgresqlTable = {
  unlogged: flag,
  with: v.exactOptional(parameters),
  tablespace: v.exactOptional(identifier),
  partitionBy: v.exactOptional(fragment),
  inherits: v.exactOptional(v.pipe(v.array(objectName), v.minLength(1, 'expected at least one table'))),
};

const otherTables = {
  mysql: v.exactOptional(mysqlTable),
  mariadb: v.exactOptional(mysqlTable),
  mssql: v.exactOptional(
    v.strictObject({
      filegroup: v.exactOptional(identifier),
      dataCompression: v.exactOptional(v.picklist(['none', 'row', 'page'])),
    }),
  ),
  oracle: v.exactOptional(
    v.strictObject({
      tablespace: v.exactOptional(identifier),
      compress: v.exactOptional(v.picklist(['basic', 'advanced', 'none'])),
    }),
  ),
  sqlite: v.exactOptional(v.strictObject({ strict: flag, withoutRowid: flag })),
};

export const tableOptions: Shape<TableOptions> = v.strictObject({
  postgresql: v.exactOptional(v.strictObject(postgresqlTable)),
  ...otherTables,
});

/** As `tableOptions`, where `null` takes a storage parameter back. */
export const tableOptionChanges: Shape<TableOptionChanges> = v.strictObject({
  postgresql: v.exactOptional(
    v.strictObject({ ...postgresqlTable, with: v.exactOptional(v.record(parameterName, v.nullable(parameter))) }),
  ),
  ...otherTables,
});

const constraintName = v.exactOptional(identifier);
const action = v.exactOptional(v.picklist(['cascade', 'restrict', 'setNull', 'setDefault', 'noAction']));
const deferrability = { deferrable: flag, initially: v.exactOptional(v.picklist(['deferred', 'immediate'])) };

const deferrableWhereDeferred = <C extends Deferrability>(): v.CheckAction<C, string> =>
  v.check(
    ({ deferrable, initially }) => initially !== 'deferred' || deferrable === true,
    "expected 'deferrable: true' with 'initially: deferred'",
  );

const clustered = v.exactOptional(v.strictObject({ clustered: flag }));

const primaryKey = v.pipe(
  v.strictObject({
    kind: v.literal('primaryKey'),
    name: constraintName,
    columns: columnNames,
    ...deferrability,
    on: v.exactOptional(v.strictObject({ mssql: clustered })),
  }),
  deferrableWhereDeferred(),
);
const unique = v.pipe(
  v.strictObject({
    kind: v.literal('unique'),
    name: constraintName,
    columns: columnNames,
    nullsNotDistinct: flag,
    ...deferrability,
    on: v.exactOptional(
      v.strictObject({
        postgresql: v.exactOptional(v.strictObject({ include: v.exactOptional(columnNames) })),
        mssql: clustered,
        sqlite: v.exactOptional(
          v.strictObject({
            onConflict: v.exactOptional(v.picklist(['rollback', 'abort', 'fail', 'ignore', 'replace'])),
          }),
        ),
      }),
    ),
  }),
  deferrableWhereDeferred(),
);
const foreignKey = v.pipe(
  v.strictObject({
    kind: v.literal('foreignKey'),
    name: constraintName,
    columns: columnNames,
    references: v.strictObject({ table: objectName, columns: columnNames }),
    onDelete: action,
    onUpdate: action,
    match: v.exactOptional(v.picklist(['full', 'simple'])),
    notValid: flag,
    ...deferrability,
  }),
  v.check(
    ({ columns, references }) => columns.length === references.columns.length,
    'a foreign key has as many columns as it references',
  ),
  deferrableWhereDeferred(),
);
const check = v.strictObject({ kind: v.literal('check'), name: constraintName, expression: fragment, notValid: flag });

const operated = { operator: v.pipe(text, v.regex(/^[-+*/<>=~!@#%^&|`?]+$/, 'expected an operator')), opclass: v.exactOptional(identifier) };
const exclusion = v.pipe(
  v.strictObject({
    kind: v.literal('exclusion'),
    name: constraintName,
    elements: v.pipe(
      v.array(v.union([v.strictObject({ column: identifier, ...operated }), v.strictObject({ expression: fragment, ...operated })])),
      v.minLength(1, 'expected at least one element'),
    ),
    using: v.exactOptional(identifier),
    where: v.exactOptional(fragment),
    ...deferrability,
  }),
  deferrableWhereDeferred(),
);

export const constraint: Shape<Constraint> = v.variant('kind', [primaryKey, unique, foreignKey, check, exclusion]);
export const constraintKind = v.picklist(['primaryKey', 'unique', 'foreignKey', 'check', 'exclusion']);

const keyLength = v.exactOptional(v.strictObject({ length: v.exactOptional(count) }));
const keyOptions: Shape<IndexKeyOptions> = v.strictObject({
  postgresql: v.exactOptional(v.strictObject({ opclass: v.exactOptional(identifier) })),
  mysql: keyLength,
  mariadb: keyLength,
});
const keyFields = {
  order: v.exactOptional(v.picklist(['asc', 'desc'])),
  nulls: v.exactOptional(v.picklist(['first', 'last'])),
  collation: v.exactOptional(collationShape),
  on: v.exactOptional(keyOptions),
};

export const indexKey: Shape<IndexKey> = v.union(
  [v.strictObject({ column: identifier, ...keyFields }), v.strictObject({ expression: fragment, ...keyFields })],
  'expected a column name, a fragment, asc(…) or desc(…)',
);

const mysqlIndex: Shape<MysqlIndexOptions> = v.strictObject({
  kind: v.exactOptional(v.picklist(['fulltext', 'spatial'])),
  using: v.exactOptional(v.picklist(['btree', 'hash'])),
  parser: v.exactOptional(identifier),
  algorithm: v.exactOptional(v.picklist(['inplace', 'copy'])),
  lock: v.exactOptional(v.picklist(['none', 'shared', 'exclusive'])),
});

export const indexOptions: Shape<IndexOptions> = v.strictObject({
  postgresql: v.exactOptional(
    v.strictObject({
      concurrently: flag,
      using: v.exactOptional(v.picklist(['btree', 'hash', 'gin', 'gist', 'spgist', 'brin'])),
      with: v.exactOptional(parameters),
      tablespace: v.exactOptional(identifier),
    }),
  ),
  mysql: v.exactOptional(mysqlIndex),
  mariadb: v.exactOptional(mysqlIndex),
  mssql: v.exactOptional(
    v.strictObject({
      clustered: flag,
      columnstore: flag,
      online: flag,
      fillfactor: v.exactOptional(v.pipe(count, v.maxValue(100))),
      filegroup: v.exactOptional(identifier),
    }),
  ),
  oracle: v.exactOptional(
    v.strictObject({
      bitmap: flag,
      online: flag,
      compress: v.exactOptional(v.union([v.boolean(), count])),
      tablespace: v.exactOptional(identifier),
    }),
  ),
});

/** A name may be missing until the naming convention gives it. */
export const indexShape = v.pipe(
  v.strictObject({
    name: v.exactOptional(identifier),
    keys: v.pipe(v.array(indexKey), v.minLength(1, 'expected at least one column')),
    unique: v.boolean(),
    where: v.exactOptional(fragment),
    include: v.exactOptional(columnNames),
    nullsNotDistinct: flag,
    on: v.exactOptional(indexOptions),
  }),
  v.check(({ unique, nullsNotDistinct }) => unique || !nullsNotDistinct, "expected 'unique: true' with 'nullsNotDistinct'"),
) as unknown as Shape<Index>;
