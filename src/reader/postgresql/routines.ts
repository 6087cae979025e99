import type { CreateFunctionStmt, CreateTrigStmt, FunctionParameter, Node } from 'libpg-query';
import type { Op } from '../../ops/index.ts';
import { findObject } from '../../schema/model.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { RoutineKind } from '../../schema/object.ts';
import { type Fragment, raw } from '../../sql/fragment.ts';
import { unread } from '../reading.ts';
import { findOutside, slice } from '../statement-text.ts';
import { behindName } from './alter-table.ts';
import { type Context, sameNodes, tokenAt, typeText } from './context.ts';
import { allOf, pathName, relationName, stringsOf } from './nodes.ts';

/** All that follows the name, behind one of these words. */
function definition(word: RegExp, context: Context): Fragment {
  const named = findOutside(context.text, 0, (each) => word.test(each)) + 1;
  return raw(slice(context.text, behindName(named, context)));
}

export function createRoutine(node: CreateFunctionStmt, context: Context): readonly Op[] {
  const { is_procedure: isProcedure, replace: orReplace, funcname, parameters } = node;
  const kind: RoutineKind = isProcedure ? 'procedure' : 'function';
  const name = pathName(stringsOf(funcname));
  const signature = signatureOf(parameters, context);
  onlyOne(kind, name, signature, context);
  return [
    {
      op: 'createRoutine',
      kind,
      name,
      definition: definition(/^(?:FUNCTION|PROCEDURE)$/, context),
      ...(signature && { signature }),
      ...(orReplace && { orReplace }),
    },
  ];
}

const RESULTS: ReadonlySet<string | undefined> = new Set(['FUNC_PARAM_OUT', 'FUNC_PARAM_TABLE']);

/** The types of the arguments; nothing where there are none. */
export function signatureOf(parameters: readonly Node[] | undefined, context: Context): Fragment | undefined {
  const given = allOf(parameters, 'FunctionParameter').filter(({ mode }) => !RESULTS.has(mode));
  return given.length > 0 ? raw(given.map((each) => argumentType(each, context)).join(', ')) : undefined;
}

const ENDS: ReadonlySet<string> = new Set([',', 'DEFAULT', '=', ':']);

function argumentType({ argType }: FunctionParameter, context: Context): string {
  const from = tokenAt(context, argType?.location);
  return typeText(argType, findOutside(context.text, from, (word) => ENDS.has(word)), context);
}

/** The model knows one routine of a name; which of several is meant, only their arguments tell. */
export function onlyOne(kind: RoutineKind, name: ObjectName, signature: Fragment | undefined, { before }: Context): void {
  const known = findObject(before, kind, name);
  if (known && !sameNodes(known.signature, signature)) unread(`there is another ${kind} '${name.name}', with other arguments`);
}

/** All but its name and its table is in its definition. */
export function createTrigger(node: CreateTrigStmt, context: Context): readonly Op[] {
  const { trigname: name = '', relation, replace: orReplace, isconstraint } = node;
  if (isconstraint) return unread('it makes a constraint trigger');
  const made = { name, table: relationName(relation), definition: definition(/^TRIGGER$/, context) };
  return [{ op: 'createTrigger', ...made, ...(orReplace && { orReplace }) }];
}
