import { type Pair, type TableText, type UnlikeTexts, withTextsAsFound } from '../../compare/index.ts';
import { type Connection, DatabaseError } from '../../database/connection.ts';
import { type Dialect, Refusal } from '../../dialects/dialect.ts';
import { writeFragment, writeNames, writeTable, writeValue } from '../../dialects/write.ts';
import type { View } from '../../schema/object.ts';
import type { Table } from '../../schema/table.ts';
import { expandedQueries } from './mysql-trace.ts';
import { type Spell, type Spelling, type Undecided, differingView, undecidedObject, undecidedTable } from './spelling.ts';

/**
 * MySQL and MariaDB keep the query of a view and expressions in their own words, and would commit whatever a scratch object is
 * made in. What they make of a query is told without making anything: by its trace before it is optimized
 * (https://mariadb.com/docs/server/ha-and-performance/optimization-and-tuning/query-optimizations/optimizer-trace,
 * https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_OPT_TRACE.html), which leaves schemas out, and by the note of EXPLAIN
 * afterwards, which names them. Two queries whose traces and notes are the same are one.
 */
export const byEvaluation: Spell = async (texts, connection, dialect) => {
  const untold = texts.routines.map((each) => undecidedObject(each, 'the server keeps its arguments in words of its own'));
  if (texts.views.length + texts.tables.length === 0) return { tables: [], objects: [], undecided: untold };
  const told = await tracing(connection, async () => {
    const found: Partial<Spelling>[] = [];
    for (const pair of texts.tables) found.push(await tableTold(pair, connection, dialect));
    for (const pair of texts.views) found.push(await viewTold(pair, connection, dialect));
    return found;
  });
  return {
    tables: told.flatMap(({ tables = [] }) => tables),
    objects: told.flatMap(({ objects = [] }) => objects),
    undecided: [...told.flatMap(({ undecided = [] }) => undecided), ...untold],
  };
};

async function tracing<T>({ run }: Connection, work: () => Promise<T>): Promise<T> {
  await run("SET optimizer_trace = 'enabled=on', optimizer_trace_max_mem_size = 16777216");
  try {
    return await work();
  } finally {
    await run('SET optimizer_trace = DEFAULT, optimizer_trace_max_mem_size = DEFAULT');
  }
}

async function viewTold(pair: Pair<View>, connection: Connection, dialect: Dialect): Promise<Partial<Spelling>> {
  const verdict = await isSame(pair, (view) => viewQuery(view, dialect), connection, dialect);
  if (typeof verdict === 'string') return { undecided: [undecidedObject(pair, verdict, 'stays')] };
  return verdict ? { objects: [pair.found] } : differingView(pair, dialect);
}

function viewQuery({ query, columns }: View, dialect: Dialect): string {
  const names = columns ? ` (${writeNames(dialect, columns)})` : '';
  return `WITH migsql_view${names} AS (${writeFragment(dialect, query)}) SELECT * FROM migsql_view`;
}

async function tableTold(pair: UnlikeTexts['tables'][number], connection: Connection, dialect: Dialect): Promise<Partial<Spelling>> {
  const same: TableText[] = [];
  const undecided: Undecided[] = [];
  for (const text of pair.texts) {
    const verdict = await isSame(pair, (table) => expressionQuery(table, text, dialect), connection, dialect);
    if (verdict === true) same.push(text);
    if (typeof verdict === 'string') undecided.push(...undecidedTable({ ...pair, texts: [text] }, verdict));
  }
  return { tables: [withTextsAsFound(pair, same)], undecided };
}

/** A query of what an expression gives in each row; its name says whether the server keeps that, which makes it another text. */
function expressionQuery(table: Table, { kind, name }: TableText, dialect: Dialect): string | undefined {
  const selected = (sql: string, as = 'migsql'): string => `SELECT (${sql}) AS ${as} FROM ${writeTable(dialect, table.name)}`;
  const column = table.columns.find((each) => each.name === name);
  const check = table.constraints.find((each) => each.name === name);
  if (kind === 'check') return check?.kind === 'check' ? selected(writeFragment(dialect, check.expression)) : undefined;
  if (kind === 'default') return column?.default === undefined ? undefined : selected(writeValue(dialect, column.default, column.type));
  if (kind !== 'generated' || !column?.generated) return undefined;
  const { expression, stored = dialect.stored.generatedIsStored } = column.generated;
  return selected(writeFragment(dialect, expression), stored ? 'migsql_stored' : 'migsql_virtual');
}

/** Whether the server takes both of a pair for the same, or why it cannot be said. */
async function isSame<T>(
  { wanted, found }: Pair<T>,
  queryOf: (item: T) => string | undefined,
  connection: Connection,
  dialect: Dialect,
): Promise<boolean | string> {
  try {
    const queries = [queryOf(wanted), queryOf(found)];
    if (queries.includes(undefined)) return 'the server keeps it in words of its own';
    const [one, other] = [await understood(queries[0]!, connection, dialect), await understood(queries[1]!, connection, dialect)];
    return one === undefined || other === undefined ? 'the server does not say all that it makes of it' : one === other;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    if (!(error instanceof DatabaseError) || error.kind === 'connection-lost' || error.kind === 'canceled') throw error;
    return `the server does not take it: ${error.message}`;
  }
}

/** What the server makes of a query, in its own words; nothing where it does not tell all of it. */
async function understood(sql: string, { query }: Connection, { name }: Dialect): Promise<string | undefined> {
  await query(`${name === 'mariadb' ? 'EXPLAIN EXTENDED' : 'EXPLAIN'} ${sql}`);
  const notes = await query('SHOW WARNINGS');
  const [row = {}] = await query('SELECT TRACE AS `trace`, MISSING_BYTES_BEYOND_MAX_MEM_SIZE + INSUFFICIENT_PRIVILEGES AS `missing` FROM information_schema.OPTIMIZER_TRACE');
  const queries = expandedQueries(String(row['trace']));
  const isWhole = Number(row['missing']) === 0 && queries.length > 0 && notes.length > 0;
  return isWhole ? JSON.stringify([queries, notes.map((note) => note['Message'])]) : undefined;
}
