import { type Project, dialectOf } from '../compiler.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { fail } from '../errors.ts';
import { definitionsSource } from '../ops/definitions.ts';
import { mermaid, svg } from '../picture/index.ts';
import { schemaData } from '../schema/data.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../schema/model.ts';
import type { SchemaMap } from '../schema/name.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { chosenDialect } from './chosen-dialect.ts';
import { type Report, toJson } from './report.ts';
import type { SchemaFormat } from './schema-formats.ts';
import { definitions, schemaNamed, sqlText } from './schema-models.ts';

export interface SchemaRequest {
  /** A target or a path. */
  readonly of: string;
  readonly format: SchemaFormat;
  readonly dialect: DialectName | undefined;
  /** Of a picture: what has changed since this one; a target or a path. */
  readonly since: string | undefined;
}

/**
 * The schema at a revision, or that files say, in one of several forms.
 *
 * @throws MigsqlError of a code of `resolve`, or with the problems of the migrations and files
 */
export async function reportSchema(project: Project, { of, format, dialect: asked, since }: SchemaRequest): Promise<Report> {
  if (since !== undefined && !isPicture(format)) {
    const reason = `--since shows changes in a picture, and ${format} is none`;
    fail('invalid-usage', { reason, instead: "Say '--format svg' or mermaid, or see 'migsql diff'." });
  }
  const name = chosenDialect(project, asked);
  const { model } = await schemaNamed(project, of, name);
  const before = since === undefined ? undefined : (await schemaNamed(project, since, name)).model;
  const title = since === undefined ? of : `${since} to ${of}`;
  const text = await schemaText(model, format, { dialect: dialectOf(project.config, name), schemaMap: project.config.schemaMap, title, ...(before && { since: before }) });
  return { data: { dialect: name, format, text }, lines: text.split('\n').slice(0, -1) };
}

const isPicture = (format: SchemaFormat): boolean => format === 'mermaid' || format === 'svg';

interface Writing {
  readonly dialect: Dialect;
  readonly schemaMap?: SchemaMap | undefined;
  readonly title: string;
  readonly since?: SchemaModel;
}

const WRITERS: { readonly [F in SchemaFormat]: (model: SchemaModel, writing: Writing) => string | Promise<string> } = {
  sql: (model, writing) => sqlText(definitions(model, writing.dialect), EMPTY_SCHEMA, writing),
  json: (model) => toJson(schemaData(model)),
  ts: definitionsSource,
  mermaid,
  svg,
};

/** A schema in one of several forms. */
export const schemaText = async (model: SchemaModel, format: SchemaFormat, writing: Writing): Promise<string> => WRITERS[format](model, writing);
