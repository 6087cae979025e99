import { grammarComplaints } from './antlr.ts';
import { type KnownRefusal, edit, edited, ruleComplaints } from './rule.ts';
import { isPermissions } from './mssql-permissions.ts';
import { RULES } from './mssql-rules.ts';
import { type JudgeToken, endOfName, follows, placesOf, tokensOf } from './tokens.ts';

const DOCS = 'https://learn.microsoft.com/sql/t-sql';

/** Cuts out `count` words at a place. */
const without = (tokens: readonly JudgeToken[], at: number, count: number) =>
  edit(tokens[at] as JudgeToken, tokens[at + count - 1] as JudgeToken, '');

/** Where a run of words begins behind the table of ALTER TABLE. */
const afterTable = (tokens: readonly JudgeToken[], ...runs: readonly (readonly string[])[]): readonly number[] =>
  placesOf(tokens, 'ALTER', 'TABLE')
    .map((at) => endOfName(tokens, at + 2))
    .filter((at) => runs.some((run) => follows(tokens, at, ...run)));

/** A form that closes in a newer grammar leaves the list; the tests say so. */
export const KNOWN_REFUSALS: readonly (KnownRefusal & { readonly example: string })[] = [
  {
    name: 'DROP CONSTRAINT | COLUMN IF EXISTS',
    page: `${DOCS}/statements/alter-table-transact-sql`,
    example: 'ALTER TABLE t DROP CONSTRAINT IF EXISTS c',
    edits: (tokens) =>
      [
        ...placesOf(tokens, 'DROP', 'CONSTRAINT', 'IF', 'EXISTS'),
        ...placesOf(tokens, 'DROP', 'COLUMN', 'IF', 'EXISTS'),
      ].map((at) => without(tokens, at + 2, 2)),
  },
  {
    // [ WITH { CHECK | NOCHECK } ] ADD { … }
    name: 'WITH CHECK | NOCHECK ADD',
    page: `${DOCS}/statements/alter-table-transact-sql`,
    example: 'ALTER TABLE t WITH NOCHECK ADD CONSTRAINT c CHECK (a > 1)',
    edits: (tokens) => afterTable(tokens, ['WITH', 'CHECK', 'ADD'], ['WITH', 'NOCHECK', 'ADD']).map((at) => without(tokens, at, 2)),
  },
  {
    // [ WITH { CHECK | NOCHECK } ] { CHECK | NOCHECK } CONSTRAINT { ALL | constraint_name [ ,...n ] }
    name: 'WITH CHECK CHECK CONSTRAINT',
    page: `${DOCS}/statements/alter-table-transact-sql`,
    example: 'ALTER TABLE t WITH CHECK CHECK CONSTRAINT c',
    edits: (tokens) => afterTable(tokens, ['WITH', 'CHECK', 'CHECK', 'CONSTRAINT']).map((at) => without(tokens, at, 2)),
  },
  {
    // NEXT VALUE FOR [ database_name . ] [ schema_name . ] sequence_name
    name: 'NEXT VALUE FOR',
    page: `${DOCS}/functions/next-value-for-transact-sql`,
    example: 'SELECT NEXT VALUE FOR s.n',
    edits: (tokens) =>
      placesOf(tokens, 'NEXT', 'VALUE', 'FOR').flatMap((at) =>
        tokens[at + 3] ? [edit(tokens[at] as JudgeToken, tokens[endOfName(tokens, at + 3) - 1] as JudgeToken, '1')] : [],
      ),
  },
  {
    // CREATE TABLE … ( … ) [ ON { … | filegroup | "default" } ] … [ WITH ( <table_option> [ ,...n ] ) ]
    name: 'CREATE TABLE … WITH (DATA_COMPRESSION = …)',
    page: `${DOCS}/statements/create-table-transact-sql`,
    example: 'CREATE TABLE t (a int NULL) ON [PRIMARY] WITH (DATA_COMPRESSION = PAGE)',
    edits: (tokens) =>
      placesOf(tokens, 'CREATE', 'TABLE').length
        ? placesOf(tokens, ')', 'WITH', '(', 'DATA_COMPRESSION', '=')
            .concat(placesOf(tokens, 'WITH', '(', 'DATA_COMPRESSION', '=').map((at) => at - 1))
            .filter((at, index, all) => all.indexOf(at) === index && follows(tokens, at + 6, ')'))
            .map((at) => without(tokens, at + 1, 6))
        : [],
  },
  {
    // <relational_index_option> ::= { … | FILLFACTOR = fillfactor | …
    name: 'FILLFACTOR among the options of an index',
    page: `${DOCS}/statements/create-index-transact-sql`,
    example: 'CREATE INDEX i ON t (a) WITH (FILLFACTOR = 80, ONLINE = ON)',
    edits: (tokens) =>
      placesOf(tokens, 'FILLFACTOR', '=').map((at) => edit(tokens[at] as JudgeToken, tokens[at] as JudgeToken, 'fill')),
  },
  {
    // CREATE [ NONCLUSTERED ] COLUMNSTORE INDEX index_name ON … ( column [ ,...n ] )
    name: 'COLUMNSTORE INDEX',
    page: `${DOCS}/statements/create-columnstore-index-transact-sql`,
    example: 'CREATE NONCLUSTERED COLUMNSTORE INDEX i ON t (a)',
    edits: (tokens) => placesOf(tokens, 'COLUMNSTORE', 'INDEX').map((at) => without(tokens, at, 1)),
  },
  {
    // GRANT permission [ ( column [ ,...n ] ) ] [ ,...n ] ON [ class :: ] securable TO principal [ ,...n ] …
    // REVOKE … FROM principal [ ,...n ] [ CASCADE ]
    name: 'GRANT and REVOKE on an object or a schema',
    page: `${DOCS}/statements/grant-transact-sql`,
    example: 'GRANT SELECT, INSERT ON OBJECT::s.t TO a, b',
    // The rule `permissions` reads them whole.
    edits: (tokens) =>
      isPermissions(tokens) ? [edit(tokens[0] as JudgeToken, tokens.at(-1) as JudgeToken, 'SELECT 1')] : [],
  },
  {
    name: 'numbers that count down',
    page: `${DOCS}/statements/create-table-transact-sql-identity-property`,
    example: 'CREATE TABLE t (a int IDENTITY(100, -5) NOT NULL)',
    edits: (tokens) =>
      placesOf(tokens, 'IDENTITY', '(').flatMap((at) => {
        const signs = [at + 2, at + 4].filter(
          (place) => follows(tokens, place, '-') && tokens[place + 1]?.kind === 'number',
        );
        return signs.map((place) => without(tokens, place, 1));
      }),
  },
  {
    name: 'CREATE OR ALTER',
    page: `${DOCS}/statements/create-view-transact-sql`,
    example: 'CREATE OR ALTER VIEW v AS SELECT 1 AS a',
    edits: (tokens) => (follows(tokens, 0, 'CREATE', 'OR', 'ALTER') ? [without(tokens, 1, 2)] : []),
  },
  {
    name: 'SET of several options',
    page: `${DOCS}/statements/set-quoted-identifier-transact-sql`,
    example: 'SET ANSI_NULLS, QUOTED_IDENTIFIER ON',
    edits: (tokens) =>
      placesOf(tokens, 'SET').flatMap((at) => {
        let end = at + 1;
        while (
          /^(ANSI_\w+|ARITHABORT|CONCAT_NULL_YIELDS_NULL|QUOTED_IDENTIFIER)$/.test(tokens[end]?.text ?? '') &&
          follows(tokens, end + 1, ',')
        )
          end += 2;
        return end > at + 1 ? [without(tokens, at + 1, end - at - 1)] : [];
      }),
  },
];

