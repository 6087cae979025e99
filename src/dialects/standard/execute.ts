import type { Diagnostic } from '../../diagnostics.ts';
import type { Execute } from '../../ops/execute.ts';
import { type Recognised, recognise } from '../../sql/recognise.ts';
import { type SplitStatement, splitWithProblems } from '../../sql/split.ts';
import { type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import { writeFragment } from '../write.ts';

/** More would be a loop written as a list. */
const MOST_REPEATS = 100;

/** Hand-written SQL, a statement each, cut as the dialect's own client would; a text of comments alone gives none. */
export function execute(op: Execute, { dialect }: LoweringContext): readonly Lowered[] {
  const { statements, problems } = splitWithProblems(writeFragment(dialect, op.sql), dialect.name);
  if (problems.length) refuseText(problems, op);
  const read = statements.map((statement) => ({ statement, recognised: recognise(statement.sql, dialect.name) }));
  refuseTransactions(read, op);
  return read.flatMap((each) => lowered(each, op));
}

function refuseText(problems: readonly Diagnostic[], op: Execute): never {
  const lines = problems.map(({ place }) => place?.line ?? 1);
  const reasons = problems.map(({ message }, index) => `${lineOf(lines[index] ?? 1, op)}: ${message}`);
  return refuse(reasons.join('; '), problems[0]?.hint ?? 'Correct the SQL text.', linesAfter(lines[0] ?? 1, op));
}

interface ReadStatement {
  readonly statement: SplitStatement;
  readonly recognised: Recognised;
}

function refuseTransactions(read: readonly ReadStatement[], op: Execute): void {
  const found = read.flatMap(({ statement, recognised }) => (recognised.kind === 'transaction' ? statement : []));
  const [first] = found;
  if (!first) return;
  const places = found.map(({ sql, line }) => `'${firstLine(sql)}' in ${lineOf(line, op)}`);
  refuse(
    `transactions are the script's to control, not the migration's: ${places.join(', ')}`,
    "Remove the statement; see the flag '--transaction', and { transactional: false } for what must stand outside one.",
    linesAfter(first.line, op),
  );
}

/** A line of the text, from 1: where it stands in its file is known only of a `.sql` migration. */
const lineOf = (line: number, { verbatim, origin }: Execute): string =>
  verbatim && origin?.line !== undefined ? `line ${origin.line + line - 1}` : `line ${line} of its text`;

/** How far below the op's own place a line of its text stands, where that is known. */
const linesAfter = (line: number, { verbatim }: Execute): number => (verbatim ? line - 1 : 0);

const firstLine = (sql: string): string => sql.split('\n', 1)[0]?.slice(0, 40) ?? '';

function lowered({ statement: { sql, line, compound, repeat = 1, data }, recognised }: ReadStatement, op: Execute): readonly Lowered[] {
  const below = linesAfter(line, op);
  if (data !== undefined)
    refuse('COPY … FROM STDIN is followed by its rows', 'Write the rows with bulkInsert(…) or INSERT.', below);
  if (repeat > MOST_REPEATS)
    refuse(`'GO ${repeat}' repeats its batch too often`, 'Write the repetition as a WHILE loop.', below);
  const { kind, transactional } = recognised;
  const statement: Lowered = {
    sql,
    // A routine may change rows, so that it needs the COMMIT that follows data, even where it defines things as well.
    kind: kind === 'schema' ? 'schema' : 'data',
    transactional,
    compound,
    ...(op.verbatim && { line: below }),
  };
  return Array.from({ length: repeat }, () => statement);
}
