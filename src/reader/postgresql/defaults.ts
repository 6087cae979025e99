import type { Node } from 'libpg-query';
import { readDefault } from '../../dialects/read-default.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { Default } from '../../schema/table.ts';
import { nextValue } from '../../sql/fragment.ts';
import { type ColumnType, types } from '../../sql/types.ts';
import { type Context, expressionText } from './context.ts';
import type { Parse } from './grammar.ts';
import { asKind, isKind, relationName, stringsOf } from './nodes.ts';

/** Of a column that no op made, a plain value is taken as it stands. */
const UNKNOWN = types.native('unknown');

/** The default whose text stands between two tokens; nothing where it is NULL. */
export function readDefaultOf(
  node: Node | undefined,
  from: number,
  to: number,
  type: ColumnType | undefined,
  context: Context,
): Default | undefined {
  const written = expressionText(node, from, to, context);
  const sequence = sequenceOf(node, context.parse);
  return sequence ? nextValue(sequence) : readDefault(written, type ?? UNKNOWN, 'postgresql');
}

/** `nextval('order_number'::regclass)`: the text is a name as SQL writes it. */
function sequenceOf(node: Node | undefined, parse: Parse): ObjectName | undefined {
  if (!isKind(node, 'FuncCall')) return undefined;
  const { funcname, args = [] } = asKind(node, 'FuncCall');
  const [argument] = args;
  if (stringsOf(funcname).at(-1) !== 'nextval' || args.length !== 1) return undefined;
  const text = isKind(argument, 'TypeCast') ? asKind(argument, 'TypeCast').arg : argument;
  const constant = isKind(text, 'A_Const') ? asKind(text, 'A_Const') : {};
  const name = 'sval' in constant ? constant.sval?.sval : undefined;
  return name === undefined ? undefined : relationName(asKind(asKind(parse(`LOCK ${name}`), 'LockStmt').relations?.[0], 'RangeVar'));
}
