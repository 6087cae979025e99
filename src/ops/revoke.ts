import * as v from 'valibot';
import { type Privilege, withoutPrivileges } from '../schema/grant.ts';
import { type SchemaView, findGrant, putGrant } from '../schema/model.ts';
import { call } from '../typescript/index.ts';
import {
  type Grant, type GranteeRef, type SecurableRef, displayGrant, granteesSource, grantsOf, heldBefore, securableSource, toGrantees,
  toSecurable,
} from './grant.ts';
import type { Op } from './index.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, grantees, privileges, securable } from './shapes.ts';
import { data, settings as settingsSource } from './source.ts';

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

/** What ops granted comes back as it was; what is not known to have been granted is granted. */
function reverse({ privileges, on, from }: Revoke, before: SchemaView): readonly Op[] {
  if (!from.some((role) => heldBefore(before, on, role))) return [{ op: 'grant', privileges, on, to: from }];
  return from.flatMap((role): readonly Op[] => {
    const held = heldBefore(before, on, role);
    if (!held) return [{ op: 'grant', privileges, on, to: [role] }];
    const kept = withoutPrivileges(held, privileges);
    const lost = (of: 'privileges' | 'grantable'): readonly Privilege[] => held[of].filter((each) => !kept[of].includes(each));
    return grantsOf({ ...held, privileges: lost('privileges'), grantable: lost('grantable') });
  });
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
  reverse,
  evolve: (schema, { privileges, on, from }) =>
    from.reduce((model, to) => putGrant(model, withoutPrivileges(findGrant(model, on, to), privileges)), schema),
  source: ({ privileges, on, from, cascade }) =>
    call('revoke', data(privileges), securableSource(on), granteesSource(from), settingsSource({ cascade })),
};
