import type { Granted } from '../schema/grant.ts';
import { findTable, type SchemaModel } from '../schema/model.ts';
import type { SchemaObject } from '../schema/object.ts';
import type { Table } from '../schema/table.ts';
import { displayConstraint, displayTable } from './display.ts';

/** One thing of a schema that an op made, under the name that people know it by. */
export interface Part {
  /** `table`, `column`, `primary key`, `index`, `enum`, `grant` … */
  readonly kind: string;
  /** `account.id`, with the schema before it where it has one. */
  readonly name: string;
  /** The table that it is of, or that it is. */
  readonly table?: string;
  /** The part itself: the key of its maker. */
  readonly node: object;
}

/** Everything, each table with what is of it, then the rest. */
export function partsOf(model: SchemaModel): readonly Part[] {
  const tables = [...model.tables.values()].flatMap(partsOfTable);
  const objects = [...model.objects.values()].map((object) => partOfObject(model, object));
  const grants = [...model.grants.values()].map(partOfGrant);
  return [...tables, ...objects, ...grants];
}

function partOfGrant(node: Granted): Part {
  const { on, to, privileges } = node;
  const name = `${privileges.join(', ')} on ${displayTable(on.name)} to ${to.name}`;
  return { kind: 'grant', name, ...(on.kind === 'table' && { table: displayTable(on.name) }), node };
}

function partsOfTable(table: Table): readonly Part[] {
  const { columns, constraints, indexes } = table;
  const name = displayTable(table.name);
  const of = (kind: string, node: { readonly name?: string }): Part => {
    return { kind, name: node.name === undefined ? name : `${name}.${node.name}`, table: name, node };
  };
  return [
    { kind: 'table', name, table: name, node: table },
    ...columns.map((node) => of('column', node)),
    ...constraints.map((node) => of(displayConstraint({ kind: node.kind }), node)),
    ...indexes.map((node) => of('index', node)),
  ];
}

/** What a project's own ops made goes by the names that these gave it, which no name of a database holds together. */
function partOfObject(model: SchemaModel, node: SchemaObject): Part {
  const name = displayTable(node.name).replaceAll('\0', ' ').trim();
  if (node.kind !== 'trigger' || !findTable(model, node.table)) return { kind: node.kind, name, node };
  const table = displayTable(node.table);
  return { kind: 'trigger', name: `${table}.${node.name.name}`, table, node };
}
