/**
 * What a database holds, as lines that a schema model gives as well: read by small queries of the catalogue, not by
 * anything of migsql. Where a database does not tell a fact (SQLite: comments, the names of keys), both leave it out.
 */
import type { Constraint, ForeignKey } from '../../src/schema/constraint.ts';
import type { SchemaModel } from '../../src/schema/model.ts';
import type { Column, Table } from '../../src/schema/table.ts';
import type { Index, IndexKey } from '../../src/schema/table-index.ts';
import type { ColumnType } from '../../src/sql/types.ts';

export type FactEngine = 'postgresql' | 'sqlite';

/** Queries of one text column each. */
export const FACT_QUERIES: { readonly [E in FactEngine]: readonly string[] } = {
  postgresql: [
    `SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
       || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
       || CASE WHEN a.attgenerated <> '' THEN ' generated' WHEN a.attidentity = 'd' THEN ' identity' WHEN a.attidentity = 'a' THEN ' identity always'
               WHEN a.atthasdef THEN ' default' ELSE '' END
       || coalesce(' comment ' || col_description(c.oid, a.attnum), '')
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
    `SELECT 'table ' || relname || coalesce(' with ' || array_to_string(reloptions, ', '), '')
       || coalesce(' comment ' || obj_description(oid, 'pg_class'), '')
     FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    `SELECT 'constraint ' || conname || ' ' || contype::text || ' on ' || conrelid::regclass::text
       || CASE WHEN contype IN ('c', 'x') THEN '' ELSE ' (' || (SELECT string_agg(attname, ', ' ORDER BY n) FROM unnest(conkey) WITH ORDINALITY k(num, n)
            JOIN pg_attribute ON attrelid = conrelid AND attnum = num) || ')' END
       || CASE WHEN contype = 'f' THEN ' to ' || confrelid::regclass::text || ' ' || confdeltype::text || confupdtype::text ELSE '' END
       || CASE WHEN condeferrable THEN ' deferrable' ELSE '' END || CASE WHEN condeferred THEN ' deferred' ELSE '' END || CASE WHEN convalidated THEN '' ELSE ' not valid' END
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0`,
    `SELECT 'index ' || i.indexrelid::regclass::text || ' on ' || i.indrelid::regclass::text || CASE WHEN i.indisunique THEN ' unique' ELSE '' END
       || CASE WHEN i.indpred IS NOT NULL THEN ' where' ELSE '' END || ' ('
       || (SELECT string_agg(coalesce((SELECT attname FROM pg_attribute WHERE attrelid = i.indrelid AND attnum = i.indkey[n]), 'expression')
            || CASE WHEN i.indoption[n] & 1 = 1 THEN ' desc' ELSE '' END || CASE WHEN i.indoption[n] & 2 = 2 THEN ' nulls first' ELSE '' END,
            ', ' ORDER BY n) FROM generate_series(0, i.indnkeyatts - 1) n) || ')'
       || CASE WHEN i.indnatts > i.indnkeyatts THEN ' with ' || i.indnatts - i.indnkeyatts ELSE '' END
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid AND contype IN ('p', 'u', 'x'))`,
    `SELECT 'view ' || relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'`,
    `SELECT 'trigger ' || tgname || ' on ' || tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal`,
    `SELECT 'sequence ' || sequencename || ' ' || start_value || ' by ' || increment_by || CASE WHEN cycle THEN ' cycle' ELSE '' END FROM pg_sequences
     WHERE schemaname = 'public' AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = sequencename::regclass AND deptype IN ('a', 'i'))`,
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
    `SELECT 'trigger ' || name || ' on ' || tbl_name FROM sqlite_schema WHERE type = 'trigger'`,
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
    ...(generated ? ['generated'] : identity && engine === 'postgresql' ? [identity.always ? 'identity always' : 'identity'] : value !== undefined ? ['default'] : []),
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
  if ('initially' in constraint && constraint.initially === 'deferred') words.push('deferred');
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

function keyFact(key: IndexKey, engine: FactEngine): string {
  const { order, nulls = order === 'desc' ? 'first' : 'last' } = key;
  const nullsFirst = engine === 'postgresql' && nulls === 'first';
  return `${'column' in key ? key.column : 'expression'}${order === 'desc' ? ' desc' : ''}${nullsFirst ? ' nulls first' : ''}`;
}

function indexFact(table: Table, { name, unique, where, keys, include }: Index, engine: FactEngine): string {
  const shown = listed(keys.map((key) => keyFact(key, engine)));
  const more = include ? ` with ${include.length}` : '';
  return `index ${name} on ${table.name.name}${unique ? ' unique' : ''}${where ? ' where' : ''} ${shown}${more}`;
}

/** Options, then the comment. */
function tableWords({ on, comment }: Table, engine: FactEngine): string {
  if (engine === 'sqlite') return '';
  const options = Object.entries(on?.postgresql?.with ?? {}).map(([name, value]) => `${name}=${value}`);
  return `${options.length ? ` with ${options.join(', ')}` : ''}${comment === undefined ? '' : ` comment ${comment}`}`;
}

function tableFacts(table: Table, engine: FactEngine): readonly string[] {
  const { name, columns, constraints, indexes } = table;
  const constraintFacts = engine === 'sqlite' ? sqliteConstraint : postgresqlConstraint;
  return [
    `table ${name.name}${tableWords(table, engine)}`,
    ...columns.map((column) => columnFact(table, column, engine)),
    ...constraints.flatMap((constraint) => constraintFacts(table, constraint)),
    ...indexes.map((index) => indexFact(table, index, engine)),
  ];
}

function objectFacts({ objects }: SchemaModel, engine: FactEngine): readonly string[] {
  return [...objects.values()].flatMap((object) => {
    if (object.kind === 'view') return [`view ${object.name.name}`];
    if (object.kind === 'trigger') return [`trigger ${object.name.name} on ${object.table.name}`];
    if (engine === 'sqlite') return [];
    if (object.kind === 'enum') return [`enum ${object.name.name} ${object.values.join(', ')}`];
    if (object.kind !== 'sequence') return [];
    const { start = 1, increment = 1, cycle } = object.options;
    return [`sequence ${object.name.name} ${start} by ${increment}${cycle ? ' cycle' : ''}`];
  });
}

/** The model's facts, sorted; repeated ones (two equal unique constraints of SQLite share an index) once. */
export const factsOf = (model: SchemaModel, engine: FactEngine): readonly string[] =>
  sorted([...[...model.tables.values()].flatMap((table) => tableFacts(table, engine)), ...objectFacts(model, engine)]);

export const sorted = (facts: readonly string[]): readonly string[] => [...new Set(facts)].sort();
