import { type Project, dialectOf } from '../compiler.ts';
import { compareSchemas } from '../compare/index.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { definitionsSource } from '../ops/definitions.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../schema/model.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import type { Report } from './report.ts';
import type { SchemaFormat } from './schema-formats.ts';
import { chosenDialect, schemaNamed, sqlText } from './schema-models.ts';

export interface SchemaRequest {
  /** A target or a path. */
  readonly of: string;
  readonly format: SchemaFormat;
  readonly dialect: DialectName | undefined;
}

/**
 * The schema at a revision, or that files say, in one of several forms.
 *
 * @throws MigsqlError of a code of `resolve`, or with the problems of the migrations and files
 */
export async function reportSchema(project: Project, { of, format, dialect: asked }: SchemaRequest): Promise<Report> {
  const name = chosenDialect(project, asked);
  const { model } = await schemaNamed(project, of, name);
  const text = WRITERS[format](model, dialectOf(project.config, name));
  return { data: { dialect: name, format, text }, lines: text.split('\n').slice(0, -1) };
}

const WRITERS: { readonly [F in SchemaFormat]: (model: SchemaModel, dialect: Dialect) => string } = {
  sql: (model, dialect) => sqlText(compareSchemas(EMPTY_SCHEMA, model, { dialect }).map(({ op }) => op), EMPTY_SCHEMA, dialect),
  ts: definitionsSource,
};
