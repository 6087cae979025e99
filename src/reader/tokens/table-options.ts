import type { MysqlTableOptions, TableOptions } from '../../schema/table.ts';
import { isMysql } from './constraints.ts';
import { type Cursor, need, needName, needText, needWholeNumber, refuseHere, take, takeOneOf } from './cursor.ts';

/** What stands behind the parentheses of CREATE TABLE, and alone in ALTER TABLE of MySQL and MariaDB. */
export interface ReadOptions {
  readonly on?: TableOptions;
  readonly comment?: string;
  /** The number that AUTO_INCREMENT begins with. */
  readonly start?: number;
}

export function takeTableOptions(cursor: Cursor): ReadOptions {
  const { dialect } = cursor;
  if (isMysql(cursor)) return takeMysqlOptions(cursor, dialect as 'mysql' | 'mariadb');
  const options = dialect === 'sqlite' ? sqliteOptions(cursor) : dialect === 'mssql' ? mssqlOptions(cursor) : oracleOptions(cursor);
  return Object.keys(options).length > 0 ? { on: { [dialect]: options } } : {};
}

const MYSQL = [
  'ENGINE', 'DEFAULT CHARACTER SET', 'CHARACTER SET', 'DEFAULT CHARSET', 'CHARSET', 'DEFAULT COLLATE', 'COLLATE', 'ROW_FORMAT',
  'COMMENT', 'AUTO_INCREMENT',
] as const;

function takeMysqlOptions(cursor: Cursor, dialect: 'mysql' | 'mariadb'): ReadOptions {
  let found: ReadOptions = {};
  let own: MysqlTableOptions = {};
  for (let option = takeOneOf(cursor, MYSQL); option; option = takeOneOf(cursor, MYSQL)) {
    take(cursor, '=');
    if (option === 'COMMENT') found = { ...found, comment: needText(cursor) };
    else if (option === 'AUTO_INCREMENT') found = { ...found, start: needWholeNumber(cursor) };
    else own = { ...own, ...mysqlOption(option, needName(cursor)) };
    take(cursor, ',');
  }
  return { ...found, ...(Object.keys(own).length > 0 && { on: { [dialect]: own } }) };
}

function mysqlOption(option: string, value: string): MysqlTableOptions {
  if (option === 'ENGINE') return { engine: value };
  if (option === 'ROW_FORMAT') return { rowFormat: value.toLowerCase() as NonNullable<MysqlTableOptions['rowFormat']> };
  return option.endsWith('COLLATE') ? { collation: value } : { charset: value };
}

function sqliteOptions(cursor: Cursor): NonNullable<TableOptions['sqlite']> {
  let options: NonNullable<TableOptions['sqlite']> = {};
  do {
    const word = takeOneOf(cursor, ['STRICT', 'WITHOUT ROWID']);
    if (!word) return options;
    options = { ...options, ...(word === 'STRICT' ? { strict: true } : { withoutRowid: true }) };
  } while (take(cursor, ','));
  return options;
}

function mssqlOptions(cursor: Cursor): NonNullable<TableOptions['mssql']> {
  const filegroup = take(cursor, 'ON') ? { filegroup: needName(cursor) } : {};
  if (!take(cursor, 'WITH')) return filegroup;
  need(cursor, '( DATA_COMPRESSION =');
  const dataCompression = (takeOneOf(cursor, ['NONE', 'ROW', 'PAGE']) ?? refuseHere(cursor)).toLowerCase() as 'none' | 'row' | 'page';
  need(cursor, ')');
  return { ...filegroup, dataCompression };
}

const COMPRESSIONS = { 'ROW STORE COMPRESS BASIC': 'basic', 'ROW STORE COMPRESS ADVANCED': 'advanced', NOCOMPRESS: 'none' } as const;

function oracleOptions(cursor: Cursor): NonNullable<TableOptions['oracle']> {
  const tablespace = take(cursor, 'TABLESPACE') ? { tablespace: needName(cursor) } : {};
  const words = takeOneOf(cursor, Object.keys(COMPRESSIONS) as (keyof typeof COMPRESSIONS)[]);
  return { ...tablespace, ...(words && { compress: COMPRESSIONS[words] }) };
}
