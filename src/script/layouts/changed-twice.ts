import type { Diagnostic } from '../../diagnostics.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { problem } from '../../errors.ts';
import type { Block, Plan, Statement } from '../../plan/index.ts';
import { placeOf } from '../hazards.ts';
import type { ScriptOptions } from '../options.ts';

/**
 * An idempotent script runs a revision anew that an error has left there in part. That stops at the first thing that is
 * there already; where rows were changed before, and nothing stops the script from changing them again, it is refused.
 */
export function changedTwice({ steps, transaction }: Plan, { form }: ScriptOptions, { title: dialect, transactionalDdl }: Dialect): readonly Diagnostic[] {
  if (form !== 'idempotent') return [];
  const aside = transaction === 'none' ? "Leave out '--transaction none', or put" : 'Put';
  const hint = `${aside} the rows into a revision of their own${transactionalDdl ? '.' : ", or say '--resumable', which goes on behind them."}`;
  return steps.flatMap(({ blocks, file }) => {
    const statement = rowsChangedTwice(blocks);
    return statement ? problem('refused-form', { form, dialect, reason: REASON, hint }, placeOf(statement, file)) : [];
  });
}

const REASON =
  'these rows are committed before the rest of their revision, and where that fails the next run would change them again';

/** Looks at all blocks but the last, which is there together with the revision's row in the version table. */
function rowsChangedTwice(blocks: readonly Block[]): Statement | undefined {
  for (const { statements } of blocks.slice(0, -1)) {
    // What fails takes back what its transaction did before, and keeps the script from all that follows.
    if (statements.some(({ sql }) => FAILS_TWICE.test(sql))) return undefined;
    const found = statements.find(changesRows);
    if (found) return found;
  }
  return undefined;
}

const NAME = String.raw`(?:"[^"]*"|\`[^\`]*\`|\[[^\]]*\]|[^\s"\`[])+`;

/** Forms that fail where they have taken effect already, by their first words; what has no name is made a second time. */
const FAILS_TWICE = new RegExp(
  String.raw`^(?:CREATE (?!OR |TEMP|GLOBAL |LOCAL |#)(?![\w ]*IF NOT EXISTS)(?!(?:UNIQUE )?INDEX (?:CONCURRENTLY )?ON )` +
    String.raw`|DROP (?![\w ]*IF EXISTS)|RENAME |EXEC sp_rename ` +
    String.raw`|ALTER TABLE ${NAME} (?:RENAME |(?:ADD|DROP) (?!CHECK|FOREIGN|UNIQUE|INDEX|KEY|IF |\w+ IF )))`,
);

const ROW_OPS: ReadonlySet<string> = new Set(['bulkInsert', 'insertFrom', 'updateRows', 'deleteRows', 'execute', 'custom', 'onlyIf']);

/** What is deleted is gone the second time, and a query that calls nothing changes nothing. */
const changesRows = ({ kind, origin, sql }: Statement): boolean =>
  kind === 'data' && origin.kind === 'op' && ROW_OPS.has(origin.op) && !/^(?:DELETE\b|SELECT\b[^(]*$)/i.test(sql);
