import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Default, Identity } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, type Lowered, type LoweringContext, Refusal, refuse, schemaStatement } from '../dialect.ts';
import { withOwnCollation } from '../standard/collation.ts';
import { type ColumnFacts, columnFacts } from '../standard/column-facts.ts';
import { writeName, writeTable } from '../write.ts';
import { alterComputed } from './alter-computed.ts';
import { addDefault, addEnumCheck, dropDefault, dropEnumCheck } from './column-constraints.ts';
import { commentChange } from './comments.ts';
import { refuseReferred } from './referred.ts';
import { released } from './released.ts';
import { type Restated, restated } from './restated.ts';
import { renameColumn, renameDefault } from './rename.ts';

/**
 * In this order: what rests on the column goes, its default goes, type and nullability change in one statement that
 * says both, the default comes back, then the comment, then the name, and what went comes back:
 * https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql
 */
export function alterColumn(written: AlterColumn, context: LoweringContext): readonly Lowered[] {
  const op = withOwnCollation(written, context.dialect);
  if (op.using) refuseUsing(op);
  const facts = columnFacts(op, context);
  refuseIdentity(op, facts);
  return alterComputed(op, facts, context) ?? alterPlain(op, facts, context);
}

function alterPlain(op: AlterColumn, facts: ColumnFacts, { dialect, schema }: LoweringContext): readonly Lowered[] {
  const { table, column, to } = op;
  const change = restated(op, facts, dialect);
  const dependents = released(op, facts, change, dialect);
  if (change) refuseReferred(table, column, schema, 'alters');
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

/** ALTER COLUMN knows no IDENTITY: https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql */
function refuseIdentity({ column, to: { identity } }: AlterColumn, facts: ColumnFacts): void {
  if (identity === undefined || numbering(identity) === numbering(facts.identity)) return;
  refuse(
    `SQL Server cannot make '${column}' an identity column, take its identity away or change how it counts`,
    'Add another column that is as it must be, carry the values over with execute(…), drop this one and rename; ' +
      'the number that comes next is set by DBCC CHECKIDENT.',
  );
}

/** Who may give the number is not said of an identity column. */
const numbering = (identity: Identity | null | undefined): string | undefined =>
  identity ? JSON.stringify({ start: 1, increment: 1, ...identity, always: undefined }) : JSON.stringify(identity);

function alterStatement({ table, column }: AlterColumn, restatement: Restated, dialect: Dialect): string {
  const { newType, collate, nullable } = restatement;
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
