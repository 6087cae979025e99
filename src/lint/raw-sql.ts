import type { DialectName } from '../sql/dialect-name.ts';
import { recognise } from '../sql/recognise.ts';
import { outline } from '../sql/recognise/outline.ts';
import { type SplitStatement, splitWithProblems } from '../sql/split.ts';

/** What a statement that changes or reads rows does, as far as warnings need it. */
export interface RawStatement {
  readonly kind: 'select' | 'insert' | 'replace' | 'update' | 'delete';
  /** All tables that it names at its top level, as `schema.table`, without quotes. */
  readonly tables: readonly string[];
  readonly hasWhere: boolean;
  /** It takes rows from more than one table. */
  readonly joins: boolean;
  /** It has a LIMIT. */
  readonly limited: boolean;
  /** Line of the text from 1; in a batch of several statements, that of the batch. */
  readonly line: number;
}

export interface RawSql {
  /** In the order of the text; what could not be understood for certain is left out. */
  readonly statements: readonly RawStatement[];
}

/**
 * Describes the statements of a raw text that read or change rows, by node-sql-parser. Nothing where the parser has no
 * grammar (Oracle), the text cannot be split, or no statement of it was understood. The parser is known to misread
 * some statements without a complaint, so that an answer counts only where our own lexer sees the same.
 */
export async function describeRawSql(sql: string, dialect: DialectName): Promise<RawSql | undefined> {
  const { statements, problems } = splitWithProblems(sql, dialect);
  const candidates = statements.filter((statement) => isCandidate(statement, dialect));
  if (problems.length > 0 || dialect === 'oracle' || candidates.length === 0) return undefined;
  const parse = await loadParser(dialect);
  const described = candidates.flatMap((statement) => describe(statement, dialect, parse));
  return described.length ? { statements: described } : undefined;
}

const READABLE: ReadonlySet<string> = new Set(['SELECT', 'INSERT', 'REPLACE', 'UPDATE', 'DELETE']);

/** Parsing takes 0.15 ms a row of an INSERT; what is longer than this is data. */
const LONGEST = 20_000;

const isCandidate = ({ sql }: SplitStatement, dialect: DialectName): boolean =>
  sql.length <= LONGEST && READABLE.has(recognise(sql, dialect).verb);

type Parse = (sql: string) => unknown;

/** Literal paths, so that a bundler sees them; only the grammar at hand is read. */
const PARSERS = {
  postgresql: () => import('node-sql-parser/build/postgresql.js'),
  mysql: () => import('node-sql-parser/build/mysql.js'),
  mariadb: () => import('node-sql-parser/build/mariadb.js'),
  mssql: () => import('node-sql-parser/build/transactsql.js'),
  sqlite: () => import('node-sql-parser/build/sqlite.js'),
} as const;

const GRAMMARS = { mssql: 'transactsql' } as const;

async function loadParser(dialect: keyof typeof PARSERS): Promise<Parse> {
  const { default: build } = await PARSERS[dialect]();
  const parser = new build.Parser();
  const database = dialect === 'mssql' ? GRAMMARS.mssql : dialect;
  return (sql) => parser.astify(sql, { database });
}

function describe(statement: SplitStatement, dialect: DialectName, parse: Parse): readonly RawStatement[] {
  const trees = parseTrees(statement.sql, parse);
  const described = trees.map((tree) => describeTree(tree, statement.line));
  const understood = described.filter((each) => each !== undefined);
  return understood.length === trees.length && agrees(statement.sql, trees, understood, dialect) ? understood : [];
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

function parseTrees(sql: string, parse: Parse): readonly Tree[] {
  try {
    return [parse(sql)].flat().filter(isTree);
  } catch {
    return [];
  }
}

const KINDS = ['select', 'insert', 'replace', 'update', 'delete'] as const;

function describeTree(tree: Tree, line: number): RawStatement | undefined {
  const kind = KINDS.find((each) => each === tree['type']);
  const named = [tree['table'], tree['from']].flat().filter(isTree);
  const tables = [...new Set(named.map(tableName).filter((name) => name !== undefined))];
  const sources = [tree['table'], tree['from']].map((list) => (Array.isArray(list) ? list.length : 0));
  const limit = tree['limit'];
  if (!kind) return undefined;
  return {
    kind,
    tables,
    hasWhere: isTree(tree['where']),
    joins: sources.some((count) => count > 1) || tables.length > 1,
    limited: isTree(limit) && Array.isArray(limit['value']) && limit['value'].length > 0,
    line,
  };
}

function tableName({ db, schema, table }: Tree): string | undefined {
  if (typeof table !== 'string') return undefined;
  return [db, schema, table].filter((part) => typeof part === 'string').join('.');
}

/** The lexer sees the same first verb, the same changed tables and as many WHEREs outside parentheses. */
function agrees(
  sql: string,
  trees: readonly Tree[],
  [first, ...others]: readonly RawStatement[],
  dialect: DialectName,
): boolean {
  const { verb, tables = [] } = recognise(sql, dialect);
  if (!first || first.kind.toUpperCase() !== verb) return false;
  if (others.length === 0 && !tables.every((table) => holds(first.tables, table))) return false;
  const { items } = outline(sql, dialect, { whole: true });
  const wheres = trees.reduce((sum, tree) => sum + countWheres(tree), 0);
  return items.filter(({ text }) => text === 'WHERE').length === wheres;
}

const holds = (tables: readonly string[], wanted: string): boolean =>
  tables.some((table) => table.toLowerCase() === wanted.toLowerCase());

/** An INSERT … SELECT has its WHERE in the query, a UNION one in each. */
function countWheres(tree: Tree): number {
  const within = [tree['values'], tree['_next']].filter(isTree).reduce((sum, each) => sum + countWheres(each), 0);
  return (isTree(tree['where']) ? 1 : 0) + within;
}
