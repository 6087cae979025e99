import * as v from 'valibot';
import type { ObjectName } from '../schema/name.ts';
import type { Fragment } from '../sql/fragment.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, grantees, privileges, securable } from './shapes.ts';
import { call, data, items, nameSource, options, settings as settingsSource } from './source.ts';

export type Privilege =
  | 'select' | 'insert' | 'update' | 'delete' | 'references' | 'trigger' | 'truncate' | 'alter' | 'usage' | 'execute' | 'all';

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

export type GranteeRef = string | Grantee;

/** What all roles have: `PUBLIC`. */
export const PUBLIC: Grantee = { name: 'public' };

/** What `grant` and `revoke` take: a table by its name alone. */
export type SecurableRef =
  | string
  | { readonly table: TableRef; readonly columns?: readonly string[] }
  | { readonly sequence: TableRef }
  | { readonly schema: string }
  | { readonly function: TableRef; readonly signature?: Fragment }
  | { readonly procedure: TableRef; readonly signature?: Fragment };

export function toSecurable(on: SecurableRef): Securable {
  if (typeof on === 'string') return { kind: 'table', name: { name: on } };
  const [[kind, name] = ['table', '']] = Object.entries(on) as [Securable['kind'], TableRef][];
  const { [kind as keyof typeof on]: _, ...rest } = on;
  return { ...(rest as object), kind, name: toTableName(name) } as Securable;
}

export const toGrantees = (to: GranteeRef | readonly GranteeRef[]): readonly Grantee[] =>
  [to].flat().map((each) => (typeof each === 'string' ? { name: each } : (each as Grantee)));

export interface Grant extends OpBase {
  readonly op: 'grant';
  readonly privileges: readonly Privilege[];
  readonly on: Securable;
  readonly to: readonly Grantee[];
  readonly withGrantOption?: boolean;
}

/** `grant(['select', 'insert'], 'account', 'app')`, `grant(['usage'], { schema: 'sales' }, 'app')` */
export function grant(
  privileges: readonly Privilege[],
  on: SecurableRef,
  to: GranteeRef | readonly GranteeRef[],
  settings: Pick<Grant, 'withGrantOption'> = {},
): Grant {
  return { ...settings, op: 'grant', privileges, on: toSecurable(on), to: toGrantees(to), ...origin() };
}

const displaySecurable = ({ kind, name }: Securable): string => `${kind} ${displayTable(name)}`;

export function securableSource({ kind, name, ...rest }: Securable): string {
  const fields = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, data(value)]));
  return options({ [kind]: nameSource(name), ...fields }) ?? '{}';
}

export const granteesSource = (to: readonly Grantee[]): string => items(to.map((each) => data(each)));

const names = (to: readonly Grantee[]): string => to.map(({ name }) => name).join(', ');

/** `select, insert on table account`, for people. */
export const displayGrant = ({ privileges, on }: Pick<Grant, 'privileges' | 'on'>): string =>
  `${privileges.join(', ')} on ${displaySecurable(on)}`;

export const grantDefinition: OpDefinition<Grant> = {
  shape: () => v.strictObject({
    op: v.literal('grant'),
    privileges,
    on: securable,
    to: grantees,
    withGrantOption: flag,
    ...baseFields,
  }),
  describe: (op) => `grant ${displayGrant(op)} to ${names(op.to)}`,
  reverse: ({ privileges, on, to }) => [{ op: 'revoke', privileges, on, from: to }],
  evolve: (schema) => schema,
  source: ({ privileges, on, to, withGrantOption }) =>
    call('grant', data(privileges), securableSource(on), granteesSource(to), settingsSource({ withGrantOption })),
};
