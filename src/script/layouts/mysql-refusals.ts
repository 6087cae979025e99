import type { Dialect } from '../../dialects/dialect.ts';
import type { Diagnostic } from '../../diagnostics.ts';
import { problem } from '../../errors.ts';
import { type Plan, type PlanBlock, type Statement, planEvents } from '../../plan/index.ts';
import { recognise } from '../../sql/recognise.ts';
import { isCheck, isSetting } from '../../plan/repeatable.ts';
import { placeOf } from '../hazards.ts';
import type { ScriptOptions } from '../options.ts';

interface Reason {
  readonly reason: string;
  readonly hint: string;
}

/**
 * What MySQL makes prepared statements of, by its first words:
 * https://dev.mysql.com/doc/refman/8.4/en/sql-prepared-statements.html#prepared-statements-permitted
 */
const MYSQL_PREPARES =
  /^(ALTER (TABLE|USER)|ANALYZE|CACHE INDEX|CALL|CHECKSUM|COMMIT|(CREATE|DROP) ((UNIQUE|FULLTEXT|SPATIAL) )?INDEX|(CREATE|DROP) (DATABASE|SCHEMA|TABLE|TEMPORARY TABLE|USER|VIEW)|CREATE OR REPLACE VIEW|RENAME (TABLE|USER)|DELETE|DO|FLUSH|GRANT|REVOKE|INSERT|KILL|LOAD INDEX|OPTIMIZE|REPAIR|REPLACE|SELECT|SET|SHOW|TRUNCATE|UPDATE|WITH)\b/i;

/**
 * MariaDB prepares all but these since 10.6.2:
 * https://mariadb.com/docs/server/reference/sql-statements/prepared-statements/prepare-statement
 */
const NESTED = /^(PREPARE|EXECUTE|DEALLOCATE)\b/i;

const byHand = 'Render the plain form for this range, or keep the statement out of it.';

function unprepared(sql: string, { name, title }: Dialect): Reason | undefined {
  const bare = sql.replace(/^(\s|--[^\n]*\n|#[^\n]*\n|\/\*(?!!)[\s\S]*?\*\/)+/, '');
  if (NESTED.test(bare) || (name === 'mysql' && !MYSQL_PREPARES.test(bare))) {
    const shown = bare.split('\n', 1)[0]!.slice(0, 40);
    return { reason: `${title} makes no prepared statement of '${shown}', and none is conditional without`, hint: byHand };
  }
  return undefined;
}

/** Its text was chosen by the statements before it, of which a session that goes on in the middle knows nothing. */
const cutCheck = ({ origin }: Statement): Reason =>
  origin.kind === 'op' && origin.op === 'dropSchema'
    ? { reason: 'a schema is dropped after a question, and a run that goes on would ask it again', hint: 'Drop it with { cascade: true }.' }
    : {
        reason: 'the answer to a condition is kept by the session, and a resumed script has another one: what is asked for could be left out',
        hint: 'Leave out --resumable, or write the condition into the statements themselves.',
      };

function inConditional(statement: Statement, { transactional }: PlanBlock, dialect: Dialect, options: ScriptOptions): Reason | undefined {
  const { sql } = statement;
  const { verb } = recognise(sql, dialect.name);
  if (verb === 'USE') {
    return { reason: "where 'USE' is left out, what follows would go to another database", hint: 'Write the database before the names instead.' };
  }
  if (options.form === 'resumable' && /^CREATE (OR REPLACE )?TEMPORARY\b/i.test(sql)) {
    return { reason: 'a temporary table is gone when the next run goes on behind it', hint: 'Make it a table, and drop it at the end.' };
  }
  if (isCheck(sql)) {
    if (options.form !== 'resumable' || transactional || !sql.startsWith('EXECUTE')) return undefined;
    return cutCheck(statement);
  }
  return options.form === 'resumable' && isSetting(sql, dialect.name) ? undefined : unprepared(sql, dialect);
}

/** Every statement that a form cannot hold, with its place. */
export function mysqlRefusals(plan: Plan, options: ScriptOptions, dialect: Dialect): readonly Diagnostic[] {
  const { client, form } = options;
  const found: Diagnostic[] = [];
  let file = '';
  const refused = (statement: Statement, kind: string, { reason, hint }: Reason): void => {
    found.push(problem('refused-form', { dialect: dialect.name, form: kind, reason, hint }, placeOf(statement, file)));
  };
  for (const event of planEvents(plan)) {
    if (event.kind === 'step') file = event.step.file;
    if (event.kind !== 'statement') continue;
    const { statement, block } = event;
    if (form !== 'plain') {
      const reason = inConditional(statement, block, dialect, options);
      if (reason) refused(statement, form, reason);
    } else if (client === 'generic' && statement.compound) {
      const reason = unprepared(statement.sql, dialect);
      if (reason) refused(statement, 'generic', { ...reason, reason: `only ${dialect.script.client} is told where '${firstWords(statement.sql)}' ends, and ${reason.reason}` });
    }
  }
  return found;
}

const firstWords = (sql: string): string => sql.split('\n', 1)[0]!.slice(0, 40);
