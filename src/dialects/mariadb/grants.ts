import { grantAs } from '../standard/grants.ts';
import { account, isPublic, revokeFromUsers, userGrants } from '../standard/user-grants.ts';
import { needs } from '../server.ts';

/**
 * A role has no host; a name alone is that of a role, else of the user at any host:
 * https://mariadb.com/docs/server/reference/sql-statements/account-management-sql-statements/grant
 */
const forms = userGrants((grantee, dialect) => {
  if (isPublic(grantee)) {
    needs(dialect, 'GRANT … TO PUBLIC', 10, 11);
    return 'PUBLIC';
  }
  const { name, host } = grantee;
  return account(name, dialect) + (host === undefined ? '' : `@${account(host, dialect)}`);
});

export const grant = grantAs(forms);
export const revoke = revokeFromUsers(forms);
