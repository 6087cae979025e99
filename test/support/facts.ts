/**
 * What a database holds, as lines that a schema model gives as well: read by small queries of the catalogue, not by
 * anything of migsql. Where a database does not tell a fact (SQLite: comments, the names of keys), both leave it out.
 */
import type { Constraint, ForeignKey } from '../../src/schema/constraint.ts';
import type { SchemaModel } from '../../src/schema/model.ts';
import type { Column, Table } from '../../src/schema/table.ts';
import type { Index } from '../../src/schema/table-index.ts';
import type { ColumnType } from '../../src/sql/types.ts';

export type FactEngine = 'postgresql' | 'sqlite';

/** Queries of one text column each. */
export const FACT_QUERIES: { readonly [E in FactEngine]: readonly string[] } = {
  postgresql: [
    `SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
       || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
       || CASE WHEN a.attgenerated <> '' THEN ' generated' WHEN a.attidentity <> '' THEN ' identity'
               WHEN a.atthasdef THEN ' default' ELSE '' END
       || coalesce(' comment ' || col_description(c.oid, a.attnum), '')
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
    `SELECT 'table ' || relname || coalesce(' comment ' || obj_description(oid, 'pg_class'), '')
     FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    `SELECT 'constraint ' || conname || ' ' || contype::text || ' on ' || conrelid::regclass::text
       || CASE WHEN contype = 'c' THEN '' ELSE ' (' || (SELECT string_agg(attname, ', ' ORDER BY n) FROM unnest(conkey) WITH ORDINALITY k(num, n)
            JOIN pg_attribute ON attrelid = conrelid AND attnum = num) || ')' END
       || CASE WHEN contype = 'f' THEN ' to ' || confrelid::regclass::text || ' ' || confdeltype::text || confupdtype::text ELSE '' END
       || CASE WHEN condeferrable THEN ' deferrable' ELSE '' END || CASE WHEN convalidated THEN '' ELSE ' not valid' END
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0`,
    `SELECT 'index ' || i.indexrelid::regclass::text || ' on ' || i.indrelid::regclass::text || CASE WHEN i.indisunique THEN ' unique' ELSE '' END
       || CASE WHEN i.indpred IS NOT NULL THEN ' where' ELSE '' END || ' ('
       || (SELECT string_agg(coalesce((SELECT attname FROM pg_attribute WHERE attrelid = i.indrelid AND attnum = i.indkey[n]), 'expression')
            || CASE WHEN i.indoption[n] & 1 = 1 THEN ' desc' ELSE '' END, ', ' ORDER BY n) FROM generate_series(0, i.indnkeyatts - 1) n) || ')'
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid AND contype IN ('p', 'u', 'x'))`,
    `SELECT 'view ' || relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'`,
    `SELECT 'sequence ' || sequencename || ' ' || start_value || ' by ' || increment_by FROM pg_sequences
     WHERE schemaname = 'public' AND sequencename NOT LIKE '%\\_seq'`,
    `SELECT 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
     FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid GROUP BY t.typname`,
  ],
  sqlite: [
    `SELECT 'column ' || m.name || '.' || p.name || ' ' || p.type || CASE WHEN p."notnull" THEN ' not null' ELSE '' END
       || CASE WHEN p.hidden IN (2, 3) THEN ' generated' WHEN p.dflt_value IS NOT NULL THEN ' default' ELSE '' END
     FROM sqlite_schema m, pragma_table_xinfo(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'`,
    `SELECT 'table ' || name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`,
    `SELECT 'key of ' || m.name || ' (' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info(m.name) WHERE pk ORDER BY pk)) || ')'
     FROM sqlite_schema m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE pk)`,
    `SELECT 'unique of ' || m.name || ' (' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(l.name) ORDER BY seqno)) || ')'
     FROM sqlite_schema m, pragma_index_list(m.name) l WHERE m.type = 'table' AND l.origin = 'u'`,
    `SELECT 'foreign key of ' || m.name || ' (' || f."from" || ') to ' || f."table" || ' ' || f.on_delete || '/' || f.on_update
     FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
    `SELECT 'index ' || l.name || ' on ' || m.name || CASE WHEN l."unique" THEN ' unique' ELSE '' END || CASE WHEN l.partial THEN ' where' ELSE '' END
       || ' (' || (SELECT group_concat(k, ', ') FROM (SELECT coalesce(name, 'expression') || CASE WHEN "desc" THEN ' desc' ELSE '' END AS k
            FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) || ')'
     FROM sqlite_schema m, pragma_index_list(m.name) l WHERE m.type = 'table' AND l.origin = 'c'`,
    `SELECT 'view ' || name FROM sqlite_schema WHERE type = 'view'`,
  ],
};

const POSTGRESQL_TYPES: { readonly [type: string]: string } = { integer: 'integer', bigint: 'bigint', boolean: 'boolean', date: 'date', text: 'text' };
const SQLITE_TYPES: { readonly [type: string]: string } = { integer: 'INTEGER', bigint: 'BIGINT', boolean: 'BOOLEAN', date: 'DATE', text: 'TEXT', enum: 'TEXT' };

function typeText(type: ColumnType, engine: FactEngine): string {
  if (type.type === 'string') return engine === 'sqlite' ? `VARCHAR(${type.length})` : `character varying(${type.length})`;
  if (type.type === 'numeric')
    return engine === 'sqlite' ? `NUMERIC(${type.precision}, ${type.scale})` : `numeric(${type.precision},${type.scale})`;
  if (type.type === 'enum' && engine === 'postgresql') return type.name;
  const found = (engine === 'sqlite' ? SQLITE_TYPES : POSTGRESQL_TYPES)[type.type];
  if (found === undefined) throw new Error(`no fact for the type ${type.type}`);
  return found;
}

const inKey = ({ constraints }: Table, column: string): boolean =>
  constraints.some((each) => each.kind === 'primaryKey' && each.columns.includes(column));

function columnFact(table: Table, column: Column, engine: FactEngine): string {
  const { name, type, nullable, default: value, identity, generated, comment } = column;
  const required = !nullable || identity !== undefined || inKey(table, name);
  // SQLite numbers a rowid, which says nothing of it in the catalogue but its type.
  const typed = identity && engine === 'sqlite' ? 'INTEGER' : typeText(type, engine);
  const words = [
    `column ${table.name.name}.${name} ${typed}`,
    ...(required ? ['not null'] : []),
    ...(generated ? ['generated'] : identity && engine === 'postgresql' ? ['identity'] : value !== undefined ? ['default'] : []),
    ...(comment !== undefined && engine === 'postgresql' ? [`comment ${comment}`] : []),
  ];
  return words.join(' ');
}

const PG_ACTIONS = { cascade: 'c', restrict: 'r', setNull: 'n', setDefault: 'd', noAction: 'a' } as const;
const PG_KINDS = { primaryKey: 'p', unique: 'u', foreignKey: 'f', check: 'c', exclusion: 'x' } as const;
const SQLITE_ACTIONS = { cascade: 'CASCADE', restrict: 'RESTRICT', setNull: 'SET NULL', setDefault: 'SET DEFAULT', noAction: 'NO ACTION' } as const;

const listed = (names: readonly string[]): string => `(${names.join(', ')})`;

function postgresqlConstraint(table: Table, constraint: Constraint): readonly string[] {
  const { kind, name } = constraint;
  const words = [`constraint ${name} ${PG_KINDS[kind]} on ${table.name.name}`];
  if ('columns' in constraint) words.push(listed(constraint.columns));
  if (kind === 'foreignKey') {
    const { references, onDelete = 'noAction', onUpdate = 'noAction' } = constraint;
    words.push(`to ${references.table.name} ${PG_ACTIONS[onDelete]}${PG_ACTIONS[onUpdate]}`);
  }
  if ('deferrable' in constraint && constraint.deferrable) words.push('deferrable');
  if ('notValid' in constraint && constraint.notValid) words.push('not valid');
  return [words.join(' ')];
}

const sqliteKeys = (table: Table, { columns, references, onDelete = 'noAction', onUpdate = 'noAction' }: ForeignKey): readonly string[] =>
  columns.map((column) =>
    `foreign key of ${table.name.name} (${column}) to ${references.table.name} ${SQLITE_ACTIONS[onDelete]}/${SQLITE_ACTIONS[onUpdate]}`,
  );

function sqliteConstraint(table: Table, constraint: Constraint): readonly string[] {
  if (constraint.kind === 'primaryKey') return [`key of ${table.name.name} ${listed(constraint.columns)}`];
  if (constraint.kind === 'unique') return [`unique of ${table.name.name} ${listed(constraint.columns)}`];
  return constraint.kind === 'foreignKey' ? sqliteKeys(table, constraint) : [];
}

function indexFact(table: Table, { name, unique, where, keys }: Index): string {
  const shown = keys.map((key) => ('column' in key ? key.column : 'expression') + (key.order === 'desc' ? ' desc' : ''));
  return `index ${name} on ${table.name.name}${unique ? ' unique' : ''}${where ? ' where' : ''} ${listed(shown)}`;
}

function tableFacts(table: Table, engine: FactEngine): readonly string[] {
  const { name, comment, columns, constraints, indexes } = table;
  const constraintFacts = engine === 'sqlite' ? sqliteConstraint : postgresqlConstraint;
  return [
    `table ${name.name}${comment !== undefined && engine === 'postgresql' ? ` comment ${comment}` : ''}`,
    ...columns.map((column) => columnFact(table, column, engine)),
    ...constraints.flatMap((constraint) => constraintFacts(table, constraint)),
    ...indexes.map((index) => indexFact(table, index)),
  ];
}

function objectFacts({ objects }: SchemaModel, engine: FactEngine): readonly string[] {
  return [...objects.values()].flatMap((object) => {
    if (object.kind === 'view') return [`view ${object.name.name}`];
    if (engine === 'sqlite') return [];
    if (object.kind === 'enum') return [`enum ${object.name.name} ${object.values.join(', ')}`];
    const { start = 1, increment = 1 } = object.kind === 'sequence' ? object.options : {};
    return object.kind === 'sequence' ? [`sequence ${object.name.name} ${start} by ${increment}`] : [];
  });
}

/** The model's facts, sorted; repeated ones (two equal unique constraints of SQLite share an index) once. */
export const factsOf = (model: SchemaModel, engine: FactEngine): readonly string[] =>
  sorted([...[...model.tables.values()].flatMap((table) => tableFacts(table, engine)), ...objectFacts(model, engine)]);

export const sorted = (facts: readonly string[]): readonly string[] => [...new Set(facts)].sort();
