import type { Token } from '../lex/token.ts';
import { type Draft, countParenthesis } from './client.ts';

/**
 * The body of a stored routine that stands without DELIMITER. The mysql client would cut it at its first semicolon,
 * which is never meant; its blocks are followed instead, by the grammar of
 * https://dev.mysql.com/doc/refman/8.4/en/sql-compound-statements.html and
 * https://mariadb.com/kb/en/programmatic-compound-statements/.
 */
export interface Routine {
  readonly kind: string;
  expects: Expectation;
}

/** What the next word of a routine may be. */
type Expectation =
  /** A word of its head. */
  | 'head'
  /** A characteristic such as DETERMINISTIC, or the body. */
  | 'characteristic'
  /** The name of the trigger that this one follows. */
  | 'trigger-name'
  /** The first word of a statement. */
  | 'statement'
  /** The colon of a label, or the second word of a statement. */
  | 'label-colon'
  /** A word within a statement. */
  | 'rest'
  /** A word of a DECLARE that could be a handler's. */
  | 'declaration'
  | 'handler-condition'
  | 'handler-statement'
  /** What the END before it closes. */
  | 'end-of';

const KINDS: ReadonlySet<string> = new Set(['PROCEDURE', 'FUNCTION', 'TRIGGER', 'EVENT']);

/** Object kinds whose definitions have no body. */
const PLAIN: ReadonlySet<string> = new Set(
  'TABLE VIEW INDEX DATABASE SCHEMA USER ROLE SERVER SEQUENCE TABLESPACE PACKAGE'.split(' '),
);

/** Statements of MariaDB that stand outside routines too, beside BEGIN NOT ATOMIC. */
const OPENERS: ReadonlySet<string> = new Set(['IF', 'CASE', 'LOOP', 'REPEAT', 'WHILE', 'FOR']);

const CHARACTERISTICS: ReadonlySet<string> = new Set(
  'COMMENT LANGUAGE SQL NOT DETERMINISTIC CONTAINS NO READS MODIFIES DATA SECURITY DEFINER INVOKER'.split(' '),
);

/** Sees at which word a routine begins. */
export function recogniseRoutine(word: string, token: Token, draft: Draft): void {
  const [first = word] = draft.words;
  if (draft.words.length === 0 && OPENERS.has(word)) {
    draft.routine = { kind: 'BLOCK', expects: 'statement' };
    readRoutine(word, token, draft, draft.routine);
  } else if (first === 'BEGIN' && draft.previous === 'BEGIN' && word === 'NOT') {
    draft.routine = { kind: 'BLOCK', expects: 'statement' };
    draft.open.push({ text: 'BEGIN', closing: 'END', offset: draft.start ?? token.start });
  } else if (PLAIN.has(word)) draft.stage = 'plain';
  else if (first === 'CREATE' ? KINDS.has(word) : first === 'ALTER' && word === 'EVENT') {
    draft.routine = { kind: word, expects: 'head' };
  }
}

/** Takes a token of a routine; `word` is its keyword or symbol. */
export function readRoutine(word: string, token: Token, draft: Draft, routine: Routine): void {
  if (token.kind === 'symbol') readSymbol(word, token, draft, routine);
  else if (token.kind === 'word') routine.expects = nextExpectation(word, token, draft, routine);
  else if (token.kind !== 'marker') routine.expects = afterOther(token, routine);
}

/** After a quoted name, a string or a number. */
function afterOther({ kind }: Token, { expects }: Routine): Expectation {
  if (expects === 'trigger-name') return 'statement';
  if (expects === 'handler-condition') return 'handler-statement';
  if (expects === 'statement') return kind === 'name' ? 'label-colon' : 'rest';
  return expects === 'label-colon' ? 'rest' : expects;
}

/** A semicolon inside a block. */
export function nextStatement(routine: Routine): void {
  routine.expects = 'statement';
}

