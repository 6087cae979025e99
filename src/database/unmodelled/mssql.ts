import { schemaList } from '../introspect/mssql/scope.ts';
import type { Scope } from '../introspect/row.ts';
import type { Kind } from './kind.ts';

const inSchema = (view: string, name: string): string => `sys.${view} ${name} JOIN sys.schemas s ON s.schema_id = ${name}.schema_id`;
const ofTable = (view: string, key: string): string => `sys.${view} x JOIN ${inSchema('objects', 'o')} ON o.object_id = x.${key}`;

const OBJECTS = `CASE RTRIM(o.type) WHEN 'SN' THEN 'synonym' WHEN 'SQ' THEN 'queue' WHEN 'ET' THEN 'external table' WHEN 'R' THEN 'rule'
  WHEN 'D' THEN 'default' WHEN 'SP' THEN 'security policy' ELSE 'assembly module' END`;

/** https://learn.microsoft.com/sql/relational-databases/system-catalog-views/catalog-views-transact-sql */
const IN_SCHEMAS: readonly Kind[] = [
  {
    kind: OBJECTS, name: 'o.name', from: inSchema('objects', 'o'),
    where: "o.is_ms_shipped = 0 AND (o.type IN ('SN', 'SQ', 'ET', 'R', 'SP', 'AF', 'FS', 'FT', 'PC', 'TA') OR o.type = 'D' AND o.parent_object_id = 0)",
  },
  { kind: "CASE WHEN t.is_table_type = 1 THEN 'table type' ELSE 'alias type' END", name: 't.name', from: inSchema('types', 't'), where: 't.is_user_defined = 1' },
  { kind: "'XML schema collection'", name: 'x.name', from: inSchema('xml_schema_collections', 'x'), where: "s.name <> 'sys'" },
  { kind: "'system versioning'", name: 't.name', from: inSchema('tables', 't'), where: 't.temporal_type = 2' },
  { kind: "'memory-optimized storage'", name: 't.name', from: inSchema('tables', 't'), where: 't.is_memory_optimized = 1' },
  {
    kind: "'partitions'", name: 'o.name', from: `${ofTable('indexes', 'object_id')} JOIN sys.data_spaces d ON d.data_space_id = x.data_space_id`,
    where: "d.type = 'PS' AND x.index_id IN (0, 1) AND o.type = 'U'",
  },
  {
    kind: "'index'", name: 'x.name', of: 'o.name', from: ofTable('indexes', 'object_id'),
    where: "o.is_ms_shipped = 0 AND x.index_id > 0 AND (x.type IN (3, 4, 5, 7) OR o.type = 'V')",
  },
  { kind: "'state of index'", name: 'x.name', of: 'o.name', from: ofTable('indexes', 'object_id'), where: 'o.is_ms_shipped = 0 AND x.is_disabled = 1' },
  { kind: "'state of trigger'", name: 'x.name', of: 'o.name', from: ofTable('triggers', 'parent_id'), where: 'x.is_ms_shipped = 0 AND x.is_disabled = 1' },
  { kind: "'state of constraint'", name: 'x.name', of: 'o.name', from: ofTable('check_constraints', 'parent_object_id'), where: 'x.is_disabled = 1' },
  { kind: "'state of constraint'", name: 'x.name', of: 'o.name', from: ofTable('foreign_keys', 'parent_object_id'), where: 'x.is_disabled = 1' },
  { kind: "'sparse column'", name: 'x.name', of: 'o.name', from: ofTable('columns', 'object_id'), where: 'o.is_ms_shipped = 0 AND x.is_sparse = 1' },
  { kind: "'full-text index'", name: 'o.name', from: ofTable('fulltext_indexes', 'object_id'), where: '1 = 1' },
  { kind: "'statistics'", name: 'x.name', of: 'o.name', from: ofTable('stats', 'object_id'), where: 'o.is_ms_shipped = 0 AND x.user_created = 1' },
  {
    kind: "'encrypted module'", name: 'o.name', from: ofTable('sql_modules', 'object_id'), where: 'o.is_ms_shipped = 0 AND x.definition IS NULL',
    isHidden: true,
  },
];

/** Of the whole database. */
const ELSEWHERE: readonly Kind[] = [
  { kind: "'assembly'", name: 'a.name', from: 'sys.assemblies a', where: 'a.is_user_defined = 1' },
  { kind: "'database trigger'", name: 't.name', from: 'sys.triggers t', where: 't.parent_class = 0 AND t.is_ms_shipped = 0' },
];

export const mssql = (scope: Scope): string =>
  `${[...IN_SCHEMAS.map((kind) => part(kind, scope)), ...ELSEWHERE.map((kind) => part(kind))].join('\nUNION ALL\n')}
ORDER BY [kind], [schema], [of], [name]`;

/** Names of the catalogue have its collation, texts that of the database: https://learn.microsoft.com/sql/t-sql/statements/collations */
const part = ({ kind, name, of = 'NULL', from, where, isHidden }: Kind, scope?: Scope): string =>
  `SELECT ${kind} AS [kind], ${scope ? text('s.name') : text('NULL')} AS [schema], ${text(name)} AS [name], ${text(of)} AS [of], ${isHidden ? 1 : 0} AS [hidden]
FROM ${from} WHERE ${scope ? `s.name IN (${schemaList(scope)}) AND (${where})` : where}`;

const text = (value: string): string => `CAST(${value} AS nvarchar(256)) COLLATE DATABASE_DEFAULT`;
