import type { JudgeToken } from './tokens.ts';
import { cutAt, endOfName, follows, inParentheses } from './tokens.ts';

/*
 * GRANT and REVOKE, of which the grammar knows little, read by the vendor's own lines:
 * https://learn.microsoft.com/sql/t-sql/statements/grant-object-permissions-transact-sql
 * https://learn.microsoft.com/sql/t-sql/statements/grant-schema-permissions-transact-sql
 * https://learn.microsoft.com/sql/t-sql/statements/revoke-object-permissions-transact-sql
 */

const PERMISSIONS = new Set(['ALTER', 'CONTROL', 'DELETE', 'EXECUTE', 'INSERT', 'REFERENCES', 'SELECT', 'UPDATE']);
const OF_COLUMNS = new Set(['REFERENCES', 'SELECT', 'UPDATE']);

export const isPermissions = (tokens: readonly JudgeToken[]): boolean =>
  follows(tokens, 0, 'GRANT') || follows(tokens, 0, 'REVOKE');

export function permissionComplaints(tokens: readonly JudgeToken[]): readonly string[] {
  if (!isPermissions(tokens)) return [];
  const [head = [], ...rest] = cutAt(tokens.slice(1), 'ON');
  const behind = rest.flatMap((part, index) => (index ? [tokens[0] as JudgeToken, ...part] : part));
  return [...cutAt(head, ',').flatMap(permissionOf), ...securableComplaints(behind, follows(tokens, 0, 'GRANT'))];
}

function permissionOf(words: readonly JudgeToken[]): readonly string[] {
  const [permission, ...rest] = words;
  if (!permission || !PERMISSIONS.has(permission.text)) return [`${permission?.text} is no permission`];
  if (!rest.length) return [];
  const { inside, close } = inParentheses(words, 1);
  const isList = follows(words, 1, '(') && close === words.length - 1;
  const areNames = cutAt(inside, ',').every((each) => each.length === 1 && isName(each[0]));
  if (!isList || !areNames) return [`${rest[0]?.text} behind ${permission.text}`];
  return OF_COLUMNS.has(permission.text) ? [] : [`${permission.text} is granted on no columns`];
}

const isName = (token: JudgeToken | undefined): boolean => token?.kind === 'word' || token?.kind === 'name';

/** `OBJECT::s.t TO a, b WITH GRANT OPTION` or `… FROM a CASCADE` */
function securableComplaints(tokens: readonly JudgeToken[], isGrant: boolean): readonly string[] {
  const isClass = follows(tokens, 0, 'OBJECT', ':', ':') || follows(tokens, 0, 'SCHEMA', ':', ':');
  if (!isClass || !isName(tokens[3])) return ['no OBJECT:: or SCHEMA:: with a name behind ON'];
  const end = endOfName(tokens, 3);
  if (!follows(tokens, end, isGrant ? 'TO' : 'FROM')) return [`${tokens[end]?.text} behind the securable`];
  const [last = [], ...others] = cutAt(tokens.slice(end + 1), ',').toReversed();
  const principals = [...others, last.slice(0, 1)];
  const option = last.slice(1).map(({ text }) => text).join(' ');
  return [
    ...(principals.every((each) => each.length === 1 && isName(each[0])) ? [] : ['a principal is a name']),
    ...(['', isGrant ? 'WITH GRANT OPTION' : 'CASCADE'].includes(option) ? [] : [`${option} at the end`]),
  ];
}
