import { type Dialect, refuse } from '../dialect.ts';
import { type GrantForms, grantAs } from '../standard/grants.ts';
import { account, isPublic, revokeFromUsers, userGrants } from '../standard/user-grants.ts';
import { NO_SEQUENCES } from './sequences.ts';
import type { Securable } from '../../schema/grant.ts';

/** Users and roles alike have a host, which is % where none is given. */
const users = userGrants((grantee, dialect) => {
  if (isPublic(grantee)) {
    refuse('MySQL has no PUBLIC', 'Grant to a role that is mandatory (mandatory_roles), or to each user.');
  }
  return `${account(grantee.name, dialect)}@${account(grantee.host ?? '%', dialect)}`;
});

const forms: GrantForms = {
  ...users,
  securable: (on: Securable, dialect: Dialect) =>
    on.kind === 'sequence' ? refuse(NO_SEQUENCES.unsupported, NO_SEQUENCES.hint) : users.securable(on, dialect),
};

export const grant = grantAs(forms);
export const revoke = revokeFromUsers(forms);
