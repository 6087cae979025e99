import type { Dialect } from '../dialects/dialect.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import type { Plan, Statement } from '../plan/index.ts';
import type { ScriptOptions } from './options.ts';

type Check = (plan: Plan, options: ScriptOptions) => readonly Diagnostic[];

/** What a dialect's scripts cannot be, with reasons. */
const CHECKS: { readonly [D in DialectName]?: Check } = {
  postgresql: checkPostgresql,
};

/** @throws MigsqlError `refused-form` with every reason why the plan cannot be a script of that form */
export function checkOptions(plan: Plan, dialect: Dialect, options: ScriptOptions): void {
  const problems = CHECKS[dialect.name]?.(plan, options) ?? [];
  if (problems.length) throw new MigsqlError(problems);
}

/** PostgreSQL rolls its schema changes back, so that there is nothing to go on behind. */
function checkPostgresql(plan: Plan, { form, client }: ScriptOptions): readonly Diagnostic[] {
  if (form === 'resumable') {
    return [
      problem('refused-form', {
        form: 'resumable',
        dialect: 'postgresql',
        reason: 'PostgreSQL takes back what a failed transaction did, so there is no half to go on behind',
        instead: "Say 'idempotent', which runs the revisions that are not there yet.",
      }),
    ];
  }
  return client === 'generic' ? plan.steps.flatMap(({ blocks, file }) => checkGeneric(blocks, file, form === 'idempotent')) : [];
}

/** A client that goes on after an error says nothing of a statement outside a transaction: the catalogue has to. */
function checkGeneric(
  blocks: Plan['steps'][number]['blocks'],
  file: string,
  idempotent: boolean,
): readonly Diagnostic[] {
  const alone = blocks.filter(({ transactional }) => !transactional).flatMap(({ statements }) => statements);
  return alone
    .filter(({ proof }) => idempotent || proof === undefined)
    .map((statement) =>
      problem(
        'refused-form',
        {
          form: idempotent ? 'idempotent for a generic client' : 'for a generic client',
          dialect: 'postgresql',
          reason: `${beginningOf(statement)} stands outside a transaction, ${idempotent ? NOT_IN_DO : UNPROVED}`,
          instead: "Use psql ('--client psql'), or give the statement a script of its own.",
        },
        placeOf(statement, file),
      ),
    );
}

const UNPROVED = 'and nothing in the catalogue tells whether it took effect';

/** https://www.postgresql.org/docs/current/sql-do.html: a DO block runs in a transaction. */
const NOT_IN_DO = 'and a step that is run only where it is needed is a DO block, which is one';

const beginningOf = ({ sql }: Statement): string => {
  const words = sql.trim().split(/\s+/).slice(0, 4).join(' ');
  return `'${words.slice(0, 60)}${words.length < sql.trim().length ? ' ...' : ''}'`;
};

function placeOf({ origin }: Statement, file: string): NonNullable<Diagnostic['place']> {
  if (origin.kind !== 'op' || origin.file === undefined) return { file };
  return { file: origin.file, ...(origin.line !== undefined && { line: origin.line }) };
}
