import { foldedPath } from '../compare/index.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { EMPTY_SCHEMA, type Opaque, type SchemaModel, findTable, removeObject, removeTable, removeTriggersOn } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import type { SchemaObject } from '../schema/object.ts';

/** What of a schema of migrations cannot be compared with a database. */
export interface Uncompared {
  /** What hand-written SQL made or changed, which nobody could read. */
  readonly unread: readonly Opaque[];
  /** What ops of the project's own made: its kind, and its name. */
  readonly custom: readonly { readonly kind: string; readonly name: ObjectName }[];
  /** How many rights ops granted. */
  readonly grants: number;
}

export function uncomparedIn({ opaque, objects, grants }: SchemaModel): Uncompared {
  const custom = [...objects.values()].filter(({ kind }) => kind === 'custom').map(customName);
  return { unread: [...opaque.values()], custom, grants: grants.size };
}

/** The name of such an object holds its kind as well: `type\0name\0table`. */
function customName({ name }: SchemaObject): Uncompared['custom'][number] {
  const [kind = '', own = ''] = name.name.split('\0');
  return { kind, name: { ...name, name: own } };
}

/** Whether a database keeps a session's own tables in its catalogue. */
const KEEPS_TEMPORARY = 'oracle';

/** Schemas without what one of them cannot tell, and without what is left out. */
export function comparable(
  models: { readonly wanted: SchemaModel; readonly found: SchemaModel },
  { unread, custom }: Uncompared,
  except: readonly ObjectName[],
  dialect: Dialect,
): { readonly wanted: SchemaModel; readonly found: SchemaModel } {
  const temporary = [...models.wanted.tables.values()].filter((table) => table.temporary && dialect.name !== KEEPS_TEMPORARY);
  const names = [...unread, ...custom, ...temporary].map(({ name }) => name);
  const gone = new Set([...names, ...except].map((name) => foldedPath(name, dialect)));
  const compared = (model: SchemaModel): SchemaModel => without(model, (name) => gone.has(foldedPath(name, dialect)));
  const wanted = compared(models.wanted);
  return { wanted, found: withoutBare(compared(models.found), wanted) };
}

/** A table without columns, which PostgreSQL can have, no op can make; ops may have left one so. */
export function withoutBare(found: SchemaModel, wanted: SchemaModel = EMPTY_SCHEMA): SchemaModel {
  const bare = [...found.tables.values()].filter(({ name, columns }) => columns.length === 0 && !findTable(wanted, name));
  return bare.reduce((left, { name }) => removeTriggersOn(removeTable(left, name), name), found);
}

function without(model: SchemaModel, isGone: (name: ObjectName) => boolean): SchemaModel {
  const objects = [...model.objects.values()].filter(({ kind, name }) => kind === 'custom' || isGone(name));
  const tables = [...model.tables.values()].filter(({ name }) => isGone(name));
  const kept = tables.reduce((left, { name }) => removeTriggersOn(removeTable(left, name), name), model);
  return objects.reduce((left, { kind, name }) => removeObject(left, kind, name), kept);
}
