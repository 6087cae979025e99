import type { Fragment } from '../sql/fragment.ts';
import { type ObjectName, keyOf } from './name.ts';

export const PRIVILEGES = [
  'select', 'insert', 'update', 'delete', 'references', 'trigger', 'truncate', 'alter', 'usage', 'execute', 'all',
] as const;

export type Privilege = (typeof PRIVILEGES)[number];

/** What privileges are granted on. */
export type Securable =
  | { readonly kind: 'table'; readonly name: ObjectName; readonly columns?: readonly string[] }
  | { readonly kind: 'sequence' | 'schema'; readonly name: ObjectName }
  | { readonly kind: 'function' | 'procedure'; readonly name: ObjectName; readonly signature?: Fragment };

/** A role or user; MySQL and MariaDB tell users of one name apart by the host that they come from. */
export interface Grantee {
  readonly name: string;
  readonly host?: string;
}

/** What one role may do with one thing. */
export interface Granted {
  readonly on: Securable;
  readonly to: Grantee;
  /** Sorted. */
  readonly privileges: readonly Privilege[];
  /** Those of them that it may grant on; sorted. */
  readonly grantable: readonly Privilege[];
}

/** Where a grant stands in the model. */
export const grantKey = ({ on, to }: Pick<Granted, 'on' | 'to'>): string =>
  [securableKey(on), to.name, to.host ?? ''].join('\0\0');

const securableKey = ({ kind, name, ...rest }: Securable): string => [kind, keyOf(name), JSON.stringify(rest)].join('\0\0');

/** What `all` stands for, so that one of them can be revoked alone. */
const ALL: { readonly [K in Securable['kind']]: readonly Privilege[] } = {
  table: ['select', 'insert', 'update', 'delete', 'references', 'trigger', 'truncate'],
  sequence: ['select', 'update', 'usage'],
  schema: ['usage'],
  function: ['execute'],
  procedure: ['execute'],
};

/** `all` holds whatever else is named. */
const sorted = (privileges: readonly Privilege[]): readonly Privilege[] =>
  privileges.includes('all') ? ['all'] : [...new Set(privileges)].sort();

/** With more; those that it has stay. */
export function withPrivileges(former: Granted, more: readonly Privilege[], grantable: boolean): Granted {
  return {
    ...former,
    privileges: sorted([...former.privileges, ...more]),
    grantable: grantable ? sorted([...former.grantable, ...more]) : former.grantable,
  };
}

/** Without some, and without the right to grant them on. */
export function withoutPrivileges(former: Granted, fewer: readonly Privilege[]): Granted {
  const gone = new Set(fewer);
  const left = (privileges: readonly Privilege[]): readonly Privilege[] => {
    if (gone.has('all')) return [];
    const each = privileges.includes('all') && gone.size ? [...privileges.filter((one) => one !== 'all'), ...ALL[former.on.kind]] : privileges;
    return sorted(each.filter((one) => !gone.has(one)));
  };
  return { ...former, privileges: left(former.privileges), grantable: left(former.grantable) };
}
