import { MYSQL_SPELLINGS } from '../standard/mysql-type-readings.ts';
import { type TypeReader, spellings, upperCase } from '../standard/type-readings.ts';
import { types as names } from './types.ts';

export const typeReader: TypeReader = { dialect: 'mariadb', names, spellings: spellings(MYSQL_SPELLINGS), spell: upperCase };
