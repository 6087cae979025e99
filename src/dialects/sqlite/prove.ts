/*
 * A client that goes on after an error commits what worked, and SQLite has no variable that says whether the last
 * statement failed. So a script for such a client notes after each statement that it took effect, in the row of
 * `temp.migsql_script`, and commits only where nothing is missing. What can be asked:
 *
 * - Every change of the schema adds to `schema_version` (https://www.sqlite.org/pragma.html#pragma_schema_version).
 * - The body of a trigger takes effect whole, together with the statement that fires it, or the latter does not: rows are
 *   changed in a trigger before the note. Asking for the number of rows would not do, since none is often right.
 * - A query that is kept as a temporary table was read to its end.
 */

/** What shows that a statement took effect, and the form in which it is run for that. */
export interface Proof {
  readonly as: 'statement' | 'trigger' | 'result';
  /** The statement in that form, if it is another. */
  readonly sql?: string;
  readonly holds: string;
}

/** `schema` and `total` are columns of the note: how both stood when the statement before was noted. */
export const ROWS_CHANGED = 'total_changes() > total';
const SCHEMA_CHANGED = '(SELECT schema_version FROM pragma_schema_version) <> schema';

const NAME = String.raw`(?:"(?:[^"]|"")+"|\[[^\]]+\]|\x60[^\x60]+\x60|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)`;
const OBJECT = new RegExp(
  String.raw`^(CREATE|DROP)\s+(TEMP\s+|TEMPORARY\s+)?(?:UNIQUE\s+|VIRTUAL\s+)?(TABLE|INDEX|VIEW|TRIGGER)\s+` +
    String.raw`(IF\s+(?:NOT\s+)?EXISTS\s+)?(?:(${NAME})\s*\.\s*)?(${NAME})`,
  'i',
);
const ALTER = new RegExp(String.raw`^ALTER\s+TABLE\s+(?:(${NAME})\s*\.\s*)?${NAME}`, 'i');
/** A trigger takes no name of a database, no CTE, no RETURNING: https://www.sqlite.org/lang_createtrigger.html */
const ROWS = new RegExp(
  String.raw`^(?:(?:INSERT(?:\s+OR\s+\w+)?|REPLACE)\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+${NAME}(?!\s*\.|[\w$"])`,
  'i',
);
const NOT_IN_TRIGGER = /\b(?:RETURNING|INDEXED|WITH|DEFAULT\s+VALUES)\b/i;
/** They answer for the session, in which a note stands between; within a trigger they answer for the trigger. */
const ASKS_SESSION = /\b(?:last_insert_rowid|(?:total_)?changes)\s*\(/i;
/** The guard's own question stands behind the statement that it counts, in the same trigger. */
const COUNTED = /;\nINSERT INTO migsql_guard \([^)]*\) SELECT changes\(\)(?:, changes\(\))?$/;
const QUERY = /^(?:SELECT|VALUES|WITH)\b/i;
const CHANGES_ROWS = /\b(?:INSERT|UPDATE|DELETE|REPLACE\s+INTO)\b/i;
const PRAGMA = /^PRAGMA\s+(legacy_alter_table|user_version|application_id)\s*=\s*(ON|OFF|\d+)$/i;

/** Nothing where a client that goes on after an error cannot be kept from committing without the statement. */
export function prove(sql: string): Proof | undefined {
  const bare = withoutTexts(sql);
  const statement = (holds: string | undefined): Proof | undefined => (holds === undefined ? undefined : { as: 'statement', holds });
  if (OBJECT.test(bare.trimStart())) return statement(objectProof(bare.trimStart()));
  const altered = ALTER.exec(bare.trimStart());
  if (altered) return statement(isMain(altered[1]) ? SCHEMA_CHANGED : undefined);
  const pragma = PRAGMA.exec(bare.trim());
  if (pragma) return statement(pragmaProof(pragma));
  return rowsProof(sql, bare);
}

function rowsProof(sql: string, bare: string): Proof | undefined {
  const inTrigger = sql.replace(/^INSERT INTO temp\.migsql_guard /m, 'INSERT INTO migsql_guard ');
  const text = withoutTexts(inTrigger.replace(COUNTED, '')).trimStart();
  if (ASKS_SESSION.test(text)) return undefined;
  if (ROWS.test(text)) return NOT_IN_TRIGGER.test(text) ? undefined : { as: 'trigger', sql: inTrigger, holds: MADE.trigger };
  if (QUERY.test(bare.trimStart()) && !CHANGES_ROWS.test(bare)) return { as: 'result', holds: MADE.table };
  return undefined;
}

/** The trigger and the table that stand for a statement: the note must not be taken where they could not be made. */
const MADE = {
  trigger: "EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migsql_step')",
  table: "EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migsql_result')",
};

/** Where it may have been as asked for before, or is in another file, by its name. */
function objectProof(bare: string): string | undefined {
  const [, verb = '', temp, kind = '', maybe, schema, name = ''] = OBJECT.exec(bare) ?? [];
  const isTemporary = temp !== undefined || (schema !== undefined && unquoted(schema).toLowerCase() === 'temp');
  if (maybe === undefined && !isTemporary && isMain(schema)) return SCHEMA_CHANGED;
  const master = isTemporary ? 'sqlite_temp_master' : schema === undefined ? 'sqlite_master' : `${schema}.sqlite_master`;
  const there = `EXISTS (SELECT 1 FROM ${master} WHERE type = '${kind.toLowerCase()}' AND name = ${text(unquoted(name))} COLLATE NOCASE)`;
  return verb.toUpperCase() === 'CREATE' ? there : `NOT ${there}`;
}

function pragmaProof([, name = '', value = '']: RegExpExecArray): string {
  const number = /^on$/i.test(value) ? '1' : /^off$/i.test(value) ? '0' : value;
  return `(SELECT ${name.toLowerCase()} FROM pragma_${name.toLowerCase()}) = ${number}`;
}

const isMain = (schema: string | undefined): boolean => schema === undefined || unquoted(schema).toLowerCase() === 'main';

const unquoted = (name: string): string => (/^["[\x60]/.test(name) ? name.slice(1, -1).replaceAll('""', '"') : name);

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Comments and texts are left out, so that no word of them is taken for one of the statement. */
const withoutTexts = (sql: string): string =>
  sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"/g, (found) =>
    found.startsWith('"') ? found : found.startsWith("'") ? "''" : ' ',
  );
