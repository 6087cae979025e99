import type { Constraint as ConstraintNode, Node, RangeVar } from 'libpg-query';
import type { Constraint, Deferrability, ExclusionElement, ForeignKey, ReferentialAction } from '../../schema/constraint.ts';
import { nothingElse, unread } from '../reading.ts';
import { type Owner, keyOf as primaryKeyOf } from '../schema-facts.ts';
import { listFrom } from '../statement-text.ts';
import { type Context, expressionIn, openingFrom, tokenAt } from './context.ts';
import { indexKey } from './indexes.ts';
import { asKind, relationName, stringsOf } from './nodes.ts';

/** A key, a foreign key, a check or an exclusion; its name is left out where the server gives it one. */
export function constraintOf(node: ConstraintNode, owner: Owner, context: Context): Constraint {
  const { contype, conname, is_enforced: enforced, location, ...facts } = node;
  const named = conname === undefined ? {} : { name: conname };
  switch (contype) {
    case 'CONSTR_PRIMARY':
      return { kind: 'primaryKey', ...named, ...keyOf(facts, owner) };
    case 'CONSTR_UNIQUE':
      return uniqueOf(facts, named, owner);
    case 'CONSTR_CHECK':
      return enforced ? checkOf(node, named, context) : unread('it has a check that is not enforced');
    case 'CONSTR_FOREIGN':
      return enforced ? foreignKeyOf(facts, named, owner, context) : unread('it has a foreign key that is not enforced');
    case 'CONSTR_EXCLUSION':
      return exclusionOf(node, named, context);
    default:
      return unread(`it holds ${contype}`);
  }
}

type Facts = Omit<ConstraintNode, 'contype' | 'conname' | 'is_enforced' | 'location'>;
interface Named {
  readonly name?: string;
}

const deferrability = (deferrable: boolean | undefined, isDeferred: boolean | undefined): Deferrability => ({
  ...(deferrable && { deferrable }),
  ...(isDeferred && { initially: 'deferred' }),
});

function keyOf({ keys, deferrable, initdeferred, initially_valid: _, ...rest }: Facts, { column }: Owner) {
  nothingElse(rest);
  return { columns: columnsOf(keys, column), ...deferrability(deferrable, initdeferred) };
}

const columnsOf = (names: readonly Node[] | undefined, column: string | undefined): readonly string[] =>
  names || column === undefined ? stringsOf(names) : [column];

function uniqueOf({ nulls_not_distinct: nullsNotDistinct, including, ...facts }: Facts, named: Named, owner: Owner): Constraint {
  return {
    kind: 'unique',
    ...named,
    ...keyOf(facts, owner),
    ...(nullsNotDistinct && { nullsNotDistinct }),
    ...(including && { on: { postgresql: { include: stringsOf(including) } } }),
  };
}

function checkOf(node: ConstraintNode, named: Named, context: Context): Constraint {
  const {
    contype: _, conname: __, is_enforced: ___, initially_valid: valid, skip_validation: ____, raw_expr: condition, location, ...rest
  } = node;
  nothingElse(rest);
  const expression = expressionIn(condition, tokenAt(context, location), context);
  return { kind: 'check', ...named, expression, ...(!valid && { notValid: true }) };
}

const ACTIONS: { readonly [letter: string]: ReferentialAction | undefined } = {
  r: 'restrict',
  c: 'cascade',
  n: 'setNull',
  d: 'setDefault',
};

const MATCHES: { readonly [letter: string]: ForeignKey['match'] | null } = { f: 'full', s: null };

function foreignKeyOf(facts: Facts, named: Named, owner: Owner, context: Context): Constraint {
  const {
    pktable, fk_attrs: columns, pk_attrs: referenced, fk_matchtype: match = '', fk_upd_action: update = 'a', fk_del_action: remove = 'a',
    skip_validation: _, initially_valid: valid, deferrable, initdeferred, ...rest
  } = facts;
  nothingElse(rest);
  const [onDelete, onUpdate, kind] = [ACTIONS[remove], ACTIONS[update], MATCHES[match]];
  if (kind === undefined) unread('it has a foreign key with MATCH PARTIAL');
  return {
    kind: 'foreignKey',
    ...named,
    columns: columnsOf(columns, owner.column),
    references: referencesOf(pktable, referenced, owner, context),
    ...(onDelete && { onDelete }),
    ...(onUpdate && { onUpdate }),
    ...(kind && { match: kind }),
    ...(!valid && { notValid: true }),
    ...deferrability(deferrable, initdeferred),
  };
}

function referencesOf(
  relation: RangeVar | undefined,
  names: readonly Node[] | undefined,
  owner: Owner,
  { before }: Context,
): ForeignKey['references'] {
  const table = relationName(relation);
  return { table, columns: names ? stringsOf(names) : primaryKeyOf(table, owner, before) };
}

function exclusionOf(node: ConstraintNode, named: Named, context: Context): Constraint {
  const {
    contype: _, conname: __, is_enforced: ___, initially_valid: ____, location, exclusions, access_method: using,
    where_clause: where, deferrable, initdeferred, ...rest
  } = node;
  nothingElse(rest);
  const open = openingFrom(tokenAt(context, location), context);
  const runs = listFrom(context.text, open + 1);
  const elements = (exclusions ?? []).map((each, index) => exclusionElement(each, runs[index]?.from ?? open, context));
  return {
    kind: 'exclusion',
    ...named,
    elements,
    ...(using !== undefined && using !== 'gist' && { using }),
    ...(where && { where: expressionIn(where, runs.at(-1)!.to + 1, context) }),
    ...deferrability(deferrable, initdeferred),
  };
}

function exclusionElement(pair: Node, from: number, context: Context): ExclusionElement {
  const [element, operator] = asKind(pair, 'List').items ?? [];
  const { order, nulls, collation, on, ...key } = indexKey(asKind(element, 'IndexElem'), from, context);
  if (order ?? nulls ?? collation) unread('it has an exclusion with an order or a collation');
  const opclass = on?.postgresql?.opclass;
  return { ...key, operator: stringsOf(asKind(operator, 'List').items).join('.'), ...(opclass !== undefined && { opclass }) };
}
