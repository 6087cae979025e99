import type { Lexicon } from '../dialect.ts';
import type { DialectName } from '../../sql/dialect-name.ts';
import { type TypeRules, storedType } from './stored-type.ts';

/** https://dev.mysql.com/doc/refman/8.4/en/other-vendor-data-types.html and the synonyms of numeric-type-syntax.html */
const SYNONYMS = {
  integer: 'int', int4: 'int', int1: 'tinyint', int2: 'smallint', int3: 'mediumint', middleint: 'mediumint', int8: 'bigint',
  'integer unsigned': 'int unsigned', numeric: 'decimal', dec: 'decimal', fixed: 'decimal', 'numeric unsigned': 'decimal unsigned',
  'double precision': 'double', real: 'double', float4: 'float', float8: 'double', 'character varying': 'varchar',
  character: 'char', 'long varchar': 'mediumtext', long: 'mediumtext', 'long varbinary': 'mediumblob',
};

const INTEGER = /^(tiny|small|medium|big)?int\b/;

function whole(name: string, args: readonly string[]): readonly string[] {
  // A display width says nothing of the values; that of a boolean is what it is known by, and ZEROFILL pads to it.
  if (INTEGER.test(name) && !name.includes('zerofill')) return name === 'tinyint' && args[0] === '1' ? args : [];
  if (name.startsWith('decimal')) return args.length ? [args[0]!, args[1] ?? '0'] : ['10', '0'];
  if (args.length === 0 && ['char', 'binary', 'bit'].includes(name)) return ['1'];
  if (name === 'year') return [];
  return ['datetime', 'timestamp', 'time'].includes(name) ? args.filter((digits) => digits !== '0') : args;
}

/** Of MySQL and MariaDB. */
export const mysqlType = (dialect: DialectName, lexicon: Lexicon): ((text: string) => string) => {
  const rules: TypeRules = { dialect, lexicon, ignoresCase: true, synonyms: SYNONYMS, whole };
  return (text) => {
    const type = storedType(text, rules).replace(/(?<! unsigned) zerofill/, ' unsigned zerofill');
    return type === 'bool' || type === 'boolean' ? 'tinyint(1)' : type;
  };
};
