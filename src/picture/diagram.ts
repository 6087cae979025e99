import { Refusal, type Dialect } from '../dialects/dialect.ts';
import { writeType } from '../dialects/write.ts';
import { compare } from '../diagnostics.ts';
import { canonical } from '../schema/canonical.ts';
import type { Constraint, ForeignKey } from '../schema/constraint.ts';
import type { SchemaModel } from '../schema/model.ts';
import { type ObjectName, keyOf } from '../schema/name.ts';
import type { Column, Table } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';

/** What a picture shows of a schema, in an order that depends on nothing but names. */
export interface Diagram {
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
}

/** What became of a thing since another schema. */
export type Change = 'added' | 'removed' | 'changed';

/** What is said of a thing, by the word for it. */
export type Facts = Readonly<Record<string, string>>;

export interface Thing {
  /** What it is known by in both of two schemas. */
  readonly key: string;
  readonly facts: Facts;
  readonly change?: Change;
  /** The facts of what has changed, as they were. */
  readonly former?: Facts;
}

/** A table. */
export interface Box extends Thing {
  readonly name: string;
  readonly rows: readonly Row[];
  /** What has no row: constraints and indexes. */
  readonly parts: readonly Part[];
}

export type KeyMark = 'PK' | 'FK' | 'UK';

/** A column; `facts.type` is its type in the dialect's words, with `?` where NULL may stand in it. */
export interface Row extends Thing {
  readonly name: string;
  readonly keys: readonly KeyMark[];
}

export interface Part extends Thing {
  readonly text: string;
}

/** A foreign key. */
export interface Link extends Thing {
  /** The table that it is of, and the one that it references, by their keys. */
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
  readonly referenced: readonly string[];
  /** `order (customer_id) → customer (id)` */
  readonly words: string;
  /** A row may reference none. */
  readonly optional: boolean;
  /** No two rows reference the same one. */
  readonly single: boolean;
  /** Its columns are part of the table's primary key. */
  readonly identifying: boolean;
}

export function diagramOf(model: SchemaModel, dialect: Dialect): Diagram {
  const tables = [...model.tables.values()];
  const boxes = [...tables.map((table) => boxOf(table, dialect)), ...unknownBoxes(model)].sort((a, b) => compare(a.name, b.name));
  return { boxes, links: tables.flatMap((table) => foreignKeys(table).map((key) => linkOf(table, key))).sort(byKey) };
}

const byKey = (a: Thing, b: Thing): number => compare(a.key, b.key);

/** Tables that are referenced, and that nothing is known of but this. */
function unknownBoxes({ tables }: SchemaModel): readonly Box[] {
  const names = new Map([...tables.values()].flatMap(foreignKeys).map(({ references: { table } }) => [keyOf(table), table]));
  return [...names].flatMap(([key, name]) => (tables.has(key) ? [] : [{ key, name: nameText(name), facts: {}, rows: [], parts: [] }]));
}

const nameText = ({ schema, name }: ObjectName): string => (schema === undefined ? name : `${schema}.${name}`);

const foreignKeys = ({ constraints }: Table): readonly ForeignKey[] =>
  constraints.flatMap((each) => (each.kind === 'foreignKey' ? [each] : []));

function boxOf(table: Table, dialect: Dialect): Box {
  const { name, columns, constraints, indexes, comment, on } = table;
  return {
    key: keyOf(name),
    name: nameText(name),
    facts: factsOf({ comment, options: on }),
    rows: columns.map((column) => rowOf(column, table, dialect)),
    parts: [...constraints.filter(({ kind }) => kind !== 'foreignKey').map(constraintPart), ...indexes.map(indexPart)],
  };
}

const factsOf = (fields: Readonly<Record<string, unknown>>): Facts =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([word, value]) => {
      if (value === undefined) return [];
      return [[word, typeof value === 'string' ? value : JSON.stringify(canonical(value))]];
    }),
  );

function rowOf(column: Column, table: Table, dialect: Dialect): Row {
  const { name, type: _, nullable, on, ...rest } = column;
  const keys = keysOf(name, table);
  const optional = nullable && !keys.includes('PK') ? '?' : '';
  return { key: name, name, keys, facts: factsOf({ type: `${typeText(column, dialect)}${optional}`, ...rest, options: on }) };
}

/** A type that the database has not is shown by the name that it has here: a picture refuses nothing. */
function typeText({ type }: Column, dialect: Dialect): string {
  if (type.type === 'enum') return nameText(type);
  try {
    const text = writeType(dialect, type);
    return type.type === 'native' ? text : text.toLowerCase();
  } catch (error) {
    if (error instanceof Refusal) return type.type;
    throw error;
  }
}

function keysOf(column: string, table: Table): readonly KeyMark[] {
  const isIn = (kind: Constraint['kind']): boolean =>
    table.constraints.some((each) => each.kind === kind && 'columns' in each && each.columns.includes(column));
  const marks: readonly (readonly [KeyMark, boolean])[] = [
    ['PK', isIn('primaryKey')],
    ['FK', isIn('foreignKey')],
    ['UK', uniqueSets(table).some((columns) => columns.length === 1 && columns[0] === column)],
  ];
  return marks.flatMap(([mark, holds]) => (holds ? [mark] : []));
}

/** The columns of each unique constraint and each unique index that has no condition. */
const uniqueSets = ({ constraints, indexes }: Table): readonly (readonly string[])[] => [
  ...constraints.flatMap((each) => (each.kind === 'unique' ? [each.columns] : [])),
  ...indexes.flatMap(({ unique, where, keys }) => (unique && !where ? [keys.map((key) => ('column' in key ? key.column : ''))] : [])),
];

const KINDS = { primaryKey: 'primary key', unique: 'unique', check: 'check', exclusion: 'exclusion', foreignKey: 'foreign key' } as const;

function constraintPart({ name, ...rest }: Constraint): Part {
  const columns = 'columns' in rest ? `(${rest.columns.join(', ')})` : '';
  return { key: name ?? `${rest.kind} ${columns}`, text: `${KINDS[rest.kind]} ${columns || (name ?? '')}`.trim(), facts: factsOf(rest) };
}

function indexPart({ name, ...rest }: Index): Part {
  const keys = rest.keys.map((key) => ('column' in key ? key.column : '…')).join(', ');
  return { key: name ?? keys, text: `${rest.unique ? 'unique ' : ''}index (${keys})`, facts: factsOf(rest) };
}

function linkOf(table: Table, { columns, references, name: _, ...options }: ForeignKey): Link {
  const [from, to] = [keyOf(table.name), keyOf(references.table)];
  const primary = table.constraints.flatMap((each) => (each.kind === 'primaryKey' ? each.columns : []));
  const covers = (set: readonly string[]): boolean => set.length > 0 && set.every((column) => columns.includes(column));
  return {
    key: [from, ...columns, to, ...references.columns].join('\n'),
    from,
    to,
    columns,
    referenced: references.columns,
    words: `${nameText(table.name)} (${columns.join(', ')}) → ${nameText(references.table)} (${references.columns.join(', ')})`,
    optional: table.columns.some(({ name, nullable }) => nullable && columns.includes(name)),
    single: [primary, ...uniqueSets(table)].some(covers),
    identifying: primary.length > 0 && columns.every((column) => primary.includes(column)),
    facts: factsOf(options),
  };
}
