import { types } from '../../sql/types.ts';
import { MYSQL_SPELLINGS } from '../standard/mysql-type-readings.ts';
import { type TypeReader, spellings, upperCase } from '../standard/type-readings.ts';

/** Its catalogue prints LONGTEXT for JSON, and the name of the type that a synonym of Oracle's stands for. */
export const typeReader: TypeReader = {
  spellings: spellings({ ...MYSQL_SPELLINGS, 'varchar2(n)': (length = 0) => types.string(length), clob: types.text() }),
  spell: upperCase,
};
