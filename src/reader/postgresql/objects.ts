import type {
  AlterEnumStmt, AlterSeqStmt, CreateEnumStmt, CreateSchemaStmt, CreateSeqStmt, CreateTableAsStmt, Node, ViewStmt,
} from 'libpg-query';
import type { Op } from '../../ops/index.ts';
import { type Fragment, raw } from '../../sql/fragment.ts';
import { nothingElse, unread } from '../reading.ts';
import { findOutside, slice, wordAt } from '../statement-text.ts';
import { type Context, sameNodes } from './context.ts';
import { pathName, relationName, stringsOf } from './nodes.ts';
import { sequenceSettings } from './options.ts';

/** What follows AS, once the grammar says that it means what stands in the statement. */
function queryText(query: Node | undefined, context: Context): Fragment {
  const { text, parse } = context;
  const from = findOutside(text, 0, (word) => word === 'AS') + 1;
  const written = slice(text, from, endOfQuery(context));
  return sameNodes(parse(written), query) ? raw(written) : unread('where its query begins and ends is not clear');
}

/** WITH DATA and WITH NO DATA stand behind the query of a materialized view. */
function endOfQuery({ text }: Context): number {
  const end = text.tokens.length;
  if (wordAt(text, end - 1) !== 'DATA') return end;
  return [end - 2, end - 3].find((at) => wordAt(text, at) === 'WITH') ?? end;
}

export function createView(node: ViewStmt, context: Context): readonly Op[] {
  const { view, aliases, query, replace: orReplace, withCheckOption, ...rest } = node;
  nothingElse(rest);
  if (withCheckOption !== 'NO_CHECK_OPTION') unread('it checks what is written through a view');
  if (view?.relpersistence !== 'p') unread('it makes a temporary view');
  return [
    {
      op: 'createView',
      name: relationName(view),
      query: queryText(query, context),
      ...(aliases && { columns: stringsOf(aliases) }),
      ...(orReplace && { orReplace }),
    },
  ];
}

/** CREATE MATERIALIZED VIEW; CREATE TABLE AS leaves the types of the columns to the query. */
export function createTableAs(node: CreateTableAsStmt, context: Context): readonly Op[] {
  const { query, into, objtype, if_not_exists: ifNotExists, ...rest } = node;
  nothingElse(rest);
  if (objtype !== 'OBJECT_MATVIEW') return unread('the columns of its table are those of a query');
  const { rel, colNames, onCommit, skipData: _, ...more } = into ?? {};
  nothingElse(more);
  if (onCommit !== 'ONCOMMIT_NOOP' || ifNotExists) return unread('whether it makes the view is not known');
  const columns = colNames && { columns: stringsOf(colNames) };
  return [{ op: 'createView', name: relationName(rel), query: queryText(query, context), ...columns, materialized: true }];
}

export function createSequence({ sequence, options: nodes, if_not_exists: ifNotExists, ...rest }: CreateSeqStmt): readonly Op[] {
  nothingElse(rest);
  if (sequence?.relpersistence !== 'p') unread('it makes a temporary or unlogged sequence');
  const { options } = sequenceSettings(nodes, true);
  return [{ op: 'createSequence', name: relationName(sequence), options, ...(ifNotExists && { ifNotExists }) }];
}

export function alterSequence({ sequence, options: nodes, missing_ok: _, ...rest }: AlterSeqStmt): readonly Op[] {
  nothingElse(rest);
  const { options: to, restart } = sequenceSettings(nodes, false);
  const next = typeof restart === 'number' ? { restart } : {};
  const isChange = Object.keys({ ...to, ...next }).length > 0;
  return isChange ? [{ op: 'alterSequence', name: relationName(sequence), to, ...next }] : [];
}

export function createEnum({ typeName, vals, ...rest }: CreateEnumStmt): readonly Op[] {
  nothingElse(rest);
  if (!vals) return unread('it makes an enum type without values');
  return [{ op: 'createEnum', name: pathName(stringsOf(typeName)), values: stringsOf(vals) }];
}

export function alterEnum(node: AlterEnumStmt): readonly Op[] {
  const {
    typeName, oldVal, newVal = '', newValNeighbor: neighbour, newValIsAfter: isAfter = false, skipIfNewValExists: ifNotExists, ...rest
  } = node;
  nothingElse(rest);
  const name = pathName(stringsOf(typeName));
  if (oldVal !== undefined) return [{ op: 'renameEnumValue', name, value: oldVal, to: newVal }];
  const place = neighbour === undefined ? {} : isAfter ? { after: neighbour } : { before: neighbour };
  return [{ op: 'addEnumValue', name, value: newVal, ...place, ...(ifNotExists && { ifNotExists }) }];
}

/** Who owns it is not in the schema model. */
export function createSchema({ schemaname: name, authrole: _, if_not_exists: ifNotExists, ...rest }: CreateSchemaStmt): readonly Op[] {
  nothingElse(rest);
  if (name === undefined) return unread('its schema has the name of a role');
  return [{ op: 'createSchema', name, ...(ifNotExists && { ifNotExists }) }];
}
