import type { GrantStmt, Node, RoleSpec } from 'libpg-query';
import { PUBLIC } from '../../ops/grant.ts';
import type { Op } from '../../ops/index.ts';
import type { Grantee, Privilege, Securable } from '../../schema/grant.ts';
import { nothingElse, unread } from '../reading.ts';
import type { Context } from './context.ts';
import { allOf, asKind, pathName, relationName, stringsOf } from './nodes.ts';
import { signatureOf } from './routines.ts';

const PRIVILEGES: ReadonlySet<string> = new Set<Privilege>([
  'select', 'insert', 'update', 'delete', 'references', 'trigger', 'truncate', 'usage', 'execute', 'all',
]);

const isPrivilege = (name: string): name is Privilege => PRIVILEGES.has(name);

/** What the ops cannot say is passed over: the schema model holds no rights. */
export function grantOrRevoke(node: GrantStmt, context: Context): readonly Op[] {
  const { is_grant: isGrant, targtype, objtype = '', objects, privileges, grantees, grant_option: option, behavior, ...rest } = node;
  nothingElse(rest);
  const read = SECURABLES[objtype];
  const { names, columns } = privilegesOf(privileges) ?? {};
  const roles = allOf(grantees, 'RoleSpec').flatMap(granteeOf);
  if (targtype !== 'ACL_TARGET_OBJECT' || !read || !names || (option && !isGrant) || roles.length !== grantees?.length) return [];
  return (objects ?? []).map((object): Op => {
    const on = read(object, context);
    const securable = columns ? withColumns(on, columns) : on;
    return isGrant
      ? { op: 'grant', privileges: names, on: securable, to: roles, ...(option && { withGrantOption: true }) }
      : { op: 'revoke', privileges: names, on: securable, from: roles, ...(behavior === 'DROP_CASCADE' && { cascade: true }) };
  });
}

interface Privileges {
  readonly names: readonly Privilege[];
  readonly columns?: readonly string[];
}

/** Nothing where each privilege is on other columns, or one of them has no name here. */
function privilegesOf(nodes: readonly Node[] | undefined): Privileges | undefined {
  const all = allOf(nodes, 'AccessPriv');
  const [first] = all;
  if (!first) return { names: ['all'] };
  const columns = stringsOf(first.cols);
  const names = all.map(({ priv_name: name = 'all' }) => name);
  const isOne = all.every(({ cols }) => stringsOf(cols).join('\0') === columns.join('\0'));
  return isOne && names.every(isPrivilege) ? { names, ...(columns.length > 0 && { columns }) } : undefined;
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

function granteeOf({ roletype, rolename }: RoleSpec): readonly Grantee[] {
  if (roletype === 'ROLESPEC_PUBLIC') return [PUBLIC];
  return roletype === 'ROLESPEC_CSTRING' && rolename !== undefined ? [{ name: rolename }] : [];
}
