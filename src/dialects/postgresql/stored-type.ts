import { type TypeRules, storedType } from '../standard/stored-type.ts';
import { lexicon } from './lexicon.ts';

/** https://www.postgresql.org/docs/current/datatype.html (Aliases) */
const SYNONYMS = {
  int: 'integer', int4: 'integer', int2: 'smallint', int8: 'bigint', decimal: 'numeric', dec: 'numeric', float4: 'real',
  float8: 'double precision', bool: 'boolean', varchar: 'character varying', 'char varying': 'character varying',
  char: 'character', varbit: 'bit varying', serial4: 'serial', serial8: 'bigserial',
  serial2: 'smallserial', timestamp: 'timestamp without time zone', timestamptz: 'timestamp with time zone',
  time: 'time without time zone', timetz: 'time with time zone',
};

/** "By default, there is no explicit bound on precision", which is six digits. */
const SECONDS = /^(timestamp|time)\b/;

function whole(name: string, args: readonly string[]): readonly string[] {
  if (args.length === 0 && (name === 'character' || name === 'bit')) return ['1'];
  if (args.length === 1 && name === 'numeric') return [args[0]!, '0'];
  return SECONDS.test(name) || name === 'interval' ? args.filter((digits) => digits !== '6') : args;
}

const RULES: TypeRules = { dialect: 'postgresql', lexicon, ignoresCase: false, synonyms: SYNONYMS, whole };

export function postgresqlType(text: string): string {
  const type = storedType(text.replace(/^pg_catalog\./i, ''), RULES);
  if (type.startsWith('bpchar(')) return type.replace('bpchar', 'character');
  const bits = /^float(?:\((\d+)\))?$/.exec(type);
  return bits ? (Number(bits[1] ?? 53) <= 24 ? 'real' : 'double precision') : type;
}
