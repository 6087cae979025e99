import { type TypeRules, storedType } from '../standard/stored-type.ts';
import { lexicon } from './lexicon.ts';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Data-Types.html (ANSI, DB2, and SQL/DS) */
const SYNONYMS = {
  integer: 'int', smallint: 'int', numeric: 'decimal', dec: 'decimal', varchar: 'varchar2', 'character varying': 'varchar2',
  'char varying': 'varchar2', character: 'char', 'national character': 'nchar', 'national char': 'nchar',
  'national character varying': 'nvarchar2', 'nchar varying': 'nvarchar2', 'double precision': 'float',
};

function whole(name: string, args: readonly string[]): readonly string[] {
  if (name === 'int') return ['38', '0'];
  if (name === 'decimal' || (name === 'number' && args.length)) return [digits(args[0]), args[1] ?? '0'];
  if (name === 'float') return [args[0] ?? '126'];
  if (args.length === 0 && (name === 'char' || name === 'nchar')) return ['1'];
  if (name.startsWith('timestamp')) return [args[0] ?? '6'];
  return args.map((each) => each.replace(/ byte$/, ''));
}

/** An asterisk is as many as there can be. */
const digits = (written: string | undefined): string => (written === undefined || written === '*' ? '38' : written);

const RULES: TypeRules = { dialect: 'oracle', lexicon, ignoresCase: false, synonyms: SYNONYMS, whole };

export const oracleType = (text: string): string =>
  storedType(text, RULES).replace(/^(int|decimal)\(/, 'number(').replace(/^real$/, 'float(63)');
