import { isPermissions } from './mssql-permissions.ts';
import { type KnownRefusal, edit } from './rule.ts';
import { type JudgeToken, endOfName, follows, placesOf } from './tokens.ts';

/*
 * What the grammar refuses and SQL Server takes: each form by the line of the vendor's own grammar that it follows, where
 * its name is not that line already. No server can run them here.
 */

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
        ? placesOf(tokens, 'WITH', '(', 'DATA_COMPRESSION', '=')
            .filter((at) => follows(tokens, at + 5, ')'))
            .map((at) => without(tokens, at, 6))
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
    // [ START WITH <constant> ] [ INCREMENT BY <constant> ] [ { MINVALUE [ <constant> ] } … ] [ { MAXVALUE … } … ]
    name: 'numbers below 0 of a sequence',
    page: `${DOCS}/statements/create-sequence-transact-sql`,
    example: 'CREATE SEQUENCE s AS bigint START WITH -1 INCREMENT BY -1 MAXVALUE -1',
    edits: (tokens) =>
      placesOf(tokens, 'SEQUENCE').length
        ? placesOf(tokens, '-')
            .filter((at) => tokens[at + 1]?.kind === 'number' && /^(WITH|BY|MINVALUE|MAXVALUE)$/.test(tokens[at - 1]?.text ?? ''))
            .map((at) => without(tokens, at, 1))
        : [],
  },
  {
    // DROP INDEX [ IF EXISTS ] index_name ON <object> [ WITH ( <drop_clustered_index_option> [ ,...n ] ) ]
    name: 'DROP INDEX … WITH (ONLINE = …)',
    page: `${DOCS}/statements/drop-index-transact-sql`,
    example: 'DROP INDEX i ON t WITH (ONLINE = ON)',
    // The rule `options` reads it.
    edits: (tokens) =>
      follows(tokens, 0, 'DROP', 'INDEX')
        ? placesOf(tokens, 'WITH', '(', 'ONLINE', '=')
            .filter((at) => follows(tokens, at + 5, ')'))
            .map((at) => without(tokens, at, 6))
        : [],
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
