import type { Constraint, ConstraintKind } from '../schema/constraint.ts';
import type { TableName } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import type { Fragment } from '../sql/fragment.ts';
import type { CustomOp } from './custom.ts';
import type { Op } from './index.ts';

/**
 * Templates of names for what has none, in the tokens of SQLAlchemy:
 * https://docs.sqlalchemy.org/en/20/core/constraints.html#configuring-constraint-naming-conventions
 * A name that an author gives is taken as it is.
 */
export interface NamingConvention {
  readonly ix: string;
  readonly uq: string;
  readonly ck: string;
  readonly fk: string;
  readonly pk: string;
  readonly ex: string;
}

export const DEFAULT_NAMING: NamingConvention = {
  ix: 'ix_%(table_name)s_%(column_0_N_name)s',
  uq: 'uq_%(table_name)s_%(column_0_N_name)s',
  ck: 'ck_%(table_name)s_%(column_0_N_name)s',
  fk: 'fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s',
  pk: 'pk_%(table_name)s',
  ex: 'ex_%(table_name)s_%(column_0_N_name)s',
};

/** The longest name that a database keeps whole. */
export interface NameLimit {
  readonly count: number;
  readonly unit: 'bytes' | 'characters';
}

const KINDS: { readonly [K in ConstraintKind]: keyof NamingConvention } = {
  primaryKey: 'pk',
  unique: 'uq',
  foreignKey: 'fk',
  check: 'ck',
  exclusion: 'ex',
};

const TOKEN = /%\((\w+)\)s/g;
const COLUMNS = /^(referred_)?column_(\d+|0_?N)_(name|key|label)$/;

/** What is wrong with a template, or nothing. */
export function templateFlaw(template: string): string | undefined {
  const unknown = [...template.matchAll(TOKEN)].map(([, token = '']) => token).find((token) => !isToken(token));
  if (unknown === 'constraint_name') return "has the token 'constraint_name', but a name that is given is taken as it is";
  if (unknown !== undefined) return `has the unknown token '${unknown}'`;
  return /%\((?!\w+\)s)/.test(template) ? 'has a token that does not end in )s' : undefined;
}

const isToken = (token: string): boolean =>
  token === 'table_name' || token === 'referred_table_name' || COLUMNS.test(token);

/** What the tokens of a template stand for. */
interface Facts {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly referred?: { readonly table: TableName; readonly columns: readonly string[] };
}

function filled(template: string, facts: Facts): string {
  return template.replace(TOKEN, (whole, token: string) => {
    if (token === 'table_name') return facts.table.name;
    if (token === 'referred_table_name') return facts.referred?.table.name ?? '';
    const [, referred, which = '', form] = COLUMNS.exec(token) ?? [];
    const { table, columns } = referred ? (facts.referred ?? { table: facts.table, columns: [] }) : facts;
    const shown = columns.map((column) => (form === 'label' ? `${table.name}_${column}` : column));
    if (which === '0_N') return shown.join('_');
    return which === '0N' ? shown.join('') : (shown[Number(which)] ?? whole);
  });
}

/** FNV-1a of 32 bits in hexadecimal digits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** A name that the database would not keep whole is cut, and made unique again by a hash of the whole. */
export function shortened(name: string, { count, unit }: NameLimit): string {
  const size = (text: string): number => (unit === 'bytes' ? Buffer.byteLength(text) : [...text].length);
  if (size(name) <= count) return name;
  const hash = hashOf(name);
  const characters = [...name];
  while (size(`${characters.join('')}_${hash}`) > count) characters.pop();
  return `${characters.join('')}_${hash}`;
}

/** The columns that an expression names by `name(…)`; else a hash tells it from others. */
function columnsOf(expression: Fragment): readonly string[] {
  const names = expression.sql.flatMap((part) => (typeof part === 'object' && 'name' in part ? part.name.slice(-1) : []));
  return names.length ? [...new Set(names)] : [hashOf(JSON.stringify(expression))];
}

type Key = { readonly column: string } | { readonly expression: Fragment };

const keyColumns = (keys: readonly Key[]): readonly string[] => [
  ...new Set(keys.flatMap((key) => ('column' in key ? [key.column] : columnsOf(key.expression)))),
];

function constraintColumns(constraint: Constraint): readonly string[] {
  if (constraint.kind === 'check') return columnsOf(constraint.expression);
  return constraint.kind === 'exclusion' ? keyColumns(constraint.elements) : constraint.columns;
}

/** Gives a name of a kind; a second of the same name in one op is told apart by a hash of what it is. */
type Namer = (kind: keyof NamingConvention, facts: Facts, what: object) => string;

function namerOf(convention: NamingConvention, limit: NameLimit): Namer {
  const taken = new Set<string>();
  return (kind, facts, what) => {
    const plain = filled(convention[kind], facts);
    const name = taken.has(plain) ? `${plain}_${hashOf(JSON.stringify(what))}` : plain;
    taken.add(plain);
    return shortened(name, limit);
  };
}

function namedConstraint(table: TableName, constraint: Constraint, name: Namer): Constraint {
  if (constraint.name !== undefined) return constraint;
  const referred = constraint.kind === 'foreignKey' ? { referred: constraint.references } : {};
  const facts = { table, columns: constraintColumns(constraint), ...referred };
  return { ...constraint, name: name(KINDS[constraint.kind], facts, constraint) };
}

const namedIndex = (table: TableName, index: Index, name: Namer): Index =>
  index.name === undefined ? { ...index, name: name('ix', { table, columns: keyColumns(index.keys) }, index) } : index;

/** The op with a name for each of its constraints and indexes, within what the database keeps whole. */
export function named(op: Op, convention: NamingConvention, limit: NameLimit): Op {
  const name = namerOf(convention, limit);
  switch (op.op) {
    case 'createTable':
    case 'describesTable':
    case 'addColumn':
      return {
        ...op,
        constraints: op.constraints.map((each) => namedConstraint(op.table, each, name)),
        indexes: op.indexes.map((each) => namedIndex(op.table, each, name)),
      };
    case 'addConstraint':
      return { ...op, constraint: namedConstraint(op.table, op.constraint, name) };
    case 'createIndex':
      return { ...op, index: namedIndex(op.table, op.index, name) };
    case 'rebuildTable':
      return { ...op, changes: op.changes.map((change) => named(change, convention, limit) as typeof change) };
    case 'onlyIf':
      return { ...op, ops: op.ops.map((each) => named(each, convention, limit)) };
    case 'custom':
      return namedWithin(op, (each) => named(each, convention, limit));
    default:
      return op;
  }
}

/** What undoes a project's own op is planned as it stands, and what it does to the schema is known by its names. */
function namedWithin(op: CustomOp, name: (op: Op) => Op): CustomOp {
  const { undo, effect } = op;
  return {
    ...op,
    undo: isOps(undo) ? undo.map(name) : undo,
    effect: { ...effect, ...(effect.ops && { ops: effect.ops.map(name) }) },
  };
}

const isOps = (undo: CustomOp['undo']): undo is readonly Op[] => Array.isArray(undo);
