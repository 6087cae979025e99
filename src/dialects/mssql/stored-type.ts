import { type TypeRules, storedType } from '../standard/stored-type.ts';
import { lexicon } from './lexicon.ts';

/** https://learn.microsoft.com/sql/t-sql/data-types/data-type-synonyms-transact-sql */
const SYNONYMS = {
  integer: 'int', dec: 'decimal', numeric: 'decimal', 'double precision': 'float', character: 'char',
  'character varying': 'varchar', 'char varying': 'varchar', 'national character': 'nchar', 'national char': 'nchar',
  'national character varying': 'nvarchar', 'national char varying': 'nvarchar', 'binary varying': 'varbinary',
  rowversion: 'timestamp', 'national text': 'ntext',
};

const ONE = ['char', 'varchar', 'nchar', 'nvarchar', 'binary', 'varbinary'];
/** Seven digits: https://learn.microsoft.com/sql/t-sql/data-types/datetime2-transact-sql */
const SECONDS = ['datetime2', 'datetimeoffset', 'time'];

function whole(name: string, args: readonly string[]): readonly string[] {
  if (name === 'decimal') return args.length ? [args[0]!, args[1] ?? '0'] : ['18', '0'];
  if (name === 'float' && args.length === 0) return ['53'];
  if (SECONDS.includes(name)) return args.length ? args : ['7'];
  return args.length === 0 && ONE.includes(name) ? ['1'] : args;
}

const RULES: TypeRules = { dialect: 'mssql', lexicon, ignoresCase: true, synonyms: SYNONYMS, whole };

/** A float has 24 digits of its mantissa, which is a real, or 53. */
export function mssqlType(text: string): string {
  const type = storedType(text, RULES);
  const bits = /^float\((\d+)\)$/.exec(type);
  return bits ? (Number(bits[1]) <= 24 ? 'real' : 'float(53)') : type;
}
