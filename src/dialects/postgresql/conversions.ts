/** Types between which values are assigned: https://www.postgresql.org/docs/current/catalog-pg-cast.html */
const FAMILIES: readonly (readonly string[])[] = [
  ['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision', 'serial', 'bigserial', 'smallserial'],
  ['date', 'timestamp', 'timestamp with time zone'],
  ['json', 'jsonb'],
  ['bit', 'bit varying'],
  ['inet', 'cidr'],
];

const TEXTS: readonly string[] = ['text', 'varchar', 'char', 'citext', 'name'];
const NUMBERS = FAMILIES[0]!;

/** `varchar` of `varchar(40)`. */
const baseOf = (type: string): string => type.replace(/\([^)]*\)/, '');

export function conversion(from: string, to: string): readonly string[] | undefined {
  const [before, after] = [baseOf(from), baseOf(to)];
  const isAssigned =
    before === after || TEXTS.includes(after) || FAMILIES.some((family) => family.includes(before) && family.includes(after));
  if (isAssigned) return undefined;
  if (before === 'boolean' && NUMBERS.includes(after)) return ['integer'];
  return TEXTS.includes(before) ? [] : ['text'];
}
