/** Stands around each name in the SQL that the guest gives: no name holds it. */
export const NAME_MARK = '\u0001';

/**
 * The module that is evaluated in place of the schema's own, which it imports: it exports what drizzle-orm's own
 * `getTableConfig` says of the tables, as plain data.
 *
 * @param core the module that defines the tables
 * @param modules the schema's modules, relative to the first of them
 */
export const guestModule = (core: string, modules: readonly string[]): string => String.raw`
import * as core from ${JSON.stringify(core)};
import { Column, SQL, Table, View, is } from 'drizzle-orm';
${modules.map((module, index) => `import * as module${index} from ${JSON.stringify(module)};`).join('\n')}
const modules = [${modules.map((_, index) => `module${index}`).join(', ')}];

const { PgDialect, MySqlDialect, MsSqlDialect, SQLiteSyncDialect, SQLiteDialect } = core;
const Dialect = PgDialect ?? MySqlDialect ?? MsSqlDialect ?? SQLiteSyncDialect ?? SQLiteDialect;
const escapeName = (name) => '\u0001' + name + '\u0001';
const dialect = Object.assign(new Dialect(), { escapeName });
const toText = (query, source) => dialect.sqlToQuery(query.inlineParams(), source).sql;
/** As drizzle-kit asks for it: the columns of the table without its name. */
const expression = (query) => query && toText(query, 'indexes');

/** A name that was given; drizzle-orm fills in others. */
const given = (name, derived) => (name && name !== derived ? name : undefined);
const uniqueName = (table, columns) => table + '_' + columns.join('_') + '_unique';
const namesOf = (columns) => columns.map(({ name }) => name);
const tableName = (table) => ({ schema: table[Table.Symbol.Schema], name: table[Table.Symbol.Name] });

const toDefault = (column) => {
  const value = column.default;
  if (value === undefined) return undefined;
  if (is(value, SQL)) return { expression: expression(value) };
  if (/json/.test(column.dataType)) return { value: { json: value } };
  let mapped = column.mapToDriverValue(value);
  if (Array.isArray(mapped) && core.makePgArray) mapped = core.makePgArray(mapped);
  if (mapped instanceof Date) mapped = mapped.toISOString();
  if (typeof mapped === 'bigint') return { value: { bigint: String(mapped) } };
  return mapped === null || ['string', 'number', 'boolean'].includes(typeof mapped) ? { value: mapped } : { unknown: true };
};

const toGenerated = ({ generated }) => {
  if (!generated) return undefined;
  const { as, mode } = generated;
  const value = typeof as === 'function' ? as() : as;
  return { expression: is(value, SQL) ? expression(value) : String(value), stored: mode !== 'virtual' };
};

const toIdentity = ({ generatedIdentity, identity, autoIncrement }) => {
  if (generatedIdentity) return { always: generatedIdentity.type === 'always', ...generatedIdentity.sequenceOptions };
  if (identity) return { startWith: identity.seed, increment: identity.increment };
  return autoIncrement ? {} : undefined;
};

/** PostgreSQL has a type of its own for each list, MySQL the list in the column. */
const toEnum = (column) => {
  if (column.getSQLType().startsWith('enum(')) return { name: column.name, values: column.enumValues };
  const isArray = column.dimensions > 0;
  return column.enum && !isArray ? { schema: column.enum.schema, name: column.enum.enumName, values: column.enum.enumValues } : undefined;
};

const toColumn = (column, table) => ({
  name: column.name,
  type: column.getSQLType(),
  dimensions: column.dimensions,
  notNull: column.notNull,
  primary: column.primary,
  unique: column.isUnique
    ? { name: given(column.uniqueName, uniqueName(table, [column.name])), nullsNotDistinct: column.uniqueType === 'not distinct' }
    : undefined,
  default: toDefault(column),
  generated: toGenerated(column),
  identity: toIdentity(column),
  enum: toEnum(column),
  onUpdateNow: column.hasOnUpdateNow,
});

const toIndexKey = (key) =>
  is(key, SQL) ? { expression: expression(key) } : { column: key.name, ...key.indexConfig };

const toIndex = ({ config: { name, columns, unique, where, method, using, with: parameters, concurrently, algorithm, lock } }) => ({
  name, unique, keys: columns.map(toIndexKey), where: expression(where), using: method ?? using, parameters, concurrently, algorithm, lock,
});

const toForeignKey = (key) => {
  const { name, columns, foreignTable, foreignColumns } = key.reference();
  const { onDelete, onUpdate } = key;
  return { name, columns: namesOf(columns), table: tableName(foreignTable), foreignColumns: namesOf(foreignColumns), onDelete, onUpdate };
};

const toTable = (table) => {
  const config = core.getTableConfig(table);
  return {
    kind: 'table',
    ...tableName(table),
    columns: config.columns.map((column) => toColumn(column, config.name)),
    primaryKeys: config.primaryKeys.map(({ name, columns }) => ({ name, columns: namesOf(columns) })),
    uniques: config.uniqueConstraints.map(({ name, columns, nullsNotDistinct }) => ({
      name: given(name, uniqueName(config.name, namesOf(columns))), columns: namesOf(columns), nullsNotDistinct,
    })),
    foreignKeys: config.foreignKeys.map(toForeignKey),
    checks: config.checks.map(({ name, value }) => ({ name, expression: expression(value) })),
    indexes: config.indexes.map(toIndex),
  };
};

const toView = (view) => {
  const { schema, name, query, isExisting } = core.getViewConfig(view);
  if (isExisting || !query) return undefined;
  const materialized = core.PgMaterializedView ? is(view, core.PgMaterializedView) : false;
  return { kind: 'view', schema, name, query: toText(query), materialized };
};

const SchemaClass = core.PgSchema ?? core.MySqlSchema ?? core.MsSqlSchema;
const toDefinition = (value) => {
  if (is(value, Table)) return toTable(value);
  if (is(value, View)) return toView(value);
  if (core.isPgEnum?.(value)) return { kind: 'enum', schema: value.schema, name: value.enumName, values: value.enumValues };
  if (core.isPgSequence?.(value)) return { kind: 'sequence', schema: value.schema, name: value.seqName, ...value.seqOptions };
  return SchemaClass && is(value, SchemaClass) ? { kind: 'schema', name: value.schemaName } : undefined;
};

const seen = new Set();
export default modules.flatMap((exported, module) =>
  Object.entries(exported).flatMap(([name, value]) => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return [];
    seen.add(value);
    try {
      const definition = toDefinition(value);
      return definition ? [{ module, export: name, definition }] : [];
    } catch (error) {
      return [{ module, export: name, failed: String(error) }];
    }
  }),
);
`;
