import { type Rule, countComplaints, createdItems, listComplaints, rowsFrom } from './rule.ts';
import { OPTION_RULES } from './mssql-option-rules.ts';
import { permissionComplaints } from './mssql-permissions.ts';
import { type JudgeToken, cutAt, endOfName, follows, inParentheses, outside, placesOf } from './tokens.ts';

const DOCS = 'https://learn.microsoft.com/sql/t-sql';

const VERBS = new Set(
  (
    'ALTER BACKUP BEGIN BREAK BULK CHECKPOINT CLOSE COMMIT CONTINUE CREATE DBCC DEALLOCATE DECLARE DELETE DENY ' +
    'DISABLE DROP ELSE ENABLE END EXEC EXECUTE FETCH GOTO GRANT IF INSERT KILL MERGE OPEN PRINT RAISERROR RESTORE ' +
    'RETURN REVERT REVOKE ROLLBACK SAVE SELECT SET THROW TRUNCATE UPDATE USE WAITFOR WHILE WITH'
  ).split(' '),
);

const TYPES = new Set(
  (
    'BIGINT BINARY BIT CHAR DATE DATETIME DATETIME2 DATETIMEOFFSET DECIMAL FLOAT GEOGRAPHY GEOMETRY HIERARCHYID ' +
    'IMAGE INT INTEGER MONEY NCHAR NTEXT NUMERIC NVARCHAR REAL ROWVERSION SMALLDATETIME SMALLINT SMALLMONEY ' +
    'SQL_VARIANT SYSNAME TEXT TIME TIMESTAMP TINYINT UNIQUEIDENTIFIER VARBINARY VARCHAR XML'
  ).split(' '),
);

/** What may follow a type. */
const OPTIONS = new Set(
  (
    'ACTION ALWAYS AS CASCADE CHECK CLUSTERED COLLATE CONSTRAINT DEFAULT DELETE END FOR FOREIGN GENERATED ' +
    'IDENTITY KEY NO NONCLUSTERED NOT NULL ON PRIMARY REFERENCES ROW ROWGUIDCOL SET SPARSE START UNIQUE UPDATE ' +
    'VALUES WITH'
  ).split(' '),
);

/** Behind these stands a name or an expression, of any words. */
const OPEN = new Set(['CONSTRAINT', 'COLLATE', 'REFERENCES', 'DEFAULT', '.', '-', '+']);

const TABLE_WORDS = new Set(['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK', 'INDEX', 'PERIOD', 'DEFAULT']);

const isTableItem = ([first]: readonly JudgeToken[]): boolean => first?.kind === 'word' && TABLE_WORDS.has(first.text);

/** The columns of CREATE TABLE and of ALTER TABLE … ADD. */
function columnItems(tokens: readonly JudgeToken[]): readonly (readonly JudgeToken[])[] {
  const added = placesOf(tokens, 'ALTER', 'TABLE').flatMap((at) => {
    const add = endOfName(tokens, at + 2);
    return follows(tokens, add, 'ADD') ? cutAt(statementFrom(tokens, add + 1), ',') : [];
  });
  return [...createdItems(tokens), ...added].filter((item) => !isTableItem(item));
}

const statementFrom = (tokens: readonly JudgeToken[], at: number): readonly JudgeToken[] =>
  cutAt(tokens.slice(at), ';')[0] ?? [];

function columnComplaints(item: readonly JudgeToken[]): readonly string[] {
  if (item.length === 0) return ['a comma with nothing behind it'];
  const [name, type, ...rest] = item;
  if (!type) return [`column ${name?.text} has no type`];
  if (type.text === 'AS') return [];
  const isUserType = type.kind === 'name' || rest[0]?.text === '.';
  const unknown = isUserType || TYPES.has(type.text) ? [] : [`${type.text} is no type`];
  return [...unknown, ...sizeComplaints(type, rest), ...optionComplaints(name, rest), ...listComplaints(item)];
}

const MOST: { readonly [type: string]: number } = {
  NVARCHAR: 4000,
  NCHAR: 4000,
  VARCHAR: 8000,
  VARBINARY: 8000,
  BINARY: 8000,
};

function sizeComplaints({ text: type }: JudgeToken, rest: readonly JudgeToken[]): readonly string[] {
  if (rest[0]?.text !== '(')
    return /^N?VAR(CHAR|BINARY)$/.test(type) ? [`${type} without a length holds one character`] : [];
  const [size, scale] = cutAt(inParentheses(rest, 0).inside, ',').map(([token]) => token?.text ?? '');
  if (size === 'MAX') return [];
  const most = MOST[type] ?? (/^(DECIMAL|NUMERIC)$/.test(type) ? 38 : Infinity);
  const isTooLong = Number(size) > most || Number(scale ?? 0) > Number(size);
  return isTooLong ? [`${type}(${size}${scale === undefined ? '' : `, ${scale}`}) is beyond ${most}`] : [];
}

function optionComplaints(name: JudgeToken | undefined, rest: readonly JudgeToken[]): readonly string[] {
  const words = outside(rest);
  return words.flatMap((token, at) => {
    const isFree = token.kind !== 'word' || OPTIONS.has(token.text) || OPEN.has(words[at - 1]?.text ?? '');
    return isFree ? [] : [`${token.text} in the definition of ${name?.text}`];
  });
}

