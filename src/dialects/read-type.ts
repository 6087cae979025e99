import type { DialectName } from '../sql/dialect-name.ts';
import type { ColumnType } from '../sql/types.ts';
import { typeReader as mariadb } from './mariadb/read-type.ts';
import { typeReader as mssql } from './mssql/read-type.ts';
import { typeReader as mysql } from './mysql/read-type.ts';
import { typeReader as oracle } from './oracle/read-type.ts';
import { typeReader as postgresql } from './postgresql/read-type.ts';
import { typeReader as sqlite } from './sqlite/read-type.ts';
import { typeOf } from './standard/read-type.ts';
import type { TypeReader } from './standard/type-readings.ts';

const READERS: { readonly [D in DialectName]: TypeReader } = { postgresql, mysql, mariadb, mssql, oracle, sqlite };

/**
 * The portable type that a type's text stands for, as SQL is written by hand and as the catalogue prints it; `native`
 * where none does, in one spelling for all texts that mean the same. A list of values (`ENUM('a', 'b')`) and the name of
 * an enum type stay native: the text does not tell the other half.
 */
export const readType = (text: string, dialect: DialectName): ColumnType => typeOf(text, READERS[dialect]);
