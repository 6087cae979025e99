import * as v from 'valibot';
import {
  type Grant, type GranteeRef, type Privilege, type SecurableRef, displayGrant, granteesSource, securableSource, toGrantees,
  toSecurable,
} from './grant.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, grantees, privileges, securable } from './shapes.ts';
import { call, data, settings as settingsSource } from './source.ts';

export interface Revoke extends OpBase {
  readonly op: 'revoke';
  readonly privileges: readonly Privilege[];
  readonly on: Grant['on'];
  readonly from: Grant['to'];
  /** What those granted on is revoked as well. */
  readonly cascade?: boolean;
}

/** `revoke(['insert'], 'account', 'app')` */
export function revoke(
  privileges: readonly Privilege[],
  on: SecurableRef,
  from: GranteeRef | readonly GranteeRef[],
  settings: Pick<Revoke, 'cascade'> = {},
): Revoke {
  return { ...settings, op: 'revoke', privileges, on: toSecurable(on), from: toGrantees(from), ...origin() };
}

export const revokeDefinition: OpDefinition<Revoke> = {
  shape: () => v.strictObject({
    op: v.literal('revoke'),
    privileges,
    on: securable,
    from: grantees,
    cascade: flag,
    ...baseFields,
  }),
  describe: (op) => `revoke ${displayGrant(op)} from ${op.from.map(({ name }) => name).join(', ')}`,
  reverse: ({ privileges, on, from }) => [{ op: 'grant', privileges, on, to: from }],
  evolve: (schema) => schema,
  source: ({ privileges, on, from, cascade }) =>
    call('revoke', data(privileges), securableSource(on), granteesSource(from), settingsSource({ cascade })),
};
