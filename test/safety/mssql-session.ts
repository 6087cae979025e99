/**
 * A model of a session of SQL Server that runs a script of the GO form batch by batch in a client that never stops. It
 * knows NOEXEC, @@TRANCOUNT, @@ERROR, XACT_ABORT and SESSION_CONTEXT, as the documentation has them, and reads the lines
 * of the script that touch those, no others: any other batch is one effect, or none where it is a guard. Whatever it does
 * not know it refuses, so that no new line of a template goes by unseen. It is no server: what a statement does, what
 * locks and what else may fail in one is not modelled.
 *
 * https://learn.microsoft.com/sql/t-sql/statements/set-noexec-transact-sql
 * https://learn.microsoft.com/sql/t-sql/statements/set-xact-abort-transact-sql
 */
import { batchesOf } from '../support/judges/mssql.ts';

/**
 * `run-time`: XACT_ABORT rolls back and ends the batch. `compile`: nothing of the batch runs, and what is open stays open.
 * `raised`: the last statement raises an error that rolls nothing back. `passed over`: another than the last does.
 * `ends`: the batch ends the transaction itself.
 *
 * Within TRY what is raised goes to CATCH, whose THROW does what an error at run time does:
 * https://learn.microsoft.com/sql/t-sql/language-elements/try-catch-transact-sql
 */
export type Failure = 'run-time' | 'compile' | 'raised' | 'passed over' | 'ends';

export interface Outcome {
  /** The effects that last, by their batches. */
  readonly effects: readonly number[];
  readonly messages: readonly string[];
  readonly transactions: number;
  readonly isPoisoned: boolean;
}

export type BatchKind = 'gate' | 'guard' | 'message' | 'begin' | 'end' | 'state' | 'effect' | 'last' | 'empty';

export interface ReadBatch {
  readonly kind: BatchKind;
  readonly lines: readonly string[];
  /** The number of its block; 0 before the first. */
  readonly block: number;
}

const GATE = /^IF (.+) SET NOEXEC ON;$/;
const BLOCK = String.raw`CAST\(SESSION_CONTEXT\(N'migsql_block'\) AS int\)`;
const STATE = /^EXEC sys\.sp_set_session_context @key = N'(\w+)', @value = (\S+);$/;
const LAST_OF_BLOCK = /^IF @@ERROR = 0 AND @@TRANCOUNT = 0 EXEC sys\.sp_set_session_context @key = N'migsql_block', @value = (\d+);$/;
const OF_BLOCK = new RegExp(String.raw`^IF ISNULL\(${BLOCK}, -1\) <> (\d+) OR @@TRANCOUNT <> 0 SET NOEXEC ON;$`);

