import { MYSQL_SPELLINGS } from '../standard/mysql-type-readings.ts';
import { type TypeReader, spellings, upperCase } from '../standard/type-readings.ts';

export const typeReader: TypeReader = { spellings: spellings(MYSQL_SPELLINGS), spell: upperCase };
