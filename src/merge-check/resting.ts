import { wordsIn } from '../ops/execute.ts';
import type { Op, OpName } from '../ops/index.ts';
import type { SchemaModel } from '../schema/model.ts';
import type { SchemaObject } from '../schema/object.ts';
import type { Fragment } from '../sql/fragment.ts';
import type { Delta } from './facet-reader.ts';
import { columnKey, objectFacetKey, partsOfKey, tableKey } from './facets.ts';

/** Text that stays in the schema, of views, routines and triggers, and rests on what it names. Names are in lower case. */
export interface Resting {
  readonly words: ReadonlySet<string>;
  /** Whether it takes all columns that there are, by a `*`. */
  readonly takesAll: boolean;
  /** The words of what takes rows when it is made: a materialized view. */
  readonly filled: ReadonlySet<string>;
}

/** The text of what an op makes, be it told by an op or read in hand-written SQL. */
export function restingOf(op: Op, { made, written }: Delta, { objects }: SchemaModel): Resting {
  // Another op only takes along what names the same: a table's triggers follow its name.
  const keys = [...made.keys(), ...(MAKES_TEXT.has(op.op) ? written.keys() : [])];
  const texts = keys.flatMap((key) => {
    const [map, place = ''] = partsOfKey(key);
    const object = map === 'objects' ? objects.get(place) : undefined;
    const text = object && textOf(object);
    return text ? [{ text, isFilled: object.kind === 'view' && object.materialized === true }] : [];
  });
  return {
    words: new Set(texts.flatMap(({ text }) => [...wordsIn(text)])),
    takesAll: texts.some(({ text }) => JSON.stringify(text).includes('*')),
    filled: new Set(texts.flatMap(({ text, isFilled }) => (isFilled ? [...wordsIn(text)] : []))),
  };
}

const MAKES_TEXT: ReadonlySet<string> = new Set<OpName>(['createView', 'createRoutine', 'createTrigger', 'execute', 'custom']);

function textOf(object: SchemaObject): Fragment | undefined {
  if (object.kind === 'view') return object.query;
  return object.kind === 'function' || object.kind === 'procedure' || object.kind === 'trigger' ? object.definition : undefined;
}

/** The tables and their columns, and the views, that words name; a column only beside its table. */
export function keysNamed(words: ReadonlySet<string>, { tables, named, objects }: SchemaModel): readonly string[] {
  if (words.size === 0) return [];
  const found = [...words].flatMap((word) => [...(named.get(word) ?? [])]).flatMap((key) => tables.get(key) ?? []);
  const views = [...objects.values()].filter(({ kind, name }) => kind === 'view' && words.has(name.name.toLowerCase()));
  return [
    ...found.flatMap(({ name, columns }) => [
      tableKey(name),
      ...columns.flatMap((column) => (words.has(column.name.toLowerCase()) ? [columnKey(name, column.name)] : [])),
    ]),
    ...views.map(({ name }) => objectFacetKey('view', name)),
  ];
}
