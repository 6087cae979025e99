import type { Execute } from '../../ops/execute.ts';
import { type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import * as standard from '../standard/execute.ts';

/*
 * What a script rests on: NOEXEC keeps what follows an error from being run, XACT_ABORT rolls its transaction back. A
 * routine's own SET ends with the routine; that of a batch holds for all that follow:
 * https://learn.microsoft.com/sql/t-sql/statements/set-statements-transact-sql
 */
const ALWAYS = /\bSET\s+(?:NOEXEC|PARSEONLY|FMTONLY)\b/i;
const OUTSIDE_ROUTINES = /\bSET\s+(?:XACT_ABORT\s+OFF|IMPLICIT_TRANSACTIONS\s+ON)\b/i;
const ROUTINE = /\b(?:CREATE|ALTER)\s+(?:PROC|PROCEDURE|TRIGGER)\b/i;

export function execute(op: Execute, context: LoweringContext): readonly Lowered[] {
  const lowered = standard.execute(op, context);
  for (const { sql, line } of lowered) {
    const [found] = ALWAYS.exec(sql) ?? (ROUTINE.test(sql) ? null : OUTSIDE_ROUTINES.exec(sql)) ?? [];
    if (found === undefined) continue;
    refuse(`'${found}' would undo what keeps the rest of the script from running after an error`, 'Leave it out.', line);
  }
  return lowered;
}
