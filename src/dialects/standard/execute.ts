import type { Diagnostic } from '../../diagnostics.ts';
import type { Execute } from '../../ops/execute.ts';
import { recognise } from '../../sql/recognise.ts';
import { type SplitStatement, splitWithProblems } from '../../sql/split.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import { writeFragment } from '../write.ts';

/** More would be a loop written as a list. */
const MOST_REPEATS = 100;

/** Hand-written SQL, a statement each, cut as the dialect's own client would; a text of comments alone gives none. */
export function execute({ sql, verbatim }: Execute, { dialect }: LoweringContext): readonly Lowered[] {
  const { statements, problems } = splitWithProblems(writeFragment(dialect, sql), dialect.name);
  if (problems.length) refuseText(problems);
  refuseTransactions(statements, dialect);
  return statements.flatMap((statement) => lowered(statement, dialect, verbatim ?? false));
}

/** The text's own lines: where it stands in its file is known only of a `.sql` migration. */
function refuseText(problems: readonly Diagnostic[]): never {
  const reasons = problems.map(({ message, place }) => `line ${place?.line ?? 1} of its text: ${message}`);
  return refuse(reasons.join('; '), problems[0]?.hint ?? 'Correct the SQL text.');
}

function refuseTransactions(statements: readonly SplitStatement[], dialect: Dialect): void {
  const found = statements.filter(({ sql }) => recognise(sql, dialect.name).kind === 'transaction');
  if (found.length === 0) return;
  const places = found.map(({ sql, line }) => `'${firstLine(sql)}' in line ${line} of its text`);
  refuse(
    `transactions are the script's to control, not the migration's: ${places.join(', ')}`,
    "Remove the statement; see the flag '--transaction', and { transactional: false } for what must stand outside one.",
  );
}

const firstLine = (sql: string): string => sql.split('\n', 1)[0]?.slice(0, 40) ?? '';

function lowered(
  { sql, line, compound, repeat = 1, data }: SplitStatement,
  dialect: Dialect,
  verbatim: boolean,
): readonly Lowered[] {
  if (data !== undefined)
    refuse('COPY … FROM STDIN is followed by its rows', 'Write the rows with bulkInsert(…) or INSERT.');
  if (repeat > MOST_REPEATS)
    refuse(`'GO ${repeat}' repeats its batch too often`, 'Write the repetition as a WHILE loop.');
  const { kind, transactional } = recognise(sql, dialect.name);
  const statement: Lowered = {
    sql,
    // A routine may change rows, so that it needs the COMMIT that follows data, even where it defines things as well.
    kind: kind === 'schema' ? 'schema' : 'data',
    transactional,
    compound,
    ...(verbatim && { line: line - 1 }),
  };
  return Array.from({ length: repeat }, () => statement);
}
