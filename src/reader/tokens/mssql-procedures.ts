import type { Op } from '../../ops/index.ts';
import { findTable } from '../../schema/model.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { TableName } from '../../schema/table.ts';
import { unread } from '../reading.ts';
import { spelledTable } from '../schema-facts.ts';
import { tokenise } from '../statement-text.ts';
import { changed } from './actions.ts';
import { type Cursor, commaList, need, needEnd, needName, needText, refuseHere, take, takeOneOf, takeText } from './cursor.ts';

const PROCEDURES = ['SP_RENAME', 'SP_ADDEXTENDEDPROPERTY', 'SP_UPDATEEXTENDEDPROPERTY', 'SP_DROPEXTENDEDPROPERTY'] as const;

/** Behind EXEC: the procedures of the server that change what the schema model holds. */
export function execute(cursor: Cursor): readonly Op[] {
  take(cursor, 'SYS .') || take(cursor, 'DBO .');
  const procedure = takeOneOf(cursor, PROCEDURES) ?? refuseHere(cursor);
  const ops = procedure === 'SP_RENAME' ? rename(cursor) : describe(cursor, procedure === 'SP_DROPEXTENDEDPROPERTY');
  needEnd(cursor);
  return ops;
}

/** `EXEC sp_rename N'sales.region', N'area', N'OBJECT'` */
function rename(cursor: Cursor): readonly Op[] {
  const [path = '', to = '', kind = 'OBJECT', ...more] = commaList(cursor, needText);
  const names = namesIn(path, cursor);
  const [name, ...owner] = [...names].reverse();
  if (name === undefined || to === '' || more.length > 0) return refuseHere(cursor);
  if (/^COLUMN$/i.test(kind)) return [changed(tableOf(owner, cursor), name, { name: to })];
  if (/^INDEX$/i.test(kind)) return [{ op: 'renameIndex', table: tableOf(owner, cursor), name, to }];
  return /^OBJECT$/i.test(kind) ? [renameObject(pathOf([name, ...owner]), to, cursor)] : refuseHere(cursor);
}

/** The dotted name that a text holds. */
function namesIn(path: string, { dialect, before }: Cursor): readonly string[] {
  const inner: Cursor = { text: tokenise(path, dialect), dialect, before, at: 0 };
  const names = [needName(inner)];
  while (take(inner, '.')) names.push(needName(inner));
  needEnd(inner);
  return names;
}

const tableOf = (path: readonly string[], { before }: Cursor): TableName => spelledTable(pathOf(path), before);

function pathOf([name, schema, ...more]: readonly string[]): ObjectName {
  if (name === undefined || more.length > 0) return unread('it has a name of too few or too many parts');
  return { ...(schema !== undefined && { schema }), name };
}

/** A table, or a constraint, which is an object of its schema. */
function renameObject(path: ObjectName, to: string, { before }: Cursor): Op {
  const table = spelledTable(path, before);
  if (findTable(before, table)) return { op: 'renameTable', table, to };
  const tables = [...before.tables.values()].filter(({ name }) => name.schema === path.schema);
  const found = tables.flatMap(({ name, constraints }) =>
    constraints.flatMap((each) => (each.name === path.name ? [{ table: name, kind: each.kind }] : [])),
  );
  const [only, another] = found;
  return only && !another ? { op: 'renameConstraint', name: path.name, to, ...only } : unread(`what '${path.name}' is, no op says`);
}

/** A comment is the property MS_Description of a table or a column. */
function describe(cursor: Cursor, isGone: boolean): readonly Op[] {
  const facts = new Map(commaList(cursor, needArgument));
  const [text, table, column] = [facts.get('VALUE'), facts.get('LEVEL1NAME'), facts.get('LEVEL2NAME')];
  const levels = ['LEVEL0TYPE', 'LEVEL1TYPE', 'LEVEL2TYPE'].map((level) => facts.get(level)?.toUpperCase() ?? '');
  const isComment = facts.get('NAME') === 'MS_Description' && levels.join(' ').trim() === (column === undefined ? 'SCHEMA TABLE' : 'SCHEMA TABLE COLUMN');
  if (!isComment || table === undefined || (text === undefined) !== isGone) return unread('it sets a property that is no comment');
  const schema = facts.get('LEVEL0NAME');
  const path: TableName = { ...(schema !== undefined && schema !== OF_THE_SESSION && { schema }), name: table };
  const comment = text ?? null;
  return column === undefined ? [{ op: 'setTableComment', table: path, comment }] : [changed(path, column, { comment })];
}

const OF_THE_SESSION = '@schema';

/** `@name = N'MS_Description'`; a variable is read where the batch says that it is the session's schema. */
function needArgument(cursor: Cursor): readonly [string, string] {
  const argument = takeOneOf(cursor, ARGUMENTS) ?? refuseHere(cursor);
  need(cursor, '=');
  const isSession = /^DECLARE @schema sysname = SCHEMA_NAME\(\);/.test(cursor.text.sql) && take(cursor, '@SCHEMA');
  return [argument.slice(1), isSession ? OF_THE_SESSION : (takeText(cursor) ?? refuseHere(cursor))];
}

const ARGUMENTS = ['@NAME', '@VALUE', '@LEVEL0TYPE', '@LEVEL0NAME', '@LEVEL1TYPE', '@LEVEL1NAME', '@LEVEL2TYPE', '@LEVEL2NAME'];
