import type { Dialect } from '../../dialects/dialect.ts';
import { dynamicBatch, isHazardous, unicodeText } from '../../dialects/mssql/text.ts';
import { writeLiteral } from '../../dialects/write.ts';
import type { Plan, PlannedStep, Statement } from '../../plan/index.ts';
import { recognise } from '../../sql/recognise.ts';
import { messageText } from '../message.ts';

/*
 * What the templates of SQL Server ask for. What names a table that may not be there yet is a text that is compiled when
 * it is run: https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-executesql-transact-sql
 */

interface Names {
  readonly versionTable: string;
  readonly versionColumn: string;
  readonly ledgerTable: string;
  readonly ledgerTableText: string;
  readonly ledgerColumns: readonly string[];
}

/** Not by the database's own collation, which may take different heads for the same. */
const COLLATION = 'Latin1_General_BIN2';

/** Reads the current heads into @found: floor 2016 has no STRING_AGG. */
export function readHeads({ versionTable: table, versionColumn: column }: Names): string {
  // As XML an id's & and < are written otherwise, and .value() reads them back:
  // https://learn.microsoft.com/sql/t-sql/xml/value-method-xml-data-type
  const xml = `SELECT N', ' + ${column} FROM ${table} ORDER BY ${column} COLLATE ${COLLATION} FOR XML PATH(N''), TYPE`;
  return unicodeText(`SET @found = ISNULL(STUFF((${xml}).value(N'.', N'nvarchar(max)'), 1, 2, N''), N'base')`);
}

/** Makes the ledger where it is missing: within a batch, and as one. */
export function createLedger({ ledgerTable, ledgerTableText, ledgerColumns }: Names): { readonly createLedger: string; readonly createLedgerBatch: string } {
  const create = `CREATE TABLE ${ledgerTable} (${ledgerColumns.join(', ')})`;
  const text = `IF OBJECT_ID(${ledgerTableText}, N'U') IS NULL\n${dynamicBatch(create)}`;
  return { createLedger: text, createLedgerBatch: declared(create, text) };
}

/** A batch, written so that no client takes a line of it for a command. */
export const batchText = (sql: string): string => (isHazardous(sql) ? declared(sql, dynamicBatch(sql)) : sql);

/** With the variable, where the text needs it and a batch of its own is to hold it. */
const declared = (sql: string, batch: string): string => (needsVariable(sql) ? `DECLARE @sql nvarchar(max);\n${batch}` : batch);

/** Whether a text is put together in @sql. */
export const needsVariable = (sql: string): boolean => dynamicBatch(sql).startsWith('BEGIN');

/** Stops where a change of the version table did not touch one row; in the same batch, since the next has another count. */
export const oneRow = (sql: string, revision: string): string =>
  `${sql};\nIF @@ROWCOUNT <> 1 THROW 50003, N'migsql: revision ${messageText(revision)}: the version table does not hold what it starts from', 1`;

/** The forms of the lowerings, from their first word on: a routine's body may hold the same. */
const PROCEDURE = /^((?:DECLARE @[^\n]*;\n|IF [^\n]*\n {2})?)EXEC (sp_rename|sys\.sp_(?:add|update|drop)extendedproperty) /;

/**
 * A system procedure raises its error and returns, which XACT_ABORT takes no notice of; that @@ERROR still has it behind
 * the call is said nowhere, that the call returns 0 or something else is:
 * https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-rename-transact-sql
 */
export function checkedCall(sql: string): string {
  if (!PROCEDURE.test(sql)) return sql;
  const call = sql.replace(PROCEDURE, '$1EXEC @result = $2 ');
  return `DECLARE @result int = 0;\n${call};\nIF @result <> 0 THROW 50006, N'migsql: a procedure of the server has failed', 1`;
}

/** What goes on behind an error of severity 11 to 19 that it raises itself, or that a procedure raises and returns. */
const RAISES = /\b(?:RAISERROR|EXEC|EXECUTE)\b/i;
const RAISES_WITHIN = /\bs(?:p_rename|ys\.sp_\w+extendedproperty)\b/;

/** Whether a batch could pass over an error, of which @@ERROR knows nothing behind the next statement. */
const passesOver = ({ sql, origin }: Statement): boolean => {
  if (/^(?:CREATE|ALTER) (?:VIEW|PROC|FUNCTION|TRIGGER)/.test(recognise(sql, 'mssql').verb)) return false;
  const isHandWritten = origin.kind === 'op' && (origin.op === 'execute' || origin.op === 'custom');
  return isHandWritten ? RAISES.test(sql) : RAISES_WITHIN.test(sql) && !PROCEDURE.test(sql);
};

/**
 * A batch that an error stops whoever raises it: within TRY it goes to CATCH, and THROW, which XACT_ABORT takes notice of,
 * ends the batch: https://learn.microsoft.com/sql/t-sql/language-elements/try-catch-transact-sql
 */
export const stoppedByErrors = (statement: Statement, batch: string): string =>
  passesOver(statement) ? `BEGIN TRY\n${batch}\nEND TRY\nBEGIN CATCH\n  BEGIN\n    THROW\n  END\nEND CATCH` : batch;

/** The texts that find out whether a step is to be run, and keep its rows, in whatever state the database is. */
export function idempotentTexts(step: PlannedStep, number: number, { lineage }: Plan, dialect: Dialect, names: Names) {
  const { versionTable: table, versionColumn: column } = names;
  const text = (id: string): string => writeLiteral(dialect, id);
  const anyOf = (id: string): string => `(SELECT * FROM ${table} WHERE ${column} IN (${lineage.appliedBy(id).map(text).join(', ')}))`;
  const { revision } = step;
  const prerequisites = lineage.prerequisites(revision);
  const found = `IF EXISTS ${anyOf(revision)} SET @run = `;
  if (step.direction === 'downgrade') {
    const rows = [
      oneRow(`DELETE FROM ${table} WHERE ${column} = ${text(revision)}`, revision),
      ...prerequisites.map((id) => `IF NOT EXISTS ${anyOf(id)} INSERT INTO ${table} (${column}) VALUES (${text(id)})`),
    ];
    return { otherwise: 0, decide: `${found}${number}`, rows: rows.join(';\n'), missing: undefined };
  }
  const lacks = prerequisites.map((id) => ` ELSE IF NOT EXISTS ${anyOf(id)} SET @missing = ${text(id)}`);
  const insert = oneRow(`INSERT INTO ${table} (${column}) VALUES (${text(revision)})`, revision);
  const remove = `DELETE FROM ${table} WHERE ${column} IN (${prerequisites.map(text).join(', ')});\n`;
  return {
    otherwise: number,
    decide: `${found}0${lacks.join('')}`,
    rows: prerequisites.length ? remove + insert : insert,
    missing: prerequisites[0] === undefined ? undefined : text(prerequisites[0]),
  };
}

/** The row of a step that is there whole, by the database's own clock. */
export const ledgerRow = (step: PlannedStep, number: number, dialect: Dialect, names: Names & { readonly planHashText: string }): string =>
  `INSERT INTO ${names.ledgerTable} (revision, direction, script, step, started, finished, run_by)\n` +
  `VALUES (${writeLiteral(dialect, step.revision)}, N'${step.direction}', ${names.planHashText}, ${number}, ` +
  `CAST(SESSION_CONTEXT(N'migsql_started') AS datetime2), SYSUTCDATETIME(), ORIGINAL_LOGIN())`;
