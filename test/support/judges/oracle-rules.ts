import { type Rule, countComplaints, createdItems, listComplaints } from './rule.ts';
import { type JudgeToken, cutAt, endOfName, follows, inParentheses, outside, placesOf } from './tokens.ts';

const DOCS = 'https://docs.oracle.com/en/database/oracle/oracle-database/19';

const VERBS = new Set(
  (
    'ALTER ANALYZE AUDIT BEGIN CALL COMMENT COMMIT CREATE DECLARE DELETE DROP EXPLAIN FLASHBACK GRANT INSERT LOCK ' +
    'MERGE PURGE RENAME REVOKE ROLLBACK SAVEPOINT SELECT SET TRUNCATE UPDATE WITH'
  ).split(' '),
);

const TYPES = new Set(
  (
    'BFILE BINARY_DOUBLE BINARY_FLOAT BLOB CHAR CLOB DATE DECIMAL DOUBLE FLOAT INT INTEGER INTERVAL LONG NCHAR ' +
    'NCLOB NUMBER NUMERIC NVARCHAR2 RAW REAL ROWID SMALLINT TIMESTAMP UROWID VARCHAR VARCHAR2 XMLTYPE'
  ).split(' '),
);

/** Reserved words of 19c: no name without quotes. */
const RESERVED = new Set(
  (
    'ACCESS ADD ALL ALTER AND ANY AS ASC AUDIT BETWEEN BY CHAR CHECK CLUSTER COLUMN COLUMN_VALUE COMMENT COMPRESS ' +
    'CONNECT CREATE CURRENT DATE DECIMAL DEFAULT DELETE DESC DISTINCT DROP ELSE EXCLUSIVE EXISTS FILE FLOAT FOR ' +
    'FROM GRANT GROUP HAVING IDENTIFIED IMMEDIATE IN INCREMENT INDEX INITIAL INSERT INTEGER INTERSECT INTO IS ' +
    'LEVEL LIKE LOCK LONG MAXEXTENTS MINUS MLSLABEL MODE MODIFY NESTED_TABLE_ID NOAUDIT NOCOMPRESS NOT NOWAIT ' +
    'NULL NUMBER OF OFFLINE ON ONLINE OPTION OR ORDER PCTFREE PRIOR PUBLIC RAW RENAME RESOURCE REVOKE ROW ROWID ' +
    'ROWNUM ROWS SELECT SESSION SET SHARE SIZE SMALLINT START SUCCESSFUL SYNONYM SYSDATE TABLE THEN TO TRIGGER ' +
    'UID UNION UNIQUE UPDATE USER VALIDATE VALUES VARCHAR VARCHAR2 VIEW WHENEVER WHERE WITH'
  ).split(' '),
);

/** What may follow a type's name. */
const OPTIONS = new Set(
  (
    'ALWAYS AS BY CASCADE CHECK COLLATE CONSTRAINT DAY DEFAULT DEFERRABLE DEFERRED DELETE DISABLE ENABLE GENERATED ' +
    'IDENTITY IMMEDIATE INITIALLY INVISIBLE KEY LOCAL MATERIALIZED MONTH NOT NOVALIDATE NULL ON PRECISION PRIMARY RAW ' +
    'REFERENCES SECOND SET TIME TO UNIQUE VALIDATE VIRTUAL VISIBLE WITH YEAR ZONE'
  ).split(' '),
);

const OPEN = new Set([
  'CONSTRAINT',
  'COLLATE',
  'REFERENCES',
  'DEFAULT',
  '.',
  '-',
  '+',
  '||',
  'DATE',
  'TIMESTAMP',
  'INTERVAL',
]);

/** Words of an interval literal in a default. */
const UNITS = new Set(['HOUR', 'MINUTE']);

const TABLE_WORDS = new Set(['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK', 'SUPPLEMENTAL', 'PERIOD']);

const isTableItem = ([first]: readonly JudgeToken[]): boolean => first?.kind === 'word' && TABLE_WORDS.has(first.text);

/** The columns of CREATE TABLE and of ALTER TABLE … ADD, in parentheses or not. */
function columnItems(tokens: readonly JudgeToken[]): readonly (readonly JudgeToken[])[] {
  const added = placesOf(tokens, 'ALTER', 'TABLE').flatMap((at) => {
    const add = endOfName(tokens, at + 2);
    if (!follows(tokens, add, 'ADD')) return [];
    return follows(tokens, add + 1, '(') ? cutAt(inParentheses(tokens, add + 1).inside, ',') : [tokens.slice(add + 1)];
  });
  return [...createdItems(tokens), ...added].filter((item) => !isTableItem(item));
}

function columnComplaints(item: readonly JudgeToken[]): readonly string[] {
  const [name, type, ...rest] = item;
  if (!name) return ['a comma with nothing behind it'];
  if (!type) return [`column ${name.text} has no type`];
  const isKnown = type.kind === 'name' || rest[0]?.text === '.' || TYPES.has(type.text);
  return [
    ...(isKnown ? [] : [`${type.text} is no type`]),
    ...(name.kind === 'word' && RESERVED.has(name.text) ? [`${name.text} is reserved and needs quotes`] : []),
    ...(Buffer.byteLength(name.text.replaceAll('"', '')) > 128 ? [`${name.text} has more than 128 bytes`] : []),
    ...sizeComplaints(type, rest),
    ...optionComplaints(name, rest),
    ...listComplaints(item),
  ];
}