function readSymbol(symbol: string, token: Token, draft: Draft, routine: Routine): void {
  countParenthesis(symbol, token, draft);
  const { expects, kind } = routine;
  if (expects === 'head') {
    const closesParameters = symbol === ')' && draft.open.length === 0;
    if (closesParameters && (kind === 'PROCEDURE' || kind === 'FUNCTION')) routine.expects = 'characteristic';
  } else if (expects === 'label-colon') routine.expects = symbol === ':' ? 'statement' : 'rest';
  else if (expects === 'statement') routine.expects = 'rest';
  else if (expects === 'handler-statement' && symbol === ',') routine.expects = 'handler-condition';
}

function nextExpectation(word: string, token: Token, draft: Draft, routine: Routine): Expectation {
  switch (routine.expects) {
    case 'head':
      return readHead(word, draft, routine);
    case 'characteristic':
      return readCharacteristic(word, token, draft, routine);
    case 'trigger-name':
      return 'statement';
    case 'statement':
      return readStatementWord(word, token, draft, routine);
    case 'declaration':
      return readDeclaration(word);
    case 'handler-condition':
      return ['FOR', 'SQLSTATE', 'NOT'].includes(word) ? 'handler-condition' : 'handler-statement';
    case 'handler-statement':
      return ['VALUE', 'FOUND'].includes(word) ? 'handler-statement' : readStatementWord(word, token, draft, routine);
    case 'end-of':
      return 'rest';
    default:
      return readInnerWord(word, token, draft);
  }
}

const HANDLER_ACTIONS: ReadonlySet<string> = new Set(['CONTINUE', 'EXIT', 'UNDO']);

function readDeclaration(word: string): Expectation {
  if (HANDLER_ACTIONS.has(word)) return 'declaration';
  return word === 'HANDLER' ? 'handler-condition' : 'rest';
}

function readHead(word: string, { previous, open }: Draft, { kind }: Routine): Expectation {
  if (kind === 'TRIGGER' && previous === 'EACH' && word === 'ROW') return 'statement';
  return kind === 'EVENT' && word === 'DO' && open.length === 0 ? 'statement' : 'head';
}

function readCharacteristic(word: string, token: Token, draft: Draft, routine: Routine): Expectation {
  const startsBody =
    routine.kind === 'FUNCTION'
      ? draft.open.length === 0 && (word === 'BEGIN' || word === 'RETURN' || OPENERS.has(word))
      : !CHARACTERISTICS.has(word);
  return startsBody ? readStatementWord(word, token, draft, routine) : 'characteristic';
}

function readStatementWord(word: string, { start }: Token, draft: Draft, { kind }: Routine): Expectation {
  const open = (): void => void draft.open.push({ text: word, closing: closingOf(word), offset: start });
  switch (word) {
    case 'BEGIN':
    case 'LOOP':
    case 'REPEAT':
      open();
      return 'statement';
    case 'IF':
    case 'CASE':
    case 'WHILE':
    case 'FOR':
      open();
      return 'rest';
    case 'ELSE':
    case 'NOT':
    case 'ATOMIC':
      return 'statement';
    case 'FOLLOWS':
    case 'PRECEDES':
      return kind === 'TRIGGER' && draft.open.length === 0 ? 'trigger-name' : 'rest';
    case 'DECLARE':
      return 'declaration';
    case 'END':
      draft.open.pop();
      return 'end-of';
    default:
      return 'label-colon';
  }
}

const closingOf = (opening: string): string => (opening === 'BEGIN' ? 'END' : `END ${opening}`);

/** A CASE within a statement is an expression: it opens no place for statements and has a bare END. */
const CASE_EXPRESSION = 'CASE …';

function readInnerWord(word: string, { start }: Token, { open }: Draft): Expectation {
  const innermost = open.at(-1)?.text;
  switch (word) {
    case 'CASE':
      open.push({ text: CASE_EXPRESSION, closing: 'END', offset: start });
      return 'rest';
    case 'THEN':
      return innermost === 'IF' || innermost === 'CASE' ? 'statement' : 'rest';
    case 'DO':
      return innermost === 'WHILE' || innermost === 'FOR' ? 'statement' : 'rest';
    case 'END':
      return endInner(innermost, open);
    default:
      return 'rest';
  }
}

function endInner(innermost: string | undefined, open: Draft['open']): Expectation {
  if (innermost === CASE_EXPRESSION) open.pop();
  if (innermost !== 'REPEAT') return 'rest';
  open.pop();
  return 'end-of';
}
