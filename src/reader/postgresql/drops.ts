import type { DropStmt, Node, ObjectWithArgs } from 'libpg-query';
import type { DropView } from '../../ops/drop-view.ts';
import type { Op } from '../../ops/index.ts';
import type { RoutineKind } from '../../schema/object.ts';
import { nothingElse, unread } from '../reading.ts';
import { indexTable } from '../schema-facts.ts';
import type { Context } from './context.ts';
import { asKind, pathName, stringsOf } from './nodes.ts';
import { onlyOne, signatureOf } from './routines.ts';

interface Dropped {
  readonly node: Node;
  readonly ifExists: { readonly ifExists?: boolean };
  readonly cascade: { readonly cascade?: boolean };
  readonly context: Context;
}

export function drop(statement: DropStmt, context: Context): readonly Op[] {
  const { objects, removeType = '', behavior, missing_ok: isOptional, concurrent, ...rest } = statement;
  nothingElse(rest);
  const read = DROPS[removeType];
  const isCascade = behavior === 'DROP_CASCADE';
  if (!read) return OUTSIDE.has(removeType) && !isCascade ? [] : unread(`what goes with its ${removeType} is not known`);
  const facts = { ifExists: isOptional ? { ifExists: true } : {}, cascade: isCascade ? { cascade: true } : {}, context };
  const ops = (objects ?? []).map((node) => read({ node, ...facts }));
  return concurrent ? ops.map((op) => ({ ...op, on: { postgresql: { concurrently: true } } }) as Op) : ops;
}

/** What the schema model has no place for, and what can be dropped alone only while nothing of the model rests on it. */
const OUTSIDE: ReadonlySet<string> = new Set([
  'OBJECT_POLICY', 'OBJECT_RULE', 'OBJECT_DOMAIN', 'OBJECT_COLLATION', 'OBJECT_STATISTIC_EXT', 'OBJECT_PUBLICATION', 'OBJECT_AGGREGATE',
  'OBJECT_OPERATOR', 'OBJECT_CAST', 'OBJECT_EXTENSION', 'OBJECT_EVENT_TRIGGER',
]);

const listed = (node: Node): readonly string[] => stringsOf(asKind(node, 'List').items);

/** Without `cascade` where the op has none. */
const alone = ({ cascade: { cascade } }: Dropped): void => {
  if (cascade) unread('what goes with it is not known');
};

const DROPS: { readonly [type: string]: ((dropped: Dropped) => Op) | undefined } = {
  OBJECT_TABLE: ({ node, ifExists, cascade }) => ({ op: 'dropTable', table: pathName(listed(node)), ...ifExists, ...cascade }),
  OBJECT_VIEW: dropView,
  OBJECT_MATVIEW: (dropped) => ({ ...dropView(dropped), materialized: true }),
  OBJECT_INDEX: dropIndex,
  OBJECT_SEQUENCE: (dropped) => {
    alone(dropped);
    return { op: 'dropSequence', name: pathName(listed(dropped.node)), ...dropped.ifExists };
  },
  OBJECT_TYPE: (dropped) => {
    alone(dropped);
    return { op: 'dropEnum', name: pathName(stringsOf(asKind(dropped.node, 'TypeName').names)), ...dropped.ifExists };
  },
  OBJECT_SCHEMA: ({ node, ifExists, cascade }) => ({ op: 'dropSchema', name: asKind(node, 'String').sval ?? '', ...ifExists, ...cascade }),
  OBJECT_FUNCTION: (dropped) => dropRoutine('function', dropped),
  OBJECT_PROCEDURE: (dropped) => dropRoutine('procedure', dropped),
  OBJECT_TRIGGER: ({ node, ifExists }) => {
    const path = listed(node);
    return { op: 'dropTrigger', name: path.at(-1) ?? '', table: pathName(path.slice(0, -1)), ...ifExists };
  },
};

function dropView({ node, ifExists, cascade }: Dropped): DropView {
  return { op: 'dropView', name: pathName(listed(node)), ...ifExists, ...cascade };
}

function dropIndex(dropped: Dropped): Op {
  alone(dropped);
  const name = pathName(listed(dropped.node));
  return { op: 'dropIndex', table: indexTable(name, dropped.context.before), name: name.name, ...dropped.ifExists };
}

function dropRoutine(kind: RoutineKind, { node, ifExists, cascade, context }: Dropped): Op {
  const { objname, objfuncargs, args_unspecified: isShort }: ObjectWithArgs = asKind(node, 'ObjectWithArgs');
  const name = pathName(stringsOf(objname));
  const signature = signatureOf(objfuncargs, context);
  if (!isShort) onlyOne(kind, name, signature, context);
  return { op: 'dropRoutine', kind, name, ...(signature && { signature }), ...ifExists, ...cascade };
}