/** What is wrong with one batch (a statement is one); nothing where grammar and rules accept it. */
export function judgeStatement(sql: string): readonly string[] {
  const tokens = tokensOf(sql, 'tsql');
  if (tokens.length === 0) return [];
  return [...grammarComplaints(edited(sql, tokens, KNOWN_REFUSALS), 'TSQL'), ...ruleComplaints(tokens, RULES)];
}

export interface Batch {
  readonly sql: string;
  /** Its first line, from 1. */
  readonly line: number;
}

/**
 * The batches of a script as sqlcmd sends them: it looks at lines, and takes one that is GO (with a count) for a
 * separator wherever it stands:
 * https://learn.microsoft.com/sql/t-sql/language-elements/sql-server-utilities-statements-go
 */
export function batchesOf(script: string): readonly Batch[] {
  const batches: Batch[] = [];
  let lines: string[] = [];
  let first = 1;
  for (const [index, line] of script.split(/\r?\n/).entries()) {
    if (/^\s*go\s*(\d+\s*)?(--.*)?$/i.test(line)) {
      batches.push({ sql: lines.join('\n'), line: first });
      [lines, first] = [[], index + 2];
    } else lines.push(line);
  }
  return [...batches, { sql: lines.join('\n'), line: first }];
}

/** What is wrong with a whole script for sqlcmd. */
export function judgeScript(script: string): readonly string[] {
  const batches = batchesOf(script);
  const rest = batches.at(-1);
  const inBatches = batches.flatMap(({ sql, line }) =>
    judgeStatement(sql).map((complaint) => `batch of line ${line}: ${complaint}`),
  );
  return [
    ...inBatches,
    ...(rest && tokensOf(rest.sql, 'tsql').length ? [`line ${rest.line}: no GO ends the last batch`] : []),
    ...script
      .split('\n')
      .flatMap((line, index) => lineComplaints(line).map((complaint) => `line ${index + 1}: ${complaint}`)),
    ...(script.endsWith('\n') ? [] : ['no newline at the end']),
  ];
}

/** https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-utility: commands begin with a colon, variables with `$(`. */
const lineComplaints = (line: string): readonly string[] => [
  ...(/^\s*(:[a-z!]|!!)/i.test(line) ? ['a command of sqlcmd, which other clients refuse'] : []),
  ...(line.includes('$(') ? ['a variable of sqlcmd'] : []),
  ...(/[^\x20-\x7e\t]/.test(line) ? ['characters beyond ASCII, which depend on the code page'] : []),
];
