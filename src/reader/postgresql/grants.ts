import type { GrantStmt, Node, RoleSpec } from 'libpg-query';
import { PUBLIC } from '../../ops/grant.ts';
import type { Op } from '../../ops/index.ts';
import type { Grantee, Privilege, Securable } from '../../schema/grant.ts';
import { nothingElse, unread } from '../reading.ts';
import type { Context } from './context.ts';
import { allOf, asKind, pathName, relationName, stringsOf } from './nodes.ts';
import { signatureOf } from './routines.ts';

const PRIVILEGES: ReadonlySet<string> = new Set<Privilege>([
  'select', 'insert', 'update', 'delete', 'references', 'trigger', 'truncate', 'usage', 'execute',
]);

export function grantOrRevoke(node: GrantStmt, context: Context): readonly Op[] {
  const { is_grant: isGrant, targtype, objtype = '', objects, privileges, grantees, grant_option: option, behavior, ...rest } = node;
  nothingElse(rest);
  const read = SECURABLES[objtype];
  if (targtype !== 'ACL_TARGET_OBJECT' || !read) return unread('it grants on what is not named alone');
  if (option && !isGrant) return unread('it revokes the right to grant');
  const { names, columns } = privilegesOf(privileges);
  const roles = allOf(grantees, 'RoleSpec').map(granteeOf);
  return (objects ?? []).map((object): Op => {
    const on = read(object, context);
    const securable = columns ? withColumns(on, columns) : on;
    return isGrant
      ? { op: 'grant', privileges: names, on: securable, to: roles, ...(option && { withGrantOption: true }) }
      : { op: 'revoke', privileges: names, on: securable, from: roles, ...(behavior === 'DROP_CASCADE' && { cascade: true }) };
  });
}

function privilegesOf(nodes: readonly Node[] | undefined): { readonly names: readonly Privilege[]; readonly columns?: readonly string[] } {
  const all = allOf(nodes, 'AccessPriv');
  const [first] = all;
  if (!first) return { names: ['all'] };
  const columns = stringsOf(first.cols);
  if (all.some(({ cols }) => stringsOf(cols).join('\0') !== columns.join('\0'))) unread('it grants each privilege on other columns');
  const names = all.map(({ priv_name: name = 'all' }) => (PRIVILEGES.has(name) || name === 'all' ? (name as Privilege) : unread(`it grants ${name}`)));
  return { names, ...(columns.length > 0 && { columns }) };
}

const withColumns = (on: Securable, columns: readonly string[]): Securable =>
  on.kind === 'table' ? { ...on, columns } : unread('it grants on columns of what is no table');

const SECURABLES: { readonly [type: string]: ((node: Node, context: Context) => Securable) | undefined } = {
  OBJECT_TABLE: (node) => ({ kind: 'table', name: relationName(asKind(node, 'RangeVar')) }),
  OBJECT_SEQUENCE: (node) => ({ kind: 'sequence', name: relationName(asKind(node, 'RangeVar')) }),
  OBJECT_SCHEMA: (node) => ({ kind: 'schema', name: { name: asKind(node, 'String').sval ?? '' } }),
  OBJECT_FUNCTION: (node, context) => routine('function', node, context),
  OBJECT_PROCEDURE: (node, context) => routine('procedure', node, context),
};

function routine(kind: 'function' | 'procedure', node: Node, context: Context): Securable {
  const { objname, objfuncargs } = asKind(node, 'ObjectWithArgs');
  const signature = signatureOf(objfuncargs, context);
  return { kind, name: pathName(stringsOf(objname)), ...(signature && { signature }) };
}

function granteeOf({ roletype, rolename }: RoleSpec): Grantee {
  if (roletype === 'ROLESPEC_PUBLIC') return PUBLIC;
  return roletype === 'ROLESPEC_CSTRING' && rolename !== undefined ? { name: rolename } : unread('it grants to the role of the session');
}
