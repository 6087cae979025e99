import type { Dialect } from '../dialects/dialect.ts';
import type { DropView } from '../ops/drop-view.ts';
import { recreateView } from '../ops/create-view.ts';
import { type SchemaModel, findObject } from '../schema/model.ts';
import { type ObjectName } from '../schema/name.ts';
import type { View } from '../schema/object.ts';
import type { Fragment } from '../sql/fragment.ts';
import { type Context, type Phase, difference } from './difference.ts';
import { isOfRemadeEnum } from './enums.ts';
import { queryForm } from './forms.ts';
import { inOrder } from './order.ts';
import { changedRoutines } from './routines.ts';
import { objectsOf } from './schemas.ts';
import { type TablePair, goingTables, keptTables } from './table-pair.ts';
import { namesIn } from './words.ts';

/** All of a view but its name. */
export const viewForm = ({ query, columns, materialized = false }: View, dialect: Dialect): string =>
  JSON.stringify([queryForm(query, dialect), columns, materialized]);

const uses = ({ query }: View, { name }: ObjectName): boolean => namesIn(query).has(name.toLowerCase());

/** Views after those that they use. */
const inUseOrder = (views: readonly View[]): readonly View[] =>
  inOrder(views, (view) => views.filter((each) => each !== view && uses(view, each.name)));

/** Those that are wanted no more or otherwise, and those that use what changes: each before what it uses. */
export const dropViews: Phase = (now, wanted, context) => {
  const views = inUseOrder(objectsOf(now, 'view'));
  const changed = changedNames(now, wanted, context);
  const going = new Set<View>();
  for (const view of views) {
    const after = findObject(wanted, 'view', view.name);
    const isSame = after && viewForm(view, context.dialect) === viewForm(after, context.dialect);
    const rests = changed(view.query) || [...going].some(({ name }) => uses(view, name));
    if (!isSame || rests) going.add(view);
  }
  return [...going].reverse().map((view) => difference(dropping(view)));
};

const dropping = ({ name, materialized }: View): DropView => ({ op: 'dropView', name, ...(materialized && { materialized }) });

export const createViews: Phase = (now, wanted) =>
  inUseOrder(objectsOf(wanted, 'view'))
    .filter(({ name }) => !findObject(now, 'view', name))
    .map((view) => difference(recreateView(view, false)));

/** Whether a query uses a table whose columns change, or a routine that is made anew. */
function changedNames(now: SchemaModel, wanted: SchemaModel, context: Context): (query: Fragment) => boolean {
  const kept = keptTables(now, wanted, context);
  const isRemade = isOfRemadeEnum(now, wanted, context.dialect);
  const names = new Set([
    ...goingTables(now, wanted, context),
    ...changedRoutines(now, wanted, context.dialect),
    ...kept.filter((pair) => changesColumns(pair) || pair.now.columns.some(isRemade)).map((pair) => pair.now),
  ].map(({ name }) => name.name.toLowerCase()));
  const grown = new Set(kept.filter(({ comes }) => comes.length).map((pair) => pair.now.name.name.toLowerCase()));
  return (query) => {
    const words = namesIn(query);
    const isIn = (set: ReadonlySet<string>): boolean => [...words].some((word) => set.has(word));
    return isIn(names) || (isIn(grown) && query.sql.some((part) => typeof part === 'string' && part.includes('*')));
  };
}


const changesColumns = ({ goes, changed }: TablePair): boolean =>
  goes.length > 0 || changed.some(({ changes }) => changes.type !== undefined || changes.collation !== undefined);
