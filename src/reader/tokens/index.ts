import { type Op, evolve } from '../../ops/index.ts';
import type { SchemaModel } from '../../schema/model.ts';
import type { DialectName } from '../../sql/dialect-name.ts';
import { unread } from '../reading.ts';
import { type StatementText, findOutside, tokenise, wordAt } from '../statement-text.ts';
import { alterTable } from './alter-table.ts';
import { isMysql } from './constraints.ts';
import { createTable } from './create-table.ts';
import { type Cursor, commaList, is, need, needEnd, needPath, take, takeOneOf } from './cursor.ts';
import { drop } from './drops.ts';
import { createIndex } from './indexes.ts';
import { execute } from './mssql-procedures.ts';
import { comment, createRoutine, createSchema, createTrigger, createView } from './objects.ts';
import { isSetting, needNothing } from './outside.ts';
import { respelled } from './respell.ts';
import { createSequence } from './sequences.ts';

/** Statements of a dialect by their tokens: every one of them is taken, or the statement is not read. */
export function readByTokens(sql: string, dialect: DialectName, before: SchemaModel): readonly Op[] {
  if (EXECUTABLE.test(sql) && isSetting(sql, dialect)) return [];
  const text = tokenise(sql, dialect);
  return dialect === 'mssql' ? readBatch(text, before) : readStatement({ text, dialect, before, at: 0 });
}

/** A comment that some servers of MySQL and MariaDB run: whether they do or not, a setting in it makes no table. */
const EXECUTABLE = /^\s*\/\*M?!/;

/** What takes the rest of its batch, terminators and all. */
const WHOLE_BATCH = /^(?:CREATE|ALTER)(?: OR ALTER)? (?:VIEW|PROC|PROCEDURE|FUNCTION|TRIGGER)\b/;

/** The statements of a batch, each in the schema that those before it leave. */
function readBatch(text: StatementText, schema: SchemaModel): readonly Op[] {
  const { length } = text.tokens;
  const start = [0, 1, 2, 3].map((index) => wordAt(text, index)).join(' ');
  const ops: Op[] = [];
  let before = schema;
  let from = 0;
  do {
    const to = WHOLE_BATCH.test(start) ? length : findOutside(text, from, (word) => word === ';');
    const found = readStatement({ text: { ...text, tokens: text.tokens.slice(from, to) }, dialect: 'mssql', before, at: 0 });
    ops.push(...found);
    before = found.reduce(evolve, before);
    from = to + 1;
  } while (from < length);
  return ops;
}

function readStatement(cursor: Cursor): readonly Op[] {
  const ops = readWords(cursor) ?? needNothing(cursor.text, cursor.dialect);
  return ops.map((op) => respelled(op, cursor));
}

/** Nothing where the statement is none that changes the schema, as far as its first words say. */
function readWords(cursor: Cursor): readonly Op[] | undefined {
  switch (takeOneOf(cursor, [...USERS, 'CREATE', 'ALTER TABLE', 'DROP'])) {
    case 'CREATE':
      return create(cursor);
    case 'ALTER TABLE':
      return alterTable(cursor);
    case 'DROP':
      return drop(cursor);
    case undefined:
      return readOwnWords(cursor);
    default:
      return undefined;
  }
}

const USERS = ['CREATE USER', 'CREATE ROLE', 'CREATE LOGIN', 'DROP USER', 'DROP ROLE', 'DROP LOGIN'] as const;

/** Statements of one database. */
function readOwnWords(cursor: Cursor): readonly Op[] | undefined {
  const { dialect } = cursor;
  if (isMysql(cursor) && take(cursor, 'RENAME TABLE')) return renameTables(cursor);
  if (dialect === 'oracle' && take(cursor, 'COMMENT ON')) return comment(cursor);
  return dialect === 'mssql' && takeOneOf(cursor, ['EXEC', 'EXECUTE']) ? execute(cursor) : undefined;
}

const REPLACES: { readonly [D in DialectName]?: string } = {
  mysql: 'OR REPLACE',
  mariadb: 'OR REPLACE',
  oracle: 'OR REPLACE',
  mssql: 'OR ALTER',
};

/** Behind CREATE. */
function create(cursor: Cursor): readonly Op[] {
  const words = REPLACES[cursor.dialect];
  const orReplace = words !== undefined && take(cursor, words);
  switch (takeOneOf(cursor, ['VIEW', 'FUNCTION', 'PROCEDURE', 'PROC', 'TRIGGER'])) {
    case 'VIEW':
      return createView(cursor, orReplace);
    case 'FUNCTION':
      return createRoutine('function', cursor, orReplace);
    case 'PROCEDURE':
    case 'PROC':
      return createRoutine('procedure', cursor, orReplace);
    case 'TRIGGER':
      return createTrigger(cursor, orReplace);
    default:
      return orReplace ? unread('it may replace what is there') : createAnew(cursor);
  }
}

function createAnew(cursor: Cursor): readonly Op[] {
  switch (takeOneOf(cursor, ['SEQUENCE', 'SCHEMA', 'DATABASE'])) {
    case 'SEQUENCE':
      return createSequence(cursor);
    case 'SCHEMA':
      return createSchema(cursor);
    case 'DATABASE':
      return isMysql(cursor) ? createSchema(cursor) : needNothing(cursor.text, cursor.dialect);
    default:
      return TABLES.some((words) => is(cursor, words)) ? createTable(cursor) : createIndex(cursor);
  }
}

const TABLES = ['TABLE', 'TEMPORARY TABLE', 'TEMP TABLE', 'GLOBAL TEMPORARY TABLE'] as const;

/** `RENAME TABLE a TO b, c TO d`; a table that goes to another schema is another to migsql. */
function renameTables(cursor: Cursor): readonly Op[] {
  const ops = commaList(cursor, (each): Op => {
    const table = needPath(each);
    need(each, 'TO');
    const to = needPath(each);
    return to.schema === table.schema ? { op: 'renameTable', table, to: to.name } : unread('it moves a table to another schema');
  });
  needEnd(cursor);
  return ops;
}