/** Only a type, a collation and nullability. */
function alterColumnComplaints(tokens: readonly JudgeToken[]): readonly string[] {
  return placesOf(tokens, 'ALTER', 'COLUMN').flatMap((at) => {
    const words = outside(statementFrom(tokens, at + 4)).filter(({ text }) => text !== '(');
    if (follows(tokens, at + 3, 'AS')) return ['ALTER COLUMN … AS'];
    const allowed = /^(COLLATE \S+ ?)?((NOT )?NULL)?$/;
    const said = words.map(({ text }) => text).join(' ');
    return allowed.test(said)
      ? sizeComplaints(tokens[at + 3] as JudgeToken, tokens.slice(at + 4))
      : [`ALTER COLUMN … ${said}`];
  });
}

const FIRST_IN_BATCH = new Set(['VIEW', 'PROCEDURE', 'PROC', 'FUNCTION', 'TRIGGER', 'SCHEMA', 'DEFAULT', 'RULE']);

function batchComplaints(tokens: readonly JudgeToken[]): readonly string[] {
  return placesOf(tokens, 'CREATE').flatMap((at) => {
    const what = follows(tokens, at + 1, 'OR', 'ALTER') ? tokens[at + 3] : tokens[at + 1];
    return at > 0 && what?.kind === 'word' && FIRST_IN_BATCH.has(what.text)
      ? [`CREATE ${what.text} is not the first of its batch`]
      : [];
  });
}

function declarationComplaints(tokens: readonly JudgeToken[]): readonly string[] {
  const declared = placesOf(tokens, 'DECLARE').flatMap((at) =>
    declaredNames(statementFrom(tokens, at + 1)),
  );
  return declared.filter((name, at) => declared.indexOf(name) !== at).map((name) => `${name} is declared twice`);
}

/** Up to what is no name with a type: no semicolon need stand behind the last. */
function declaredNames(tokens: readonly JudgeToken[]): readonly string[] {
  const parts = cutAt(tokens, ',');
  const end = parts.findIndex(([name, type]) => !name?.text.startsWith('@') || !TYPES.has(type?.text ?? ''));
  return (end < 0 ? parts : parts.slice(0, end)).flatMap(([name]) => (name ? [name.text] : []));
}

const FOREIGN_CALLS =
  /^(NOW|LENGTH|SUBSTR|IFNULL|NVL|TO_DATE|TO_CHAR|TO_CLOB|UUID|GEN_RANDOM_UUID|SYS_GUID|UNISTR|CHR|MOD|NEXTVAL)$/;

const wordsWithin = (
  tokens: readonly JudgeToken[],
  matches: (token: JudgeToken, at: number) => boolean,
): readonly string[] =>
  tokens.filter((token, at) => token.kind === 'word' && matches(token, at)).map(({ text }) => text);

const statements = (tokens: readonly JudgeToken[]): readonly (readonly JudgeToken[])[] =>
  cutAt(tokens, ';').filter((statement) => statement.length > 0);

export const RULES: readonly Rule[] = [
  ...OPTION_RULES,
  {
    name: 'statement',
    page: `${DOCS}/statements/statements`,
    complaints: (tokens) =>
      statements(tokens)
        .filter(([first]) => first?.kind !== 'word' || !VERBS.has(first.text))
        .map(([first]) => `${first?.text} begins no statement`),
  },
  {
    name: 'column definition',
    page: `${DOCS}/statements/create-table-transact-sql`,
    complaints: (tokens) => columnItems(tokens).flatMap(columnComplaints),
  },
  { name: 'ALTER COLUMN', page: `${DOCS}/statements/alter-table-transact-sql`, complaints: alterColumnComplaints },
  { name: 'first in batch', page: `${DOCS}/statements/create-view-transact-sql`, complaints: batchComplaints },
  {
    name: 'variables',
    page: `${DOCS}/language-elements/declare-local-variable-transact-sql`,
    complaints: declarationComplaints,
  },
  {
    name: 'permissions',
    page: `${DOCS}/statements/grant-transact-sql`,
    complaints: (tokens) => statements(tokens).flatMap(permissionComplaints),
  },
  { name: 'values', page: `${DOCS}/statements/insert-transact-sql`, complaints: countComplaints },
  {
    name: 'rows',
    page: `${DOCS}/queries/table-value-constructor-transact-sql`,
    complaints: (tokens) =>
      placesOf(tokens, 'VALUES')
        .map((at) => rowsFrom(tokens, at + 1).length)
        .filter((count) => count > 1000)
        .map((count) => `${count} rows`),
  },
  {
    name: 'booleans',
    page: `${DOCS}/data-types/bit-transact-sql`,
    complaints: (tokens) =>
      wordsWithin(tokens, ({ text }) => text === 'TRUE' || text === 'FALSE').map((word) => `${word} is no value`),
  },
  {
    name: 'concatenation',
    page: `${DOCS}/language-elements/string-concatenation-transact-sql`,
    complaints: (tokens) =>
      tokens.filter(({ text }) => text === '||').map(() => '|| joins nothing before SQL Server 2025'),
  },
  {
    name: 'functions',
    page: `${DOCS}/functions/functions`,
    complaints: (tokens) =>
      wordsWithin(tokens, ({ text }, at) => FOREIGN_CALLS.test(text) && follows(tokens, at + 1, '(')).map(
        (word) => `${word} is no function`,
      ),
  },
  {
    name: 'strings',
    page: `${DOCS}/data-types/constants-transact-sql`,
    complaints: (tokens) =>
      tokens
        .filter(({ kind, text }) => kind === 'string' && !/^[nN]/.test(text) && /[^\x00-\x7f]/.test(text))
        .map(({ text }) => `${text} has no N before it`),
  },
  {
    name: 'sqlcmd variables',
    page: 'https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-use-scripting-variables',
    complaints: (tokens) =>
      tokens.filter(({ text }) => text.includes('$(')).map(({ text }) => `${text} holds a variable`),
  },
];
