import { RULES } from '../lex/rules.ts';
import type { Token } from '../lex/token.ts';
import { type Client, type Draft, PART, type Reading, type Scan } from './client.ts';
import { keyword, refuseCommand, reportOpen, restOfLine } from './client.ts';

/**
 * The sqlite3 shell: a semicolon ends a statement, `; END ;` a trigger (https://www.sqlite.org/c3ref/complete.html),
 * and so does a line `/` or `go` (https://www.sqlite.org/cli.html).
 */
export const sqlite3: Client = { name: 'sqlite3', rules: RULES.sqlite, read, finish: reportOpen };

const TRIGGER_OPENING = /^(?:EXPLAIN (?:QUERY PLAN )?)?CREATE (?:TEMP |TEMPORARY )?TRIGGER$/;
const LONGEST_TRIGGER_OPENING = 6;

/** Stages of a trigger: the shell knows its end by the tokens `; END ;` alone, so that no CASE … END misleads it. */
const TRIGGER = 'trigger';
const SEMICOLON = 'trigger ;';
const END = 'trigger ; end';

function read(token: Token, draft: Draft, scan: Scan): Reading {
  const word = keyword(token, scan);
  if (word === '.' && token.startsLine && draft.start === undefined) return refuseCommand(token, 'sqlite3', scan);
  if (word === ';') return readSemicolon(token, draft);
  if (isLineTerminator(word, token, scan) && (draft.stage === '' || draft.stage === END)) {
    draft.open.length = 0;
    return { is: 'end', resume: token.end };
  }
  if (draft.stage) draft.stage = draft.stage === SEMICOLON && word === 'END' ? END : TRIGGER;
  if (token.kind === 'word' && draft.words.length < LONGEST_TRIGGER_OPENING) openTrigger(word, token, draft);
  return PART;
}

const isLineTerminator = (word: string, token: Token, { text }: Scan): boolean =>
  token.startsLine && (word === '/' || word === 'GO') && /^(?:\/|go)$/i.test(restOfLine(text, token.start));

function openTrigger(word: string, { start }: Token, draft: Draft): void {
  if (!TRIGGER_OPENING.test([...draft.words, word].join(' '))) return;
  draft.stage = TRIGGER;
  draft.open.push({ text: 'CREATE TRIGGER', closing: 'END', offset: draft.start ?? start });
}

function readSemicolon({ end }: Token, draft: Draft): Reading {
  if (draft.stage && draft.stage !== END) {
    draft.stage = SEMICOLON;
    return PART;
  }
  draft.open.length = 0;
  return { is: 'end', resume: end };
}
