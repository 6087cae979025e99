import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Default } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, type Lowered, type LoweringContext, Refusal, refuse, schemaStatement } from '../dialect.ts';
import { type ColumnFacts, columnFacts, missingFacts } from '../standard/column-facts.ts';
import { writeName, writeTable, writeType } from '../write.ts';
import { alterComputed } from './alter-computed.ts';
import { collationWords, keepsCollation } from './collation.ts';
import { addDefault, addEnumCheck, dropDefault, dropEnumCheck } from './column-constraints.ts';
import { commentChange } from './comments.ts';
import { released } from './released.ts';
import { renameColumn, renameDefault } from './rename.ts';

/**
 * In this order: what rests on the column goes, its default goes, type and nullability change in one statement that
 * says both, the default comes back, then the comment, then the name, and what went comes back:
 * https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql
 */
export function alterColumn(op: AlterColumn, context: LoweringContext): readonly Lowered[] {
  if (op.using) refuseUsing(op);
  const facts = columnFacts(op, context);
  refuseIdentity(op, facts);
  return alterComputed(op, facts, context) ?? alterPlain(op, facts, context);
}

function alterPlain(op: AlterColumn, facts: ColumnFacts, { dialect }: LoweringContext): readonly Lowered[] {
  const { table, column, to } = op;
  const change = restated(op, facts, dialect);
  const dependents = released(op, facts, change, dialect);
  const enums = enumChecks(op, facts, dialect);
  const defaults = defaultChange(op, facts, change);
  return [
    ...dependents.before,
    ...enums.before,
    ...(defaults.dropped ? [dropDefault(table, column, dialect)] : []),
    ...(change ? [schemaStatement(alterStatement(op, change, dialect))] : []),
    ...(defaults.added === undefined ? [] : [newDefault(op, defaults.added, facts, dialect)]),
    ...(to.comment === undefined ? [] : commentChange({ table, column }, facts.comment, to.comment, dialect)),
    ...(to.name === undefined ? [] : [renameColumn(table, column, to.name, dialect)]),
    ...(to.name !== undefined && keepsDefault(facts, defaults) ? [renameDefault(table, column, to.name, dialect)] : []),
    ...enums.after,
    ...dependents.after,
  ];
}

const refuseUsing = ({ column }: AlterColumn): never =>
  refuse(
    `SQL Server converts the values of '${column}' in its own way and takes no 'using'`,
    'Leave it out where that way is right; else add a column, fill it with execute(…), drop the old one and rename.',
  );

/** https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql: ALTER COLUMN knows no IDENTITY. */
function refuseIdentity({ column, to: { identity } }: AlterColumn, facts: ColumnFacts): void {
  if (identity === undefined || JSON.stringify(identity) === JSON.stringify(facts.identity)) return;
  refuse(
    `SQL Server makes column '${column}' no identity column, nor a plain one of it, nor counts it otherwise`,
    'Add another column that is as it must be, carry the values over with execute(…), drop this one and rename; ' +
      'the number that comes next is set by DBCC CHECKIDENT.',
  );
}

/** What ALTER COLUMN says, and how far that is from what was. */
export interface Restated {
  readonly newType: string;
  readonly formerType?: string;
  readonly nullable: boolean;
  readonly becomesRequired: boolean;
  readonly keepsNullability: boolean;
  /** ` COLLATE …`; a collation that is not said again becomes the database's. */
  readonly collate: string;
  readonly recollated: boolean;
}

/**
 * Type, collation and nullability are stated together: what is left out becomes the session's or the database's default,
 * not what it was.
 */
function restated(op: AlterColumn, facts: ColumnFacts, dialect: Dialect): Restated | undefined {
  const { to } = op;
  const keepsNullability = to.nullable === undefined || to.nullable === facts.nullable;
  if (to.type === undefined && to.collation === undefined && keepsNullability) return undefined;
  const type = to.type ?? facts.type;
  const nullable = to.nullable ?? facts.nullable;
  const missing = factsMissing(op, facts);
  if (missing.length || type === undefined || nullable === undefined) return missingFacts(op, missing);
  const newType = writeType(dialect, type);
  const formerType = facts.type && writeType(dialect, facts.type);
  const collate = collateWords(op, type, facts, dialect);
  const recollated = to.collation !== undefined && JSON.stringify(to.collation) !== JSON.stringify(facts.collation);
  if (newType === formerType && keepsNullability && !recollated) return undefined;
  if (nullable && facts.column?.identity) {
    refuse(
      `the identity column '${op.column}' cannot hold NULL`,
      "Leave 'nullable' out: the database numbers every row.",
    );
  }
  const becomesRequired = !nullable && facts.nullable !== false;
  const former = formerType === undefined ? {} : { formerType };
  return { newType, ...former, nullable, becomesRequired, keepsNullability, collate, recollated };
}

