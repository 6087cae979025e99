import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { compareSchemas } from '../compare/index.ts';
import type { Project } from '../compiler.ts';
import { desiredSchema } from '../desired-schema.ts';
import { type Untold, withUntold } from '../desired/index.ts';
import { MigsqlError } from '../errors.ts';
import { lowerOp } from '../dialects/lower.ts';
import type { Dialect, Lowered } from '../dialects/dialect.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { type Op, evolve } from '../ops/index.ts';
import { withSchemas } from '../ops/map-schemas.ts';
import { unmappedSchema } from '../plan/index.ts';
import { schemaAt } from '../replay.ts';
import { EMPTY_SCHEMA, type SchemaModel, viewOf } from '../schema/model.ts';
import type { SchemaMap } from '../schema/name.ts';
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
 * Ops as the statements that a client takes, one after the other, from a schema on, in the schemas of the database.
 *
 * @throws MigsqlError `refused`, for all that the dialect cannot do; `unmapped-schema`
 */
export function sqlText(ops: readonly Op[], from: SchemaModel, { dialect, schemaMap }: { readonly dialect: Dialect; readonly schemaMap?: SchemaMap | undefined }): string {
  const problems: Diagnostic[] = schemaMap ? ops.flatMap((op) => unmappedSchema(op, schemaMap)) : [];
  let schema = schemaMap ? mapped(definitions(from, dialect), schemaMap).reduce(evolve, EMPTY_SCHEMA) : from;
  const statements = (schemaMap ? mapped(ops, schemaMap) : ops).flatMap((op): readonly Lowered[] => {
    const lowered = lowerOp(op, dialect, viewOf(schema));
    schema = evolve(schema, op);
    if (!('code' in lowered)) return lowered;
    problems.push(lowered);
    return [];
  });
  if (problems.length) throw new MigsqlError(problems);
  return statements.map((statement) => framed(statement, dialect.name)).join('');
}

/** The ops that make a schema out of nothing. */
export const definitions = (model: SchemaModel, dialect: Dialect): readonly Op[] =>
  compareSchemas(EMPTY_SCHEMA, model, { dialect }).map(({ op }) => op);

const mapped = (ops: readonly Op[], map: SchemaMap): readonly Op[] => ops.map((op) => withSchemas(op, map));

