import { longestName } from '../dialects/server.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError, fail } from '../errors.ts';
import type { Op } from '../ops/index.ts';
import { named } from '../ops/naming.ts';
import { withVariables } from '../ops/variables.ts';
import type { SchemaModel } from '../schema/model.ts';
import { modelOf } from './check.ts';
import type { DesiredContext, Read } from './context.ts';
import { checkDefinitions, inOrder } from './definitions.ts';
import { readDrizzle } from './drizzle/read.ts';
import { type SchemaFile, findSchemaFiles } from './files.ts';
import type { SchemaKind, SchemaPath } from './kinds.ts';
import { readModule } from './module.ts';
import { readSql } from './sql.ts';
import { NOTHING_UNTOLD, type Untold } from './untold.ts';

/** The schema that a project wants. */
export interface Desired {
  readonly model: SchemaModel;
  /** What makes it out of nothing, each op where it is written. */
  readonly ops: readonly Op[];
  /** What `withUntold` takes over from the schema that this one is compared with. */
  readonly untold: Untold;
}

/**
 * Reads the schema that files define together, in a dialect. Constraints and indexes without a name get it from the
 * naming convention; those of statements have the name that the database gives them, and stay without.
 *
 * @throws MigsqlError with every problem of every file, and of what they define together
 */
export async function loadDesired(source: readonly SchemaPath[], context: DesiredContext): Promise<Desired> {
  const found = findSchemaFiles(source, context.project);
  const read = await readAll(found.files, context);
  stopAt([...found.problems, ...read.flatMap(({ problems }) => problems)]);
  const ops = read.flatMap((each) => each.ops);
  if (ops.length === 0) fail('empty-schema', { files: found.files.map(({ file }) => file) });
  const ordered = inOrder(ops);
  const { model, problems } = modelOf(ordered);
  stopAt([...checkDefinitions(ops), ...problems]);
  return { model, ops: ordered, untold: untoldOf(read) };
}

async function readAll(files: readonly SchemaFile[], context: DesiredContext): Promise<readonly Read[]> {
  const of = (kind: SchemaKind): readonly SchemaFile[] => files.filter((file) => file.kind === kind);
  const [first, ...others] = of('drizzle');
  const drizzle = first ? [readDrizzle([first, ...others], context)] : [];
  const definitions = [...of('migsql').map((file) => readModule(file, context)), ...drizzle];
  const statements = of('sql').map((file) => readSql(file, context));
  const named = (await Promise.all(definitions)).map((read) => withNames(read, context));
  return [...named, ...(await Promise.all(statements))];
}

const withNames = (read: Read, { naming, dialect, variables }: DesiredContext): Read => ({
  ...read,
  ops: read.ops.map((op) => named(variables ? withVariables(op, variables) : op, naming, longestName(dialect))),
});

/** A kind of objects is untold where every source lacks words for it. */
function untoldOf(read: readonly Read[]): Untold {
  const [first, ...others] = read.map(({ untold = NOTHING_UNTOLD }) => untold);
  const tables = read.flatMap(({ untold }) => untold?.tables ?? []);
  return { tables, kinds: first?.kinds.filter((kind) => others.every(({ kinds }) => kinds.includes(kind))) ?? [] };
}

function stopAt(problems: readonly Diagnostic[]): void {
  if (problems.length > 0) throw new MigsqlError(problems);
}
