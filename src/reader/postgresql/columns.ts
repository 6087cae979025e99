import type { ColumnDef, Constraint as ConstraintNode, Node, TypeName } from 'libpg-query';
import { readType } from '../../dialects/read-type.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { findObject } from '../../schema/model.ts';
import type { Column, Identity } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';
import { nothingElse, unread } from '../reading.ts';
import type { Owner } from '../schema-facts.ts';
import { findOutside } from '../statement-text.ts';
import { constraintOf } from './constraints.ts';
import { readDefaultOf } from './defaults.ts';
import { type Context, expressionIn, tokenAt, typeText } from './context.ts';
import { collationName } from './indexes.ts';
import { allOf, pathName, stringsOf } from './nodes.ts';
import { sequenceSettings } from './options.ts';

/** A type that is written up to a token. An enum is known by the schema: its name alone does not tell its values. */
export function columnType(type: TypeName | undefined, to: number, context: Context): ColumnType {
  const read = readType(typeText(type, to, context), 'postgresql');
  if (read.type !== 'native' || type?.arrayBounds || type?.typmods) return read;
  const known = findObject(context.before, 'enum', pathName(stringsOf(type?.names)));
  return known ? { type: 'enum', ...known.name, values: known.values } : read;
}

export interface ReadColumn {
  readonly column: Column;
  /** What stands in its line and is the table's. */
  readonly constraints: readonly Constraint[];
}

const SERIAL: ReadonlySet<string> = new Set(['smallserial', 'serial', 'bigserial', 'serial2', 'serial4', 'serial8']);

export function columnOf(node: ColumnDef, owner: Owner, context: Context): ReadColumn {
  const { colname: name = '', typeName, collClause, constraints: nodes, is_local: _, location: __, ...rest } = node;
  nothingElse(rest);
  const parts = withAttributes(allOf(nodes, 'Constraint'));
  const starts = [collClause?.location, ...allOf(nodes, 'Constraint').map(({ location }) => location)].flatMap((each) =>
    each === undefined ? [] : [tokenAt(context, each)],
  );
  const endOf = (from: number): number =>
    Math.min(findOutside(context.text, from, (word) => word === ','), ...starts.filter((start) => start > from));
  const type = columnType(typeName, endOf(tokenAt(context, typeName?.location)), context);
  const facts = parts.map((part) => columnFact(part, type, endOf, context));
  const constraints = parts.filter(isTables).map((part) => constraintOf(part, { ...owner, column: name }, context));
  const isRequired = constraints.some(({ kind }) => kind === 'primaryKey') || SERIAL.has(stringsOf(typeName?.names).at(-1) ?? '');
  const collation = collClause && { collation: collationName(stringsOf(collClause.collname)) };
  return {
    column: Object.assign({ name, type, nullable: !isRequired, ...collation }, ...facts) as Column,
    constraints,
  };
}

/** DEFERRABLE and the like are nodes of their own behind the constraint that they are of. */
function withAttributes(nodes: readonly ConstraintNode[]): readonly ConstraintNode[] {
  return nodes.reduce<readonly ConstraintNode[]>((whole, node) => {
    const attribute = ATTRIBUTES[node.contype ?? ''];
    if (!attribute) return [...whole, node];
    const last = whole.at(-1) ?? unread('it has an attribute of no constraint');
    return [...whole.slice(0, -1), { ...last, ...attribute }];
  }, []);
}

const ATTRIBUTES: { readonly [contype: string]: Partial<ConstraintNode> | undefined } = {
  CONSTR_ATTR_DEFERRABLE: { deferrable: true },
  CONSTR_ATTR_NOT_DEFERRABLE: {},
  CONSTR_ATTR_DEFERRED: { initdeferred: true, deferrable: true },
  CONSTR_ATTR_IMMEDIATE: {},
  CONSTR_ATTR_ENFORCED: {},
};

const TABLES: ReadonlySet<string> = new Set(['CONSTR_PRIMARY', 'CONSTR_UNIQUE', 'CONSTR_CHECK', 'CONSTR_FOREIGN']);
const isTables = ({ contype }: ConstraintNode): boolean => TABLES.has(contype ?? '');

function columnFact(node: ConstraintNode, type: ColumnType, endOf: (from: number) => number, context: Context): Partial<Column> {
  if (isTables(node)) return {};
  const {
    contype, conname: _, location, is_enforced: __, initially_valid: ___, raw_expr: value, generated_when: when, generated_kind: kind,
    options, ...rest
  } = node;
  nothingElse(rest);
  const at = tokenAt(context, location);
  switch (contype) {
    case 'CONSTR_NULL':
    case 'CONSTR_NOTNULL':
      return { nullable: contype === 'CONSTR_NULL' };
    case 'CONSTR_DEFAULT':
      return defaultFact(value, at, type, endOf, context);
    case 'CONSTR_IDENTITY':
      return { identity: identityOf(when, options), nullable: false };
    case 'CONSTR_GENERATED':
      return { generated: { expression: expressionIn(value, at, context), stored: kind === 's' } };
    default:
      return unread(`it holds ${contype}`);
  }
}

function defaultFact(
  value: Node | undefined,
  at: number,
  type: ColumnType,
  endOf: (from: number) => number,
  context: Context,
): Partial<Column> {
  const from = findOutside(context.text, at, (word) => word === 'DEFAULT') + 1;
  const found = readDefaultOf(value, from, endOf(from), type, context);
  return found === undefined ? {} : { default: found };
}

export const identityOf = (when: string | undefined, options: readonly Node[] | undefined): Identity => ({
  ...(when === 'a' && { always: true }),
  ...sequenceSettings(options, true).options,
});
