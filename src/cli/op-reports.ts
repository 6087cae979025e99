import { formatPlace } from '../diagnostics.ts';
import { Refusal } from '../dialects/dialect.ts';
import { DIALECTS } from '../dialects/index.ts';
import { writeFragment } from '../dialects/write.ts';
import { type RawStatement, describeRawSql } from '../lint/raw-sql.ts';
import type { Migration } from '../migration.ts';
import type { Execute } from '../ops/execute.ts';
import { type AuthoredOp, type Op, describe } from '../ops/index.ts';
import { opsForDialect } from '../ops/for-dialect.ts';
import { type Variables, withVariables } from '../ops/variables.ts';
import type { DialectName } from '../sql/dialect-name.ts';

/** An op for programs. */
export interface OpData {
  readonly op: string;
  readonly description: string;
  readonly place?: string;
  /** What hand-written SQL reads and changes, as far as it could be recognised. */
  readonly statements?: readonly RawStatement[];
  /** Its statements in the dialect, where that was asked for; none when it is needless there. */
  readonly sql?: readonly string[];
}

/** What a migration does in one dialect. */
export interface OpsData {
  readonly upgrade: readonly OpData[];
  readonly downgrade: 'reversed' | readonly OpData[] | { readonly irreversible: string };
}

export const NO_OPS: OpsData = { upgrade: [], downgrade: [] };

export async function opsData({ upgrade, downgrade }: Migration, dialect: DialectName, variables: Variables = {}): Promise<OpsData> {
  const listed = (ops: readonly AuthoredOp[]): Promise<readonly OpData[]> =>
    Promise.all(opsForDialect(ops, dialect).map((op) => opData(op, dialect, variables)));
  if (downgrade === 'reversed') return { upgrade: await listed(upgrade), downgrade };
  if ('irreversible' in downgrade) return { upgrade: await listed(upgrade), downgrade: { irreversible: downgrade.irreversible } };
  return { upgrade: await listed(upgrade), downgrade: await listed(downgrade) };
}

async function opData(op: Op, dialect: DialectName, variables: Variables): Promise<OpData> {
  const text = op.op === 'execute' ? textOf(withVariables(op, variables), dialect) : undefined;
  const recognised = text === undefined ? undefined : await describeRawSql(text, dialect);
  return {
    op: op.op,
    description: describe(op),
    ...(op.origin && { place: formatPlace(op.origin) }),
    ...(recognised && { statements: recognised.statements }),
  };
}

/** Nothing where the dialect has no text of it, as of a variable without a value: what it would do is not known then. */
function textOf({ sql }: Execute, dialect: DialectName): string | undefined {
  try {
    return writeFragment(DIALECTS[dialect], sql);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** A line an op, and one for each statement that was recognised in hand-written SQL. */
export function opLines({ upgrade, downgrade }: OpsData): readonly string[] {
  const undo = downgrade === 'reversed' ? ['  downgrade:      reversed, op by op'] : undoLines(downgrade);
  return [...listLines('upgrade', upgrade), ...undo];
}

const undoLines = (downgrade: readonly OpData[] | { readonly irreversible: string }): readonly string[] =>
  'irreversible' in downgrade
    ? [`  downgrade:      irreversible: ${downgrade.irreversible}`]
    : listLines('downgrade', downgrade);

function listLines(name: string, ops: readonly OpData[]): readonly string[] {
  const lines = ops.flatMap((op) => [
    `${op.description}${op.place === undefined ? '' : ` (${op.place})`}`,
    ...(op.statements ?? []).map((statement) => `  ${statementLine(statement)}`),
    ...(op.sql ? sqlLines(op.sql) : []),
  ]);
  return (lines.length ? lines : ['nothing']).map((line, index) => `  ${(index ? '' : `${name}:`).padEnd(16)}${line}`);
}

/** `update customer, every row` */
function statementLine({ kind, tables, hasWhere }: RawStatement): string {
  const whole = (kind === 'update' || kind === 'delete') && !hasWhere ? ', every row' : '';
  return `${kind} ${tables.join(', ')}${whole}`;
}

/** As it would stand in a script; what a terminal would obey is shown as a space. */
const sqlLines = (sql: readonly string[]): readonly string[] =>
  (sql.length ? sql.flatMap((text) => `${text.replace(/;?$/, ';')}`.split('\n')) : ['-- nothing in this dialect']).map(
    (line) => `  ${line.replace(/\p{Cc}/gu, ' ')}`,
  );
