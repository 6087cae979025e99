import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Project } from '../compiler.ts';
import { desiredSchema } from '../desired-schema.ts';
import { type Untold, withUntold } from '../desired/index.ts';
import { MigsqlError } from '../errors.ts';
import { lowerOp } from '../dialects/lower.ts';
import type { Dialect, Lowered } from '../dialects/dialect.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { type Op, evolve } from '../ops/index.ts';
import { schemaAt } from '../replay.ts';
import { type SchemaModel, viewOf } from '../schema/model.ts';
import { framed } from '../script/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';

/**
 * The schema that a text names: a target, or the path of a file or folder that says one.
 *
 * @throws MigsqlError of a code of `resolve`, or with the problems of the files
 */
export async function schemaNamed(project: Project, text: string, dialect: DialectName): Promise<Told> {
  const path = resolve(text);
  const isPath = /[\\/]/.test(text) || (extname(text) !== '' && existsSync(path));
  return isPath ? desiredSchema(project.config, dialect, [{ path }]) : { model: await schemaAt(project, text, dialect) };
}

/** A schema, and what those who say it have no words for. */
export interface Told {
  readonly model: SchemaModel;
  readonly untold?: Untold;
}

/** Two schemas, each with what only the other can say. */
export const bothTold = (before: Told, after: Told): readonly [SchemaModel, SchemaModel] => [
  completed(before, after.model),
  completed(after, before.model),
];

const completed = ({ model, untold }: Told, by: SchemaModel): SchemaModel => (untold ? withUntold(model, untold, by) : model);

/**
 * Ops as the statements that a client takes, one after the other, from a schema on.
 *
 * @throws MigsqlError `refused`, for all that the dialect cannot do
 */
export function sqlText(ops: readonly Op[], from: SchemaModel, dialect: Dialect): string {
  const problems: Diagnostic[] = [];
  let schema = from;
  const statements = ops.flatMap((op): readonly Lowered[] => {
    const lowered = lowerOp(op, dialect, viewOf(schema));
    schema = evolve(schema, op);
    if (!('code' in lowered)) return lowered;
    problems.push(lowered);
    return [];
  });
  if (problems.length) throw new MigsqlError(problems);
  return statements.map((statement) => framed(statement, dialect.name)).join('');
}

