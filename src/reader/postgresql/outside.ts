import type { FuncCall, Node, SelectStmt, VariableSetStmt } from 'libpg-query';
import { movesSession } from '../reading.ts';
import { type Kind, allOf, asKind, isKind, kindOf, stringsOf } from './nodes.ts';

/** Rows, transactions, sessions, roles and upkeep; and what the schema model has no place for. */
const OUTSIDE: ReadonlySet<Kind> = new Set<Kind>([
  'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'CopyStmt', 'TruncateStmt',
  'TransactionStmt', 'ConstraintsSetStmt', 'LockStmt', 'VariableShowStmt', 'CheckPointStmt', 'LoadStmt',
  'NotifyStmt', 'ListenStmt', 'UnlistenStmt', 'DeallocateStmt', 'ClosePortalStmt', 'FetchStmt',
  'VacuumStmt', 'ReindexStmt', 'ClusterStmt', 'RefreshMatViewStmt',
  'CreateRoleStmt', 'AlterRoleStmt', 'AlterRoleSetStmt', 'DropRoleStmt', 'GrantRoleStmt', 'AlterDefaultPrivilegesStmt',
  'AlterOwnerStmt', 'ReassignOwnedStmt', 'SecLabelStmt',
  'CreateExtensionStmt', 'CreateDomainStmt', 'CompositeTypeStmt', 'DefineStmt', 'CreateCastStmt', 'CreateRangeStmt',
  'CreatePolicyStmt', 'AlterPolicyStmt', 'CreateStatsStmt', 'CreatePublicationStmt', 'AlterPublicationStmt', 'CreateEventTrigStmt',
  'CreatedbStmt', 'AlterDatabaseStmt', 'AlterDatabaseSetStmt', 'CreateTableSpaceStmt', 'AlterSystemStmt',
]);

/** Whether a statement changes nothing that the schema model holds. */
export function changesNothing(node: Node): boolean {
  if (isKind(node, 'VariableSetStmt')) return changesSession(asKind(node, 'VariableSetStmt'));
  if (isKind(node, 'SelectStmt')) return !makesTable(asKind(node, 'SelectStmt')) && allOf(calls(node), 'FuncCall').every(keepsPath);
  return OUTSIDE.has(kindOf(node));
}

/** SELECT … INTO. */
const makesTable = ({ intoClause, larg, rarg }: SelectStmt): boolean =>
  intoClause !== undefined || [larg, rarg].some((each) => each !== undefined && makesTable(each));

/** An empty path leaves no names without schema. */
const isPath = (name: string | undefined, [value]: readonly Node[] = []): boolean => name === 'search_path' && textIn(value) !== '';

function textIn(node: Node | undefined): string | undefined {
  const constant = isKind(node, 'A_Const') ? asKind(node, 'A_Const') : {};
  return 'sval' in constant ? (constant.sval?.sval ?? '') : undefined;
}

const changesSession = ({ name, args, kind }: VariableSetStmt): boolean =>
  isPath(name, args) || kind === 'VAR_RESET_ALL' ? movesSession() : true;

function keepsPath({ funcname, args = [] }: FuncCall): boolean {
  if (stringsOf(funcname).at(-1) !== 'set_config') return true;
  return isPath(textIn(args[0]) ?? 'search_path', args.slice(1)) ? movesSession() : true;
}

/** All calls of functions, wherever they stand. */
function calls(value: unknown): readonly Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'FuncCall' in value ? [value as Node] : [];
  return [...own, ...Object.values(value).flatMap(calls)];
}
