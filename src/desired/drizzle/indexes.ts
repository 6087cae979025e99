import type { Index, IndexKey, IndexOptions, MysqlIndexOptions } from '../../schema/table-index.ts';
import type { DialectName } from '../../sql/dialect-name.ts';
import type { DrizzleIndex, DrizzleIndexKey } from './facts.ts';
import { toFragment } from './fragment.ts';

export function toIndex({ name, unique, keys, where, ...options }: DrizzleIndex, dialect: DialectName): Index {
  const on = dialect === 'postgresql' ? onPostgresql(options) : onMysql(options, dialect);
  // Without a name until the naming convention gives it.
  return {
    ...(name !== undefined && { name }),
    keys: keys.map(toKey),
    unique,
    ...(where !== undefined && { where: toFragment(where) }),
    ...(on && { on }),
  } as Index;
}

/** drizzle-orm says an order and a place of NULLs for every key; what the database does by itself is left out. */
function toKey({ order = 'asc', nulls, opClass, ...key }: DrizzleIndexKey): IndexKey {
  const usual = order === 'asc' ? 'last' : 'first';
  return {
    ...('column' in key ? { column: key.column } : { expression: toFragment(key.expression) }),
    ...(order === 'desc' && { order }),
    ...(nulls && nulls !== usual && { nulls }),
    ...(opClass !== undefined && { on: { postgresql: { opclass: opClass } } }),
  };
}

type Options = Omit<DrizzleIndex, 'name' | 'unique' | 'keys' | 'where'>;

function onPostgresql({ using = 'btree', parameters, concurrently }: Options): IndexOptions | undefined {
  const postgresql = {
    ...(using !== 'btree' && { using }),
    ...(parameters && { with: parameters }),
    ...(concurrently && { concurrently }),
  };
  return Object.keys(postgresql).length > 0 ? { postgresql } : undefined;
}

function onMysql({ using, algorithm = 'default', lock = 'default' }: Options, dialect: DialectName): IndexOptions | undefined {
  if (dialect !== 'mysql' && dialect !== 'mariadb') return undefined;
  const options: MysqlIndexOptions = {
    ...((using === 'btree' || using === 'hash') && { using }),
    ...(algorithm !== 'default' && { algorithm }),
    ...(lock !== 'default' && { lock }),
  };
  return Object.keys(options).length > 0 ? { [dialect]: options } : undefined;
}
