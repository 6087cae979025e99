import type { Diagnostic } from '../../diagnostics.ts';
import { problem } from '../../errors.ts';
import type { Block, Plan, Statement } from '../../plan/index.ts';
import { placeOf } from '../hazards.ts';
import type { ScriptOptions } from '../options.ts';

/** PostgreSQL rolls its schema changes back, so that there is nothing to go on behind. */
export function postgresqlRefusals(plan: Plan, { form, client }: ScriptOptions): readonly Diagnostic[] {
  if (form === 'resumable') {
    return [
      problem('refused-form', {
        form: 'resumable',
        dialect: 'postgresql',
        reason: 'PostgreSQL takes back what a failed transaction did, so there is no half to go on behind',
        hint: "Say 'idempotent', which runs the revisions that are not there yet.",
      }),
    ];
  }
  return client === 'generic' ? plan.steps.flatMap(({ blocks, file }) => checkGeneric(blocks, file, form === 'idempotent')) : [];
}

/** A client that goes on after an error says nothing of a statement outside a transaction: the catalogue has to. */
function checkGeneric(
  blocks: readonly Block[],
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
          form: idempotent ? 'generic idempotent' : 'generic',
          dialect: 'postgresql',
          reason: `${beginningOf(statement)} stands outside a transaction, ${idempotent ? NOT_IN_DO : UNPROVED}`,
          hint: "Use psql ('--client psql'), or give the statement a script of its own.",
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
