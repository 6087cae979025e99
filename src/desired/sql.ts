import { problem } from '../errors.ts';
import { checkOps } from '../ops/check.ts';
import { displayTable } from '../ops/display.ts';
import type { Op } from '../ops/index.ts';
import { type SplitStatement, splitWithProblems } from '../sql/split.ts';
import { type DesiredContext, type Read, type SqlReader, wrong } from './context.ts';
import type { SchemaFile } from './files.ts';

/** What the statements of a file make. */
export async function readSql({ file, text }: SchemaFile, { dialect, openReader }: DesiredContext): Promise<Read> {
  const { statements, problems } = splitWithProblems(text, dialect.name, { file });
  const reader = await openReader(dialect.name);
  const read = statements.map((statement) => readStatement(statement, file, reader));
  const found = [...problems, ...read.flatMap((each) => each.problems)];
  if (found.length > 0) return wrong(found);
  const { ops, problems: misshapen } = checkOps(read.flatMap((each) => each.ops), () => ({ file }));
  return { ops: ops as readonly Op[], problems: misshapen };
}

function readStatement({ sql: statement, line, column }: SplitStatement, file: string, reader: SqlReader): Read {
  const place = { file, line, column };
  const reading = reader(statement);
  if ('opaque' in reading) {
    const names = reading.opaque.map(displayTable);
    return wrong([problem('unjudged-statement', { statement, names, reason: reading.reason }, place)]);
  }
  if (reading.ops.length === 0) return wrong([problem('no-schema-statement', { statement }, place)]);
  return { ops: reading.ops.map((op) => ({ ...op, origin: place })), problems: [] };
}
