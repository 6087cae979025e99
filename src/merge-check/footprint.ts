import type { Place } from '../diagnostics.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { lowerOp } from '../dialects/lower.ts';
import type { Op, OpName } from '../ops/index.ts';
import { type ReplayedSchema, after as afterOp } from '../plan/index.ts';
import { type SchemaModel, viewOf } from '../schema/model.ts';
import { type Delta, type FacetReader, changed } from './facet-reader.ts';
import { partsOfKey, tableKey, wholeKey } from './facets.ts';
import { keysNamed, type Resting, restingOf } from './resting.ts';
import { type SqlFootprint, sqlFootprint } from './sql-footprint.ts';
import { targets } from './targets.ts';

/** An op, and where it is written. */
export interface PlacedOp {
  readonly op: Op;
  readonly revision: string;
  readonly place: Place;
}

/** What an op does to the schema that its own side has before it; things and properties by key. */
export interface Footprint extends Delta, SqlFootprint {
  /** All that it names or rests on. */
  readonly concerned: ReadonlySet<string>;
  /** What of that has to be there. */
  readonly needs: ReadonlySet<string>;
  /** What may not be there yet. */
  readonly forbids: ReadonlySet<string>;
  /** Tables and other things that are not the same to SQL that names them: names in lower case, and of a table what columns alone. */
  readonly touches: Touches;
  readonly resting: Resting;
  /** Tables that may take other rows than before. */
  readonly constrains: ReadonlySet<string>;
}

/** By name, the columns that come, go or change; nothing where it is all of it. */
export type Touches = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** An op of a side, with the schema that its own side has before it. */
export interface Step extends PlacedOp {
  readonly before: ReplayedSchema;
  readonly footprint: Footprint;
}

/** What the footprints of ops are read with. */
export interface Reading {
  readonly dialect: Dialect;
  readonly facets: FacetReader;
}

/** The ops of a side with their footprints, from the schema that both sides begin at. */
export function stepsOf(base: ReplayedSchema, ops: readonly PlacedOp[], reading: Reading): readonly Step[] {
  let before = base;
  return ops.map((placed): Step => {
    const after = afterOp(before, placed.op);
    const step = { ...placed, before, footprint: footprint(placed.op, before.model, after.model, reading) };
    before = after;
    return step;
  });
}

/** What it names has to be there all the same. */
const WITHOUT_EFFECT: Pick<Footprint, keyof Delta | 'forbids' | 'touches' | 'constrains'> = {
  made: new Map(), dropped: new Map(), written: new Map(), forbids: new Set(), touches: new Map(), constrains: new Set(),
};

/** Whether the dialect has no statement for an op, as SQLite has none for a comment. Rows are not read to find out. */
function isNeedless(op: Op, dialect: Dialect, before: SchemaModel): boolean {
  if (MAY_HOLD_ROWS.has(op.op)) return false;
  const lowered = lowerOp(op, dialect, viewOf(before));
  return !('code' in lowered) && lowered.length === 0;
}

const MAY_HOLD_ROWS: ReadonlySet<string> = new Set<OpName>(['bulkInsert', 'insertFrom', 'updateRows', 'deleteRows', 'onlyIf', 'execute', 'custom']);

function footprint(op: Op, before: SchemaModel, after: SchemaModel, { dialect, facets }: Reading): Footprint {
  const delta = facets.delta(before, after);
  const isThere = (key: string): boolean => facets.has(before, key);
  const sql = sqlFootprint(op, dialect, before.opaque === after.opaque);
  const resting = restingOf(op, delta, after);
  const concerned = new Set([...targets(op, after), ...keysNamed(resting.words, before), ...(op.op === 'execute' ? concernedBySql(before, delta, sql) : [])]);
  const { isLenient, takesNone } = leniencyOf(op);
  return {
    ...delta,
    ...sql,
    words: new Set([...sql.words, ...resting.filled]),
    resting,
    concerned,
    needs: new Set(takesNone ? [] : [...concerned].filter(isThere)),
    forbids: new Set(isLenient ? [] : [...delta.made].flatMap(([key, { shared }]) => (shared ? [] : [key]))),
    ...touched(op, delta, after),
    ...(isNeedless(op, dialect, before) && WITHOUT_EFFECT),
  };
}

/** What hand-written SQL names is not said apart from what it does. */
function concernedBySql({ tables, named }: SchemaModel, delta: Delta, { rows }: SqlFootprint): readonly string[] {
  const known = [...rows].flatMap((name) => [...(named.get(name) ?? [])]).flatMap((key) => tables.get(key) ?? []);
  return [...delta.dropped.keys(), ...changed(delta).map(wholeKey), ...known.map(({ name }) => tableKey(name))];
}

/** `IF NOT EXISTS`, `OR REPLACE`: whether what it makes may be there already; `IF EXISTS`: whether what it drops may be gone. */
function leniencyOf(op: Op): { readonly isLenient: boolean; readonly takesNone: boolean } {
  if (op.op === 'execute') {
    const text = JSON.stringify(op.sql);
    return { isLenient: /\bif\s+not\s+exists\b|\bor\s+replace\b/i.test(text), takesNone: /\bif\s+exists\b/i.test(text) };
  }
  const isSet = (field: string): boolean => field in op && op[field as keyof Op] === (true as unknown);
  return { isLenient: op.op === 'onlyIf' || op.op === 'describesTable' || isSet('ifNotExists') || isSet('orReplace'), takesNone: isSet('ifExists') };
}

function touched(op: Op, { made, dropped, written }: Delta, after: SchemaModel): Pick<Footprint, 'touches' | 'constrains'> {
  const touches = new Map<string, Set<string> | undefined>();
  const constrains = new Set<string>(op.op === 'createTrigger' || op.op === 'dropTrigger' ? [op.table.name.toLowerCase()] : []);
  for (const [key, { value }] of [...made, ...dropped, ...written]) {
    const [map, place = '', kind, name, field] = partsOfKey(key);
    const isQuiet = map === 'grants' || map === 'names' || field === 'comment' || kind === 'comment' || (kind === 'index' && !value.includes('"unique":true'));
    if (isQuiet) continue;
    const bare = place.slice(place.lastIndexOf('\0') + 1).toLowerCase();
    if (kind === undefined || map !== 'tables') touches.set(bare, undefined);
    else touches.set(bare, touches.has(bare) ? touches.get(bare) : new Set());
    if (kind === 'column' && name !== undefined) touches.get(bare)?.add(name.toLowerCase());
    if (map === 'tables' && !(kind === 'column' && made.has(key) && isFilled(after, place, name))) constrains.add(bare);
  }
  return { touches, constrains };
}

/** Whether rows need not say a new column's value. */
function isFilled({ tables }: SchemaModel, table: string, name: string | undefined): boolean {
  const column = tables.get(table)?.columns.find((each) => each.name === name);
  return column !== undefined && (column.nullable || column.default !== undefined || column.identity !== undefined || column.generated !== undefined);
}
