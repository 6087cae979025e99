import * as v from 'valibot';
import type { Constraint } from '../schema/constraint.ts';
import {
  type SchemaModel, findTable, grantsOn, putGrant, putObject, putOpaque, putTable, referrersOf, removeTable, triggersOn,
} from '../schema/model.ts';
import { keyOf, sameName } from '../schema/name.ts';
import type { Table, TableName } from '../schema/table.ts';
import type { Fragment, Part } from '../sql/fragment.ts';
import { renameMentioned } from '../sql/mentions.ts';
import { call, text } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, identifier, objectName } from './shapes.ts';
import { nameSource } from './source.ts';

export interface RenameTable extends OpBase {
  readonly op: 'renameTable';
  readonly table: TableName;
  /** The new name, in the same schema. */
  readonly to: string;
}

export function renameTable(table: TableRef, to: string): RenameTable {
  return { op: 'renameTable', table: toTableName(table), to, ...origin() };
}

const renamed = ({ table, to }: RenameTable): TableName => ({ ...table, name: to });

function evolve(schema: SchemaModel, op: RenameTable): SchemaModel {
  const table = findTable(schema, op.table);
  const gone = removeTable(schema, op.table);
  const named = table ? putTable(gone, { ...table, name: renamed(op) }) : gone;
  const unread = schema.opaque.get(keyOf(op.table));
  const moved = unread ? putOpaque(named, { ...unread, name: renamed(op) }) : named;
  const granted = grantsOn(schema, 'table', op.table).map((each) => ({ ...each, on: { ...each.on, name: renamed(op) } }));
  const triggers = triggersOn(moved, op.table).map((trigger) => {
    return { ...trigger, table: renamed(op), definition: retargeted(trigger.definition, op) };
  });
  const followed = referrersOf(moved, op.table).map((each) => retarget(each, op));
  return granted.reduce(putGrant, triggers.reduce<SchemaModel>(putObject, followed.reduce(putTable, moved)));
}

/** What stands before a trigger's table in its words, the table where it is text, and what follows. */
const TARGET = /^([^]*?\bON\s+)((?:"[^"]*"|`[^`]*`|\[[^\]]*\]|[^\s("`[])*)([^]*)$/i;

/** A trigger stays on its table; what its body names is the database's to rename, and few do. */
function retargeted({ sql }: Fragment, { table, to }: RenameTable): Fragment {
  const index = sql.findIndex((part) => typeof part === 'string' && TARGET.test(part));
  const [, before = '', target = '', rest = ''] = TARGET.exec(String(sql[index])) ?? [];
  if (index < 0) return { sql };
  const rename = (part: Part): readonly Part[] => renameMentioned({ sql: [part] }, table.name, to).sql;
  const [next, ...others] = sql.slice(index + 1);
  // The table is a name of its own where the text ends before it.
  if (target === '' && rest === '' && next !== undefined) return { sql: [...sql.slice(0, index + 1), ...rename(next), ...others] };
  const quoted = target.replace(/\[([^\]]*)\]/g, '"$1"');
  return { sql: [...sql.slice(0, index), before, ...rename(quoted), rest, ...sql.slice(index + 1)].filter((part) => part !== '') };
}

/** Foreign keys follow the table they reference. */
function retarget(table: Table, op: RenameTable): Table {
  const constraints = table.constraints.map((constraint) =>
    references(constraint, op.table) && constraint.kind === 'foreignKey'
      ? { ...constraint, references: { ...constraint.references, table: renamed(op) } }
      : constraint,
  );
  return { ...table, constraints };
}

const references = (constraint: Constraint, table: TableName): boolean =>
  constraint.kind === 'foreignKey' && sameName(constraint.references.table, table);

export const renameTableDefinition: OpDefinition<RenameTable> = {
  shape: () => v.strictObject({ op: v.literal('renameTable'), table: objectName, to: identifier, ...baseFields }),
  describe: ({ table, to }) => `rename table ${displayTable(table)} to ${to}`,
  reverse: (op) => [renameTable(renamed(op), op.table.name)],
  evolve,
  source: ({ table, to }) => call('renameTable', nameSource(table), text(to)),
};
