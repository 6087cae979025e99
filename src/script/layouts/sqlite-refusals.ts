import type { Diagnostic } from '../../diagnostics.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { type Proof, prove } from '../../dialects/sqlite/prove.ts';
import { problem } from '../../errors.ts';
import type { Block, Plan, Statement } from '../../plan/index.ts';
import { placeOf } from '../hazards.ts';
import type { ScriptOptions } from '../options.ts';

export function sqliteRefusals(plan: Plan, options: ScriptOptions, { title: dialect }: Dialect): readonly Diagnostic[] {
  const { form, client, statementTimeout } = options;
  const refused = (what: string, reason: string, hint: string): Diagnostic => problem('refused-form', { form: what, dialect, reason, hint });
  return [
    ...(form === 'idempotent' ? [refused(form, NO_CONDITIONS, FROM_HEADS)] : []),
    ...(form === 'resumable' ? [refused(form, NO_HALF, 'Correct what stopped the script, and render from the heads that the version table holds.')] : []),
    ...(statementTimeout ? [refused('time-limited', NO_LIMIT, 'Set the statement timeout to 0, and stop the shell from outside.')] : []),
    ...(form === 'plain' && client === 'generic' ? plan.steps.flatMap(({ blocks, file }) => blocks.flatMap((block) => unproved(block, file, dialect))) : []),
  ];
}

const NO_CONDITIONS = 'SQLite has neither conditional statements nor dynamic SQL, and its shell no \\if';
const FROM_HEADS = "Ask the database for its heads, with the query of 'migsql current --sql', and render from them: 'migsql render HEADS:head'.";
const NO_HALF = 'schema changes of SQLite are transactional, so that no half of a block is ever there';
const NO_LIMIT = 'SQLite has no limit for statements, only for waits';

const ONE_ROW = 'changes() = 1 AND total_changes() > total';

/** What shows that a statement took effect; nothing where a client that goes on after an error could commit without it. */
export function proofOf({ sql, proof, origin }: Statement): Proof | undefined {
  if (origin.kind === 'version-table' && origin.change) return { as: 'statement', holds: ONE_ROW };
  return proof ? { as: 'statement', holds: proof } : prove(sql);
}

/** Every statement must be proved, and stand in a transaction; an empty proof is that of the next, together with it. */
function unproved({ statements, transactional }: Block, file: string, dialect: string): readonly Diagnostic[] {
  const reason = transactional ? 'it cannot ask whether this statement took effect' : 'nothing keeps this statement from being run';
  const isProved = (statement: Statement, before: Statement | undefined): boolean =>
    statement.proof === '' || proofOf(before?.proof === '' ? joined(before, statement) : statement) !== undefined;
  return statements
    .filter((statement, index) => !transactional || !isProved(statement, statements[index - 1]))
    .map((statement) =>
      problem(
        'refused-form',
        {
          form: 'generic',
          dialect,
          reason: `${reason} where a statement before it failed: ${firstLine(statement.sql)}`,
          hint: 'Render it for the sqlite3 shell, which stops at an error, or write it as ops, or as a plain INSERT, UPDATE, DELETE, CREATE, ALTER or DROP.',
        },
        placeOf(statement, file),
      ),
    );
}

/** What is written together with the statement behind it. */
export const joined = (before: Statement, statement: Statement): Statement => ({ ...statement, sql: `${before.sql};\n${statement.sql}` });

const firstLine = (sql: string): string => sql.split('\n', 1)[0]?.slice(0, 60) ?? '';
