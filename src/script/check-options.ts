import type { Diagnostic } from '../diagnostics.ts';
import type { Dialect, Proof } from '../dialects/dialect.ts';
import { MigsqlError, fail, problem } from '../errors.ts';
import { type Plan, type Statement, planEvents } from '../plan/index.ts';
import type { ScriptOptions } from './options.ts';

/** Refuses what a dialect's client cannot do, with the reason; nothing that is asked for is left out silently. */
export function checkOptions(plan: Plan, dialect: Dialect, options: ScriptOptions): void {
  if (dialect.name === 'sqlite') checkSqlite(plan, dialect, options);
}

function checkSqlite(plan: Plan, dialect: Dialect, { form, client }: ScriptOptions): void {
  if (form === 'idempotent') {
    fail('refused-form', {
      form,
      dialect: dialect.title,
      reason: 'it has neither conditional statements nor dynamic SQL, and its shell no \\if',
      hint: "Ask the database for its heads (SELECT revision FROM the version table), and render from them: 'migsql render HEADS:head'.",
    });
  }
  if (form === 'resumable') {
    fail('refused-form', {
      form,
      dialect: dialect.title,
      reason: 'its schema changes are transactional, so that no half of a block is ever there',
      hint: 'Correct what stopped the script, and render from the heads that the version table holds.',
    });
  }
  if (client === 'generic') checkProofs(plan, dialect);
}

/** What shows that a statement took effect; nothing where a client that goes on after an error could commit without it. */
export function proofOf({ sql, proof, origin }: Statement, prove: (sql: string) => Proof | undefined): Proof | undefined {
  if (origin.kind === 'version-table' && origin.change) return { as: 'statement', holds: ONE_ROW };
  return proof ? { as: 'statement', holds: proof } : prove(sql);
}

const ONE_ROW = 'changes() = 1 AND total_changes() > total';

/** Every statement must be proved, and stand in a transaction. */
function checkProofs(plan: Plan, dialect: Dialect): void {
  const { prove } = dialect.script;
  if (!prove) return;
  const problems: Diagnostic[] = [];
  for (const event of planEvents(plan)) {
    if (event.kind !== 'statement') continue;
    const { statement, block } = event;
    const reason = block.transactional ? 'it cannot ask whether this statement took effect' : 'nothing keeps this statement from being run';
    if (block.transactional && proofOf(statement, prove)) continue;
    const { origin, sql } = statement;
    const place = origin.kind === 'op' && origin.file !== undefined ? { place: { ...origin, file: origin.file } } : undefined;
    problems.push(
      problem(
        'refused-form',
        {
          form: 'generic',
          dialect: dialect.title,
          reason: `${reason} where a statement before it failed: ${firstLine(sql)}`,
          hint: 'Render it for the sqlite3 shell, which stops at an error, or write it as ops, or as a plain INSERT, UPDATE, DELETE, CREATE, ALTER or DROP.',
        },
        place && placeOf(place.place),
      ),
    );
  }
  if (problems.length) throw new MigsqlError(problems);
}

const placeOf = ({ file, line, column }: { file: string; line?: number; column?: number }): { file: string; line?: number; column?: number } => ({
  file,
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
});

const firstLine = (sql: string): string => sql.split('\n', 1)[0]?.slice(0, 60) ?? '';
