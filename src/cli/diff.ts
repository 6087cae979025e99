import { type Project, dialectOf } from '../compiler.ts';
import { type Difference, compareSchemas } from '../compare/index.ts';
import { desiredSchema } from '../desired-schema.ts';
import { describe } from '../ops/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { chosenDialect } from './chosen-dialect.ts';
import { renamesOf } from './renames.ts';
import type { Report } from './report.ts';
import { bothTold, schemaNamed, sqlText } from './schema-models.ts';

export interface DiffRequest {
  readonly from: string;
  /** Without it, the schema that the config says is wanted. */
  readonly to: string | undefined;
  readonly dialect: DialectName | undefined;
  readonly rename: readonly string[];
  /** Say it in SQL. */
  readonly sql: boolean;
  /** End with 1 where there is a difference. */
  readonly exitCode: boolean;
}

/**
 * What leads from one schema to another.
 *
 * @throws MigsqlError of a code of `resolve`, or with the problems of the migrations and files
 */
export async function diff(project: Project, { from, to, rename, sql, exitCode, ...asked }: DiffRequest): Promise<Report> {
  const dialect = chosenDialect(project, asked.dialect);
  const renames = renamesOf(rename);
  const first = await schemaNamed(project, from, dialect);
  const second = to === undefined ? await desiredSchema(project.config, dialect) : await schemaNamed(project, to, dialect);
  const [before, after] = bothTold(first, second);
  const database = { dialect: dialectOf(project.config, dialect), schemaMap: project.config.schemaMap };
  const found = compareSchemas(before, after, { dialect: database.dialect, renames });
  const text = sql ? sqlText(found.map(({ op }) => op), before, database) : undefined;
  return {
    data: { dialect, differences: found.map(differenceData), ...(text !== undefined && { sql: text }) },
    lines: text === undefined ? differenceLines(found) : text.split('\n').slice(0, -1),
    failed: exitCode && found.length > 0,
  };
}

export const differenceData = ({ op, destructive }: Difference): object => ({
  ...op,
  description: describe(op),
  ...(destructive !== undefined && { destructive }),
});

/** A line an op, with what it may cost. */
export const differenceLines = (found: readonly Difference[]): readonly string[] =>
  found.map(({ op, destructive }) => `${describe(op)}${destructive === undefined ? '' : `\n    careful: ${destructive}`}`);
