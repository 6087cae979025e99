import * as v from 'valibot';
import { type Granted, type Grantee, type Privilege, type Securable, grantKey, withPrivileges } from '../schema/grant.ts';
import { type SchemaModel, type SchemaView, findGrant, putGrant } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import type { Fragment } from '../sql/fragment.ts';
import { type Code, call, list, object } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { Op } from './index.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, grantees, privileges, securable } from './shapes.ts';
import { data, fieldsOf, nameSource, settings as settingsSource } from './source.ts';

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

export const securableSource = ({ kind, name, ...rest }: Securable): Code =>
  object({ [kind]: nameSource(name), ...fieldsOf(rest) });

export const granteesSource = (to: readonly Grantee[]): Code => list(to.map((each) => data(each)));

const names = (to: readonly Grantee[]): string => to.map(({ name }) => name).join(', ');

/** `select, insert on table account`, for people. */
export const displayGrant = ({ privileges, on }: Pick<Grant, 'privileges' | 'on'>): string =>
  `${privileges.join(', ')} on ${displaySecurable(on)}`;

function granted(schema: SchemaModel, { privileges, on, withGrantOption }: Grant, to: Grantee): SchemaModel {
  const former = findGrant(schema, on, to);
  return putGrant(schema, withPrivileges(former, privileges, withGrantOption === true));
}

/** What ops have granted a role, if anything. */
export const heldBefore = (before: SchemaView, on: Securable, to: Grantee): Granted | undefined =>
  before.grantsOn(on.kind, on.name).find((each) => grantKey(each) === grantKey({ on, to }));

/** What a role had before stays with it. */
function reverse({ privileges, on, to }: Grant, before: SchemaView): readonly Op[] {
  const held = (role: Grantee): readonly Privilege[] => heldBefore(before, on, role)?.privileges ?? [];
  const added = to.map((role) => ({ role, privileges: privileges.filter((each) => !held(role).includes(each)) }));
  if (added.every((each) => each.privileges.length === privileges.length)) return [{ op: 'revoke', privileges, on, from: to }];
  return added.flatMap(({ role, privileges: each }): readonly Op[] =>
    each.length ? [{ op: 'revoke', privileges: each, on, from: [role] }] : [],
  );
}

/** The ops that grant what is granted on a thing, once it is there again. */
export const regrant = (before: SchemaView, kind: Securable['kind'], name: ObjectName): readonly Grant[] =>
  before.grantsOn(kind, name).flatMap(grantsOf);

/** The ops that grant what a role may do; a right to grant on needs a grant of its own. */
export function grantsOf({ on, to, privileges, grantable }: Granted): readonly Grant[] {
  const common = { op: 'grant', on, to: [to] } as const;
  const plain = privileges.filter((each) => !grantable.includes(each));
  return [
    ...(plain.length ? [{ ...common, privileges: plain }] : []),
    ...(grantable.length ? [{ ...common, privileges: grantable, withGrantOption: true }] : []),
  ];
}

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
  reverse,
  evolve: (schema, op) => op.to.reduce((model, to) => granted(model, op, to), schema),
  source: ({ privileges, on, to, withGrantOption }) =>
    call('grant', data(privileges), securableSource(on), granteesSource(to), settingsSource({ withGrantOption })),
};
