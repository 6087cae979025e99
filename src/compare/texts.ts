import type { Dialect } from '../dialects/dialect.ts';
import type { Constraint } from '../schema/constraint.ts';
import { type SchemaModel, findTable } from '../schema/model.ts';
import type { ObjectKind, ObjectOf, Routine, Trigger, View } from '../schema/object.ts';
import type { Column, Table } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import { isFragment } from '../sql/fragment.ts';
import { constraintForm, defaultForm, generatedForm, indexForm } from './forms.ts';
import { routineForm } from './routines.ts';
import { triggerForm } from './triggers.ts';
import { viewForm } from './views.ts';

/** A thing of two schemas. */
export interface Pair<T> {
  readonly wanted: T;
  readonly found: T;
}

/** A text within a table, which a server may tell in other words. */
export interface TableText {
  readonly kind: 'default' | 'generated' | 'check' | 'exclusion' | 'index';
  /** Of the column, the constraint or the index. */
  readonly name: string;
}

/** What two schemas have in common, and whose texts are not the same as far as the dialect's stored form tells. */
export interface UnlikeTexts {
  readonly tables: readonly (Pair<Table> & { readonly texts: readonly TableText[] })[];
  readonly views: readonly Pair<View>[];
  readonly routines: readonly Pair<Routine>[];
  readonly triggers: readonly Pair<Trigger>[];
}

/** @param wanted in the spelling of names of the other */
export function unlikeTexts(wanted: SchemaModel, found: SchemaModel, dialect: Dialect): UnlikeTexts {
  const tables = [...wanted.tables.values()].flatMap((table) => {
    const other = findTable(found, table.name);
    const texts = other ? unlikeInTable({ wanted: table, found: other }, dialect) : [];
    return other && texts.length ? [{ wanted: table, found: other, texts }] : [];
  });
  const unlike = <K extends ObjectKind>(kind: K, form: (object: ObjectOf<K>, dialect: Dialect) => string): readonly Pair<ObjectOf<K>>[] =>
    pairsOf(wanted, found, kind).filter((pair) => form(pair.wanted, dialect) !== form(pair.found, dialect));
  return {
    tables,
    views: unlike('view', viewForm),
    routines: [...unlike('function', routineForm), ...unlike('procedure', routineForm)] as readonly Pair<Routine>[],
    triggers: unlike('trigger', triggerForm),
  };
}

function pairsOf<K extends ObjectKind>(wanted: SchemaModel, found: SchemaModel, kind: K): readonly Pair<ObjectOf<K>>[] {
  const others = new Map([...found.objects].flatMap(([key, each]) => (each.kind === kind ? [[key, each as ObjectOf<K>]] : [])));
  return [...wanted.objects].flatMap(([key, each]) => {
    const other = others.get(key);
    return each.kind === kind && other ? [{ wanted: each as ObjectOf<K>, found: other }] : [];
  });
}

/** How a kind of text is found in a table, and how it is taken over from another. */
interface Texts<T extends { readonly name?: string | undefined }> {
  readonly of: (table: Table) => readonly T[];
  /** Nothing where the item has no such text. */
  readonly form: (item: T, dialect: Dialect) => string | undefined;
  /** Whether it is an expression, which can be told in several ways. */
  readonly isExpression: (item: T) => boolean;
  readonly put: (table: Table, item: T) => Table;
}

const inColumn = (form: Texts<Column>['form'], field: 'default' | 'generated'): Texts<Column> => ({
  of: ({ columns }) => columns,
  form,
  isExpression: (column) => field === 'generated' || isExpression(column.default),
  put: (table, { name, [field]: text }) => ({
    ...table,
    columns: table.columns.map((each) => (each.name === name && text !== undefined ? { ...each, [field]: text } : each)),
  }),
});

const isExpression = (value: Column['default']): boolean => value !== undefined && isFragment(value);

const inConstraint = (kind: Constraint['kind']): Texts<Constraint> => ({
  of: ({ constraints }) => constraints.filter((each) => each.kind === kind),
  form: constraintForm,
  isExpression: () => true,
  put: (table, item) => ({ ...table, constraints: table.constraints.map((each) => (each.kind === kind && each.name === item.name ? item : each)) }),
});

const holdsText = ({ keys, where }: Index): boolean => where !== undefined || keys.some((key) => 'expression' in key);

const inIndex: Texts<Index> = {
  of: ({ indexes }) => indexes.filter(holdsText),
  form: indexForm,
  isExpression: () => true,
  put: (table, item) => ({ ...table, indexes: table.indexes.map((each) => (each.name === item.name ? item : each)) }),
};

/** Each kind has its own item; those who use them all need not know. */
type AnyTexts = Texts<Column | Constraint | Index>;

const TEXTS = {
  default: inColumn(defaultForm, 'default'),
  generated: inColumn(generatedForm, 'generated'),
  check: inConstraint('check'),
  exclusion: inConstraint('exclusion'),
  index: inIndex,
} as unknown as { readonly [K in TableText['kind']]: AnyTexts };

const KINDS = Object.keys(TEXTS) as readonly TableText['kind'][];

const itemOf = (table: Table, { kind, name }: TableText) => TEXTS[kind].of(table).find((each) => each.name === name);

function formOf(table: Table, text: TableText, dialect: Dialect): string | undefined {
  const item = itemOf(table, text);
  return item && TEXTS[text.kind].form(item, dialect);
}

function isExpressionIn(table: Table, text: TableText): boolean {
  const item = itemOf(table, text);
  return item !== undefined && TEXTS[text.kind].isExpression(item);
}

/** What both have by one name. */
const unlikeInTable = ({ wanted, found }: Pair<Table>, dialect: Dialect): readonly TableText[] =>
  KINDS.flatMap((kind) =>
    TEXTS[kind].of(wanted).flatMap(({ name }): readonly TableText[] => {
      if (name === undefined) return [];
      const text = { kind, name };
      const forms = [wanted, found].map((table) => formOf(table, text, dialect));
      const isUnlike = forms.every((form) => form !== undefined) && forms[0] !== forms[1];
      return isUnlike && [wanted, found].some((table) => isExpressionIn(table, text)) ? [text] : [];
    }),
  );

/** The wanted table with some of its texts as they were found. */
export const withTextsAsFound = ({ wanted, found }: Pair<Table>, texts: readonly TableText[]): Table =>
  texts.reduce((table, text) => TEXTS[text.kind].put(table, itemOf(found, text)!), wanted);

/** Those of the texts that two tables have in the same words. */
export const sameTexts = (texts: readonly TableText[], one: Table, other: Table, dialect: Dialect): readonly TableText[] =>
  texts.filter((text) => formOf(one, text, dialect) === formOf(other, text, dialect));
