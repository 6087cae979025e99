import { problem } from '../errors.ts';
import { checkOps } from '../ops/check.ts';
import { displayTable } from '../ops/display.ts';
import { type Op, evolve } from '../ops/index.ts';
import type { Reading } from '../reader/index.ts';
import { EMPTY_SCHEMA } from '../schema/model.ts';
import { type SplitStatement, splitWithProblems } from '../sql/split.ts';
import { type DesiredContext, type Read, wrong } from './context.ts';
import type { SchemaFile } from './files.ts';

/** What the statements of a file make. */
export async function readSql({ file, text }: SchemaFile, { dialect, openReader }: DesiredContext): Promise<Read> {
  const { statements, problems } = splitWithProblems(text, dialect.name, { file });
  const reader = await openReader(dialect.name);
  let before = EMPTY_SCHEMA;
  const read = statements.map((statement) => {
    const each = readStatement(statement, file, (text) => reader(text, before));
    before = each.ops.reduce(evolve, before);
    return each;
  });
  const found = [...problems, ...read.flatMap((each) => each.problems)];
  if (found.length > 0) return wrong(found);
  const { ops, problems: misshapen } = checkOps(read.flatMap((each) => each.ops), () => ({ file }));
  return { ops: ops as readonly Op[], problems: misshapen };
}

function readStatement({ sql: statement, line, column }: SplitStatement, file: string, read: (statement: string) => Reading): Read {
  const place = { file, line, column };
  const reading = read(statement);
  if ('opaque' in reading) {
    const names = reading.opaque.map(displayTable);
    return wrong([problem('unjudged-statement', { statement, names, reason: reading.reason }, place)]);
  }
  if (reading.ops.length === 0) return wrong([problem('no-schema-statement', { statement }, place)]);
  return { ops: reading.ops.map((op) => ({ ...op, origin: place })), problems: [] };
}
