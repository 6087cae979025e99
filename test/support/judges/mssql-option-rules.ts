import type { Rule } from './rule.ts';
import { type JudgeToken, cutAt, endOfName, follows, inParentheses, outside, placesOf } from './tokens.ts';

const DOCS = 'https://learn.microsoft.com/sql/t-sql';

const textOf = (tokens: readonly JudgeToken[]): string => tokens.map(({ text }) => text).join(' ');

const COMPRESSION = /^(NONE|ROW|PAGE)$/;
const SWITCH = /^(ON|OFF)$/;

/** <relational_index_option> and <table_option>, as far as scripts say them. */
const VALUES: { readonly [option: string]: RegExp } = {
  DATA_COMPRESSION: COMPRESSION,
  FILLFACTOR: /^([1-9]\d?|100)$/,
  ONLINE: SWITCH,
  SORT_IN_TEMPDB: SWITCH,
  PAD_INDEX: SWITCH,
  DROP_EXISTING: SWITCH,
};

/** `WITH (a = b, …)` of a table or an index. */
function optionComplaints(tokens: readonly JudgeToken[]): readonly string[] {
  const statement = /^(CREATE (UNIQUE )?((NON)?CLUSTERED )?(COLUMNSTORE )?(TABLE|INDEX)|ALTER TABLE|DROP INDEX) /;
  if (!statement.test(textOf(tokens.slice(0, 6)))) return [];
  return placesOf(tokens, 'WITH').flatMap((at) => {
    if (follows(tokens, at + 1, 'NOCHECK') || follows(tokens, at + 1, 'CHECK') || follows(tokens, at + 1, 'VALUES')) return [];
    if (!follows(tokens, at + 1, '(')) return [`${tokens[at + 1]?.text} behind WITH`];
    return cutAt(inParentheses(tokens, at + 1).inside, ',').flatMap(optionComplaint);
  });
}

function optionComplaint([name, equals, ...value]: readonly JudgeToken[]): readonly string[] {
  const allowed = VALUES[name?.text ?? ''];
  if (!allowed || equals?.text !== '=') return [`${name?.text} is no option`];
  return allowed.test(textOf(value)) ? [] : [`${name?.text} = ${textOf(value)}`];
}

/** ON filegroup stands before the options of a table, and behind those of an index. */
function placeComplaints(tokens: readonly JudgeToken[]): readonly string[] {
  const words = textOf(outside(tokens));
  return follows(tokens, 0, 'CREATE', 'TABLE') && / WITH \( ON /.test(words) ? ['ON behind WITH (…)'] : [];
}

/** What the kinds of indexes do not take. */
function kindComplaints(tokens: readonly JudgeToken[]): readonly string[] {
  if (!follows(tokens, 0, 'CREATE')) return [];
  const [columnstore] = placesOf(tokens, 'COLUMNSTORE', 'INDEX');
  const words = textOf(outside(tokens));
  if (columnstore === undefined) {
    const isClustered = /^CREATE (UNIQUE )?CLUSTERED INDEX /.test(words);
    return isClustered && / (WHERE|INCLUDE) /.test(words) ? ['a clustered index with WHERE or INCLUDE'] : [];
  }
  const keys = inParentheses(tokens, endOfName(tokens, columnstore + 4)).inside;
  const hasOrder = keys.some(({ kind, text }) => kind === 'word' && /^(ASC|DESC)$/.test(text));
  const others = [...(/ (UNIQUE|INCLUDE) /.test(words) ? ['UNIQUE or INCLUDE'] : []), ...(hasOrder ? ['ASC or DESC'] : [])];
  return others.map((what) => `a columnstore index with ${what}`);
}

/** `name AS (…) [PERSISTED [NOT NULL]]`, and then constraints. */
function computedComplaints(tokens: readonly JudgeToken[]): readonly string[] {
  return tokens.flatMap((token, at) => {
    const isComputed = (token.text === '(' || token.text === ',' || token.text === 'ADD') && follows(tokens, at + 2, 'AS', '(');
    if (!isComputed || !/^(CREATE|ALTER) TABLE /.test(textOf(tokens.slice(0, 3)))) return [];
    const { close } = inParentheses(tokens, at + 3);
    const behind = textOf(cutAt(tokens.slice(close + 1), ',')[0] ?? []).replace(/ ?\)?( ON .*| WITH .*)?$/, '');
    return /^(PERSISTED( NOT NULL)?)?( ?CONSTRAINT .*)?$/.test(behind) ? [] : [`${behind} behind a computed column`];
  });
}

/** The number of a message is 50000 or more, and what stands before THROW ends with a semicolon. */
function throwComplaints(tokens: readonly JudgeToken[]): readonly string[] {
  return placesOf(tokens, 'THROW').flatMap((at) => {
    const statement = cutAt(tokens.slice(0, at), ';').at(-1) ?? [];
    const isApart = statement.length === 0 || follows(statement, 0, 'IF') || statement.at(-1)?.text === 'BEGIN';
    // Without parameters it raises anew what CATCH has caught.
    const isAgain = tokens[at + 1]?.text === 'END' && placesOf(tokens, 'BEGIN', 'CATCH').some((begin) => begin < at);
    const isNumber = isAgain || /^\d+$/.test(tokens[at + 1]?.text ?? '') && Number(tokens[at + 1]?.text) >= 50_000;
    return [...(isApart ? [] : ['no semicolon before it']), ...(isNumber ? [] : [`${tokens[at + 1]?.text} is no number of a message`])];
  });
}

/** Every variable of a batch is declared in it; those of a routine are its parameters. */
function variableComplaints(tokens: readonly JudgeToken[]): readonly string[] {
  if (/^CREATE (OR ALTER )?(FUNCTION|PROC|PROCEDURE|TRIGGER) /.test(textOf(tokens.slice(0, 4)))) return [];
  const declared = new Set<string>();
  return tokens.flatMap(({ kind, text }, at) => {
    if (kind !== 'word' || !/^@[^@]/.test(text)) return [];
    const isArgument = tokens[at + 1]?.text === '=' && /^(,|SP_\w+)$/.test(tokens[at - 1]?.text ?? '');
    if (tokens[at - 1]?.text === 'DECLARE' || /^(INT|BIGINT|SYSNAME|NVARCHAR|DATETIME2)$/.test(tokens[at + 1]?.text ?? '')) declared.add(text);
    return isArgument || declared.has(text) ? [] : [`${text} is not declared`];
  });
}

export const OPTION_RULES: readonly Rule[] = [
  { name: 'options', page: `${DOCS}/statements/create-index-transact-sql`, complaints: optionComplaints },
  { name: 'filegroup', page: `${DOCS}/statements/create-table-transact-sql`, complaints: placeComplaints },
  { name: 'kind of index', page: `${DOCS}/statements/create-columnstore-index-transact-sql`, complaints: kindComplaints },
  { name: 'computed column', page: `${DOCS}/statements/create-table-transact-sql`, complaints: computedComplaints },
  { name: 'THROW', page: `${DOCS}/language-elements/throw-transact-sql`, complaints: throwComplaints },
  { name: 'undeclared variables', page: `${DOCS}/language-elements/declare-local-variable-transact-sql`, complaints: variableComplaints },
];
