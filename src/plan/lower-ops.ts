import { type Diagnostic, type Place, formatPlace } from '../diagnostics.ts';
import type { Dialect, Lowered } from '../dialects/dialect.ts';
import { lowerOp } from '../dialects/lower.ts';
import type { Migration } from '../migration.ts';
import { checkNames } from '../ops/check-names.ts';
import { displayTable } from '../ops/display.ts';
import { type Op, describe } from '../ops/index.ts';
import type { SchemaModel } from '../schema/model.ts';
import { keyOf } from '../schema/name.ts';
import type { Origin, Statement } from './plan.ts';
import { type ReplayedSchema, after, view } from './replay.ts';
import { statementOf } from './statement.ts';

export interface OpsToLower {
  readonly dialect: Dialect;
  readonly migration: Pick<Migration, 'file' | 'data'>;
  readonly ops: readonly Op[];
  /** Before them. */
  readonly schema: ReplayedSchema;
}

/** The statements of a migration's ops, each in the schema that those before it leave. @param problems those found are put to them */
export function lowerOps(
  { dialect, migration, ops, schema }: OpsToLower,
  problems: Diagnostic[],
): { readonly statements: readonly Statement[]; readonly schema: ReplayedSchema } {
  const statements: Statement[] = [];
  let current = schema;
  for (const op of ops) {
    const misnamed = checkNames(op, current.model);
    problems.push(...misnamed.map((found) => ({ ...found, place: found.place ?? { file: migration.file } })));
    const lowered = misnamed.length ? [] : lowerOp(op, dialect, view(current), migration.data);
    if ('code' in lowered) problems.push({ ...explained(lowered, op, current.model), place: lowered.place ?? { file: migration.file } });
    else addStatements(statements, lowered, op, migration);
    // What cannot be written cannot be read either.
    if (op.op !== 'execute' || !('code' in lowered)) current = after(current, op);
  }
  return { statements, schema: current };
}

/** Where hand-written SQL could not be read, a refusal says that as well. */
function explained(refused: Diagnostic, op: Op, { opaque }: SchemaModel): Diagnostic {
  const unread = 'table' in op ? opaque.get(keyOf(op.table)) : undefined;
  if (!unread || refused.code !== 'refused') return refused;
  const { name, reason, place } = unread;
  const where = place ? ` in ${formatPlace(place)}` : '';
  const table = displayTable(name);
  const hint = `Hand-written SQL${where} makes or changes '${table}', and is not read: ${reason}. Say behind it what the table is: describesTable('${table}', [ … ]).`;
  return { ...refused, hint };
}

/** An op of rows has a statement for each in some databases: they share what is known of the op. */
function addStatements(statements: Statement[], lowered: readonly Lowered[], op: Op, migration: OpsToLower['migration']): void {
  const place = op.origin ?? { file: migration.file };
  const origin: OpOrigin = { kind: 'op', op: op.op, description: describe(op), ...place };
  for (const each of lowered) {
    const { line = 0 } = each;
    const moved = line && place.line !== undefined;
    statements.push(statementOf(each, moved ? movedTo(origin, { file: place.file, line: place.line + line }) : origin));
  }
}

type OpOrigin = Extract<Origin, { readonly kind: 'op' }>;

/** The column is that of the op alone. */
function movedTo({ kind, op, description }: OpOrigin, place: Place): Origin {
  return { kind, op, description, ...place };
}