function sizeComplaints({ text: type }: JudgeToken, rest: readonly JudgeToken[]): readonly string[] {
  const size = rest[0]?.text === '(' ? Number(rest[1]?.text) : undefined;
  if (/^(VARCHAR2|NVARCHAR2|RAW)$/.test(type) && size === undefined) return [`${type} has no length`];
  const most = { VARCHAR2: 4000, RAW: 2000, NUMBER: 38 }[type] ?? Infinity;
  return size !== undefined && size > most ? [`${type}(${size}) is beyond ${most}`] : [];
}

function optionComplaints(name: JudgeToken, rest: readonly JudgeToken[]): readonly string[] {
  const words = outside(rest);
  return words.flatMap((token, at) => {
    const isFree = token.kind !== 'word' || OPTIONS.has(token.text) || OPEN.has(words[at - 1]?.text ?? '');
    const isUnit = UNITS.has(token.text) && words.some(({ text }) => text === 'INTERVAL');
    return isFree || isUnit ? [] : [`${token.text} in the definition of ${name.text}`];
  });
}

const isPlsql = (tokens: readonly JudgeToken[]): boolean =>
  follows(tokens, 0, 'BEGIN') || follows(tokens, 0, 'DECLARE');

const LONGEST_LITERAL = 4000;

const strings = (tokens: readonly JudgeToken[]): readonly JudgeToken[] =>
  tokens.filter(({ kind }) => kind === 'string');

/** Empty texts are NULL, and mean something only where a comment is taken away. */
const emptyTexts = (tokens: readonly JudgeToken[]): readonly JudgeToken[] =>
  follows(tokens, 0, 'COMMENT') ? [] : strings(tokens).filter(({ text }) => text === "''");

const badEscapes = (tokens: readonly JudgeToken[]): readonly string[] =>
  placesOf(tokens, 'UNISTR', '(')
    .map((at) => tokens[at + 2]?.text ?? '')
    .filter((text) => !/^'(?:[^\\]|\\[0-9a-fA-F]{4}|\\\\)*'$/.test(text));

const FOREIGN_CALLS =
  /^(NOW|IFNULL|LEN|ISNULL|UUID|GEN_RANDOM_UUID|NEWID|GETDATE|SYSDATETIME|SYSDATETIMEOFFSET|NCHAR)$/;

export const RULES: readonly Rule[] = [
  {
    name: 'statement',
    page: `${DOCS}/sqlrf/Types-of-SQL-Statements.html`,
    complaints: ([first]) =>
      first?.kind === 'word' && VERBS.has(first.text) ? [] : [`${first?.text} begins no statement`],
  },
  {
    name: 'column definition',
    page: `${DOCS}/sqlrf/CREATE-TABLE.html`,
    complaints: (tokens) => columnItems(tokens).flatMap(columnComplaints),
  },
  { name: 'values', page: `${DOCS}/sqlrf/INSERT.html`, complaints: countComplaints },
  {
    name: 'new table name',
    page: `${DOCS}/sqlrf/ALTER-TABLE.html`,
    complaints: (tokens) =>
      follows(tokens, 0, 'ALTER', 'TABLE')
        ? placesOf(tokens, 'RENAME', 'TO')
            .filter((at) => follows(tokens, at + 3, '.'))
            .map(() => 'it has a schema')
        : [],
  },
  {
    name: 'booleans',
    page: `${DOCS}/sqlrf/Data-Types.html`,
    complaints: (tokens) =>
      isPlsql(tokens)
        ? []
        : tokens
            .filter(({ kind, text }) => kind === 'word' && /^(TRUE|FALSE)$/.test(text))
            .map(({ text }) => `${text} is no value`),
  },
  {
    name: 'concatenation',
    page: `${DOCS}/sqlrf/Concatenation-Operator.html`,
    complaints: (tokens) =>
      tokens
        .filter(
          ({ text }, at) => text === '+' && [tokens[at - 1], tokens[at + 1]].some((each) => each?.kind === 'string'),
        )
        .map(() => '+ joins no texts'),
  },
  {
    name: 'functions',
    page: `${DOCS}/sqlrf/Functions.html`,
    complaints: (tokens) =>
      tokens
        .filter(({ kind, text }, at) => kind === 'word' && FOREIGN_CALLS.test(text) && follows(tokens, at + 1, '('))
        .map(({ text }) => `${text} is no function`),
  },
  {
    name: 'literals',
    page: `${DOCS}/sqlrf/Literals.html`,
    complaints: (tokens) =>
      isPlsql(tokens)
        ? []
        : strings(tokens)
            .filter(({ text }) => Buffer.byteLength(text) - 2 > LONGEST_LITERAL)
            .map(() => `a literal of more than ${LONGEST_LITERAL} bytes`),
  },
  {
    name: 'empty texts',
    page: `${DOCS}/sqlrf/Nulls.html`,
    complaints: (tokens) => emptyTexts(tokens).map(() => 'it is NULL'),
  },
  { name: 'escapes', page: `${DOCS}/sqlrf/UNISTR.html`, complaints: badEscapes },
  {
    name: 'end of a block',
    page: `${DOCS}/lnpls/block.html`,
    complaints: (tokens) => (isPlsql(tokens) && tokens.at(-1)?.text !== ';' ? ['no semicolon behind END'] : []),
  },
];
