import type { UnlikeTexts } from '../../compare/index.ts';
import { type Connection, DatabaseError } from '../../database/connection.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { writeFragment, writeNames } from '../../dialects/write.ts';
import type { View } from '../../schema/object.ts';
import { expandedQueries } from './mysql-trace.ts';
import { type Spell, type Spelling, type Undecided, differingView, undecidedObject, undecidedTable } from './spelling.ts';

const IN_ITS_WORDS = 'the server keeps it in words of its own';

/**
 * MySQL and MariaDB keep the query of a view in their own words, and would commit whatever a scratch view is made in. What
 * they make of a query is told without making anything: by its trace before it is optimized
 * (https://mariadb.com/docs/server/ha-and-performance/optimization-and-tuning/query-optimizations/optimizer-trace,
 * https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_OPT_TRACE.html), which leaves schemas out, and by the note of EXPLAIN
 * afterwards, which names them. Two queries whose traces and notes are the same are one.
 */
export const byEvaluation: Spell = async (texts, connection, dialect) => {
  const inOwnWords: readonly Undecided[] = [
    ...texts.tables.flatMap((each) => undecidedTable(each, IN_ITS_WORDS)),
    ...texts.routines.map((each) => undecidedObject(each, IN_ITS_WORDS)),
  ];
  if (texts.views.length === 0) return { tables: [], objects: [], undecided: inOwnWords };
  const views = await traced(texts.views, connection, dialect);
  return { tables: [], objects: views.flatMap(({ objects = [] }) => objects), undecided: [...inOwnWords, ...views.flatMap(({ undecided = [] }) => undecided)] };
};

type ViewPair = UnlikeTexts['views'][number];

async function traced(views: readonly ViewPair[], connection: Connection, dialect: Dialect): Promise<readonly Partial<Spelling>[]> {
  await connection.run("SET optimizer_trace = 'enabled=on', optimizer_trace_max_mem_size = 16777216");
  try {
    const told: Partial<Spelling>[] = [];
    for (const pair of views) told.push(await compared(pair, connection, dialect));
    return told;
  } finally {
    await connection.run('SET optimizer_trace = DEFAULT, optimizer_trace_max_mem_size = DEFAULT');
  }
}

async function compared(pair: ViewPair, connection: Connection, dialect: Dialect): Promise<Partial<Spelling>> {
  try {
    const [wanted, found] = [await understood(pair.wanted, connection, dialect), await understood(pair.found, connection, dialect)];
    if (wanted === undefined || found === undefined) return { undecided: [undecidedObject(pair, 'the server does not say all that it makes of it')] };
    return wanted === found ? { objects: [pair.found] } : differingView(pair, dialect);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.kind === 'connection-lost' || error.kind === 'canceled') throw error;
    return { undecided: [undecidedObject(pair, `the server does not take it: ${error.message}`)] };
  }
}

/** What the server makes of a view's query, in its own words; nothing where it does not tell all of it. */
async function understood({ query, columns }: View, connection: Connection, dialect: Dialect): Promise<string | undefined> {
  const names = columns ? ` (${writeNames(dialect, columns)})` : '';
  const explain = dialect.name === 'mariadb' ? 'EXPLAIN EXTENDED' : 'EXPLAIN';
  await connection.query(`${explain} WITH migsql_view${names} AS (${writeFragment(dialect, query)}) SELECT * FROM migsql_view`);
  const notes = await connection.query('SHOW WARNINGS');
  const [row = {}] = await connection.query('SELECT TRACE AS `trace`, MISSING_BYTES_BEYOND_MAX_MEM_SIZE + INSUFFICIENT_PRIVILEGES AS `missing` FROM information_schema.OPTIMIZER_TRACE');
  const queries = expandedQueries(String(row['trace']));
  const isWhole = Number(row['missing']) === 0 && queries.length > 0 && notes.length > 0;
  return isWhole ? JSON.stringify([queries, notes.map((note) => note['Message'])]) : undefined;
}