function kindOf(lines: readonly string[]): BatchKind {
  const [first = '', ...rest] = lines;
  if (!lines.length) return 'empty';
  if (lines.includes('SET NOEXEC OFF;') && lines.some((line) => line.includes('@migsql_ok'))) return 'last';
  if (GATE.test(first) && !rest.length) return 'gate';
  if (first === 'BEGIN TRANSACTION;') return 'begin';
  if (lines.some((line) => LAST_OF_BLOCK.test(line))) return 'end';
  if (/^RAISERROR\(N'[^']*', 0, 1\) WITH NOWAIT;$/.test(first) && !rest.length) return 'message';
  if (lines.some((line) => STATE.test(line))) return 'state';
  const isGuard = lines.some((line) => /THROW 5000[124]|starts at \[|a transaction is open|EXEC @lock/.test(line));
  return isGuard ? 'guard' : 'effect';
}

export function readBatches(script: string): readonly ReadBatch[] {
  let block = 0;
  return batchesOf(script).map(({ sql }) => {
    const lines = sql.split('\n').filter((line) => line.trim() && !line.startsWith('--'));
    block = Number(OF_BLOCK.exec(lines[0] ?? '')?.[1] ?? block - 1) + 1;
    return { kind: kindOf(lines), lines, block };
  });
}

/** Whether the whole batch stands within TRY, and CATCH throws it again; or the text that it runs does. */
const isTried = (lines: readonly string[]): boolean => {
  const text = lines.join('\n');
  return /^(?:IF [^\n]*\nEXEC\(N')?BEGIN TRY\n[^]*\nEND TRY\nBEGIN CATCH\n {2}BEGIN\n {4}THROW\n {2}END\nEND CATCH(?:'\))?;$/.test(text);
};

export interface Run {
  readonly at?: number;
  readonly failure?: Failure;
  /** Transactions that are open when the script begins. */
  readonly open?: number;
  readonly poisoned?: boolean;
}

export function runSession(batches: readonly ReadBatch[], { at, failure, open = 0, poisoned = false }: Run = {}): Outcome {
  const context = new Map<string, number>();
  const messages: string[] = [];
  const effects: number[] = [];
  let pending: number[] = [];
  let transactions = open;
  let noexec = poisoned;
  let error = false;
  const rollBack = (): void => void ([pending, transactions] = [[], 0]);
  const blockOf = (): number => context.get('migsql_block') ?? -1;
  const holds = (condition: string): boolean =>
    condition.split(' OR ').some((part) => {
      const [, left = '', right] = /^(.+) <> (\d+)$/.exec(part) ?? [];
      const value = left === '@@ERROR' ? Number(error) : left === '@@TRANCOUNT' ? transactions : /migsql_block/.test(left) ? blockOf() : NaN;
      if (Number.isNaN(value)) throw new Error(`no condition of the model: ${part}`);
      return value !== Number(right);
    });
  const commit = (): void => {
    effects.push(...pending);
    rollBack();
  };
  const last = (lines: readonly string[]): void => {
    const [, blocks] = new RegExp(String.raw`^IF @@ERROR = 0 AND @@TRANCOUNT = 0 AND ${BLOCK} = (\d+) SET @migsql_ok = 1;$`, 'm').exec(lines.join('\n'))!;
    const before = lines.slice(0, lines.indexOf('SET NOEXEC OFF;'));
    const ok = !noexec && before.some((line) => line.endsWith('SET @migsql_ok = 1;')) && !error && transactions === 0 && blockOf() === Number(blocks);
    noexec = false;
    if (lines.includes('IF @@TRANCOUNT > 0 AND @block >= 0 ROLLBACK TRANSACTION;') && transactions > 0 && blockOf() >= 0) rollBack();
    if (!ok && lines.includes('IF @migsql_ok IS NULL')) messages.push('STOPPED');
    const said = lines.find((line) => line.startsWith("IF @migsql_ok = 1 PRINT N'migsql: OK"));
    if (ok && said) messages.push('OK');
  };
  for (const [index, { kind, lines, block }] of batches.entries()) {
    if (kind === 'last') last(lines);
    else if (kind === 'empty') continue;
    else if (index === at && failure === 'compile') error = true;
    else if (noexec && !lines.includes('SET NOEXEC OFF;')) continue;
    else if (kind === 'gate') {
      if (holds(GATE.exec(lines[0]!)![1]!)) noexec = true;
      error = false;
    } else if (index === at && (failure === 'run-time' || (/raised|passed/.test(failure ?? '') && isTried(lines)))) {
      // The settings are made before XACT_ABORT is on, and nothing is open then but what the DBA has begun.
      if (block > 0) rollBack();
      error = true;
    } else {
      error = false;
      if (kind === 'begin') transactions += 1;
      if (kind === 'effect') (transactions ? pending : effects).push(index);
      if (kind === 'guard' && lines[0] === 'IF @@TRANCOUNT <> 0' && transactions !== 0) noexec = error = true;
      if (kind === 'end' && lines[0] === 'COMMIT TRANSACTION;') {
        if (transactions === 1) commit();
        else error = true;
      }
      if (lines.includes('SET NOEXEC OFF;')) noexec = false;
      for (const line of lines) {
        const [, key, value] = kind === 'end' && !error && transactions === 0 ? ['', 'migsql_block', LAST_OF_BLOCK.exec(line)?.[1]] : (STATE.exec(line) ?? []);
        if (key !== undefined && value !== undefined) context.set(key, Number(value));
      }
      if (index === at && failure === 'ends' && transactions) commit();
      if (index === at && failure === 'raised') error = true;
    }
  }
  return { effects, messages, transactions, isPoisoned: noexec };
}