/** "If not specified, the column is assigned the default collation of the database" (ALTER TABLE, COLLATE). */
function collateWords({ column: name, to }: AlterColumn, type: ColumnType, facts: ColumnFacts, dialect: Dialect): string {
  const kept = facts.collation !== null && keepsCollation(type) ? facts.collation : undefined;
  const collation = to.collation === undefined ? kept : to.collation;
  return collationWords({ name, type, ...(collation !== undefined && { collation }) }, dialect)
    .map((words) => ` ${words}`)
    .join('');
}

/** Another type takes the default away, so that it must be known to come back. */
const isUnknownDefault = ({ to }: AlterColumn, facts: ColumnFacts): boolean =>
  to.type !== undefined && to.default === undefined && facts.default === undefined;

type Missing = Parameters<typeof missingFacts>[1];

function factsMissing(op: AlterColumn, facts: ColumnFacts): Missing {
  const { to } = op;
  const type = to.type ?? facts.type;
  const losesCollation = to.collation === undefined && facts.collation === undefined && type && keepsCollation(type);
  return [
    ...(type === undefined ? (['type'] as const) : []),
    ...(to.nullable === undefined && facts.nullable === undefined ? (['nullable'] as const) : []),
    ...(isUnknownDefault(op, facts) ? (['default'] as const) : []),
    ...(losesCollation ? (['collation'] as const) : []),
  ];
}

function alterStatement({ table, column }: AlterColumn, { newType, collate, nullable }: Restated, dialect: Dialect): string {
  const definition = `${writeName(dialect, column)} ${newType}${collate} ${nullable ? 'NULL' : 'NOT NULL'}`;
  return `ALTER TABLE ${writeTable(dialect, table)} ALTER COLUMN ${definition}`;
}

interface DefaultChange {
  /** The former default is taken away, where there is one. */
  readonly dropped: boolean;
  readonly added?: Default;
}

/** A column keeps its default only while its type stays; length, precision and scale may change. */
function defaultChange(op: AlterColumn, facts: ColumnFacts, change: Restated | undefined): DefaultChange {
  const { to } = op;
  if (to.default !== undefined) {
    return { dropped: facts.default !== null, ...(to.default !== null && { added: to.default }) };
  }
  if (to.type === undefined || !change || baseOf(change.newType) === baseOf(change.formerType))
    return { dropped: false };
  const { default: former = null } = facts;
  return former === null ? { dropped: false } : { dropped: true, added: former };
}

/** `nvarchar` of `nvarchar(50)`. */
const baseOf = (type: string | undefined): string | undefined => type?.replace(/\(.*/, '');

const keepsDefault = (facts: ColumnFacts, { dropped }: DefaultChange): boolean =>
  facts.default !== undefined && facts.default !== null && !dropped;

function newDefault({ table, column, to }: AlterColumn, value: Default, facts: ColumnFacts, dialect: Dialect): Lowered {
  try {
    return addDefault({ table, column, type: to.type ?? facts.type, value, finalName: to.name ?? column }, dialect);
  } catch (error) {
    if (!(error instanceof Refusal) || to.default !== undefined) throw error;
    return refuse(
      `the default of '${column}' does not fit its new type: ${error.message}`,
      "Say what becomes of it: add 'default: …' with a value of the new type, or 'default: null', to the changes.",
    );
  }
}

interface Around {
  readonly before: readonly Lowered[];
  readonly after: readonly Lowered[];
}

/** An enum's list of values goes with its type, and out of the way of a new name. */
function enumChecks({ table, column, to }: AlterColumn, { type: former }: ColumnFacts, dialect: Dialect): Around {
  const type = to.type ?? former;
  if (to.type === undefined && to.name === undefined) return { before: [], after: [] };
  const mayBeThere = to.type !== undefined && (former === undefined || former.type === 'native');
  const drops = former?.type === 'enum' || mayBeThere;
  const isEnum = (each: ColumnType | undefined): each is ColumnType & { readonly type: 'enum' } =>
    each?.type === 'enum';
  return {
    before: drops ? [dropEnumCheck(table, column, mayBeThere, dialect)] : [],
    after: isEnum(type) ? [addEnumCheck(table, to.name ?? column, type, dialect)] : [],
  };
}
