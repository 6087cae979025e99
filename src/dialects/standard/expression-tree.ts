import type { StoredToken } from './stored-text.ts';

/** An expression without its spelling: parentheses, white space and the words' case are gone. */
export type Tree = Leaf | Branch;

export interface Leaf {
  readonly leaf: 'name' | 'string' | 'number' | 'word';
  readonly text: string;
}

/** An operator, `call` with its name first, `cast` with a type behind, `in` with a list behind … */
export interface Branch {
  readonly operator: string;
  readonly args: readonly Tree[];
}

export const leaf = (kind: Leaf['leaf'], text: string): Leaf => ({ leaf: kind, text });
export const branch = (operator: string, ...args: readonly Tree[]): Branch => ({ operator, args });

/** How tightly binary operators bind, loosely first; the rest binds as `||` does. */
const BINDING: { readonly [operator: string]: number } = {
  or: 1, xor: 2, and: 3,
  '=': 5, '<>': 5, '!=': 5, '==': 5, '<': 5, '>': 5, '<=': 5, '>=': 5, '<=>': 5, is: 5, in: 6, between: 6, like: 6, ilike: 6,
  '+': 8, '-': 8, '*': 9, '/': 9, '%': 9, div: 9, mod: 9,
};
const NOT = 4;
const COMPARED = 6;
const OTHER = 7;
const SIGN = 11;

/** Words that cannot begin an operand: with them, the text is no expression that this reader knows. */
const KEYWORDS = new Set(
  'select from where group order union join on as when then else end and or in is like between escape over filter within using'.split(' '),
);

/** Thrown and caught here: the text is not read. */
class Unread extends Error {}

/** The tree of an expression; nothing where it is more than this reader knows, such as a query. */
export function expressionTree(tokens: readonly StoredToken[]): Tree | undefined {
  const reader = { tokens, at: 0 };
  try {
    const tree = expression(reader, 0);
    return reader.at === tokens.length ? tree : undefined;
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}

interface Reader {
  readonly tokens: readonly StoredToken[];
  at: number;
}

const peek = ({ tokens, at }: Reader): StoredToken | undefined => tokens[at];
const isNext = (reader: Reader, text: string): boolean => {
  const token = peek(reader);
  return token?.text === text && (token.kind === 'word' || token.kind === 'symbol');
};

function taken(reader: Reader, text: string): boolean {
  if (!isNext(reader, text)) return false;
  reader.at++;
  return true;
}

function expect(reader: Reader, text: string): void {
  if (!taken(reader, text)) throw new Unread();
}

function expression(reader: Reader, loosest: number): Tree {
  let tree = operand(reader);
  for (;;) {
    const longer = continued(reader, tree, loosest);
    if (!longer) return tree;
    tree = longer;
  }
}

function operand(reader: Reader): Tree {
  if (taken(reader, 'not')) return branch('not', expression(reader, NOT));
  for (const sign of ['-', '+', '~', '!']) if (taken(reader, sign)) return signed(sign, expression(reader, SIGN));
  return postfixed(reader, primary(reader));
}

function signed(sign: string, tree: Tree): Tree {
  if (sign === '+') return tree;
  return sign === '-' && 'leaf' in tree && tree.leaf === 'number' ? leaf('number', `-${tree.text}`) : branch(sign, tree);
}

function primary(reader: Reader): Tree {
  const token = peek(reader);
  if (!token) throw new Unread();
  if (token.kind === 'symbol') return enclosed(reader);
  reader.at++;
  if (token.kind === 'string' || token.kind === 'number') return leaf(token.kind, token.text);
  if (token.kind === 'word' && token.text === 'case') return cases(reader);
  if (token.kind === 'word' && KEYWORDS.has(token.text)) throw new Unread();
  const next = peek(reader);
  // date '2024-01-01', N'text', _utf8mb4'text'
  if (next?.kind === 'string' && token.kind === 'word') {
    reader.at++;
    return branch('typed', leaf('string', next.text), leaf('word', token.text));
  }
  return named(reader, token);
}

/** A parenthesis, or a list in one. */
function enclosed(reader: Reader): Tree {
  expect(reader, '(');
  const items = list(reader, ')');
  return items.length === 1 ? items[0]! : branch('row', ...items);
}

function list(reader: Reader, close: string): readonly Tree[] {
  const items: Tree[] = [];
  if (taken(reader, close)) return items;
  do items.push(expression(reader, 0));
  while (taken(reader, ','));
  expect(reader, close);
  return items;
}

function named(reader: Reader, first: StoredToken): Tree {
  const path = [first.text];
  while (taken(reader, '.')) {
    const next = peek(reader);
    if (next?.kind !== 'word' && next?.kind !== 'name') throw new Unread();
    reader.at++;
    path.push(next.text);
  }
  const name = path.join('.');
  if (name === 'array' && taken(reader, '[')) return branch('array', ...list(reader, ']'));
  if (!taken(reader, '(')) return leaf(first.kind === 'word' ? 'word' : 'name', name);
  if (name === 'cast') return cast(reader);
  return branch('call', leaf('word', name.replace(/^"(\w+)"$/, '$1')), ...(taken(reader, '*') ? starred(reader) : list(reader, ')')));
}

function starred(reader: Reader): readonly Tree[] {
  expect(reader, ')');
  return [leaf('word', '*')];
}

function cast(reader: Reader): Tree {
  const value = expression(reader, 0);
  expect(reader, 'as');
  const type = typeName(reader, () => isNext(reader, ')'));
  expect(reader, ')');
  return branch('cast', value, leaf('word', type));
}

/** The words of a type, with what stands between its parentheses, up to where it ends. */
function typeName(reader: Reader, ends: () => boolean): string {
  const words: string[] = [];
  let depth = 0;
  for (let token = peek(reader); token && (depth > 0 || !ends()); token = peek(reader)) {
    depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    words.push(token.text);
    reader.at++;
  }
  if (words.length === 0) throw new Unread();
  return words.join(' ');
}

const TYPE_WORDS = new Set('varying precision with without time zone'.split(' '));

/** `::timestamp(6) without time zone[]`: the first word or name, then what goes on with it. */
function castType(reader: Reader): string {
  let first = true;
  return typeName(reader, () => {
    const token = peek(reader)!;
    const before = reader.tokens[reader.at - 1]?.text;
    const isInside = '([.'.includes(token.text) || before === '.' || (before === '[' && token.text === ']');
    const goesOn = first || TYPE_WORDS.has(token.text) || isInside;
    first = false;
    return !goesOn;
  });
}

function postfixed(reader: Reader, tree: Tree): Tree {
  if (taken(reader, '::')) return postfixed(reader, branch('cast', tree, leaf('word', castType(reader))));
  if (taken(reader, 'collate')) return postfixed(reader, branch('collate', tree, primary(reader)));
  return tree;
}

function cases(reader: Reader): Tree {
  const parts: Tree[] = isNext(reader, 'when') ? [] : [expression(reader, 0)];
  while (taken(reader, 'when')) {
    const condition = expression(reader, 0);
    expect(reader, 'then');
    parts.push(branch('when', condition, expression(reader, 0)));
  }
  if (taken(reader, 'else')) parts.push(branch('else', expression(reader, 0)));
  expect(reader, 'end');
  return branch('case', ...parts);
}

/** The tree with the operator behind it, where that binds tighter than what is around. */
function continued(reader: Reader, left: Tree, loosest: number): Tree | undefined {
  const token = peek(reader);
  if (!token || (token.kind !== 'symbol' && token.kind !== 'word')) return undefined;
  if (token.kind === 'word') return (loosest < COMPARED ? worded(reader, left) : undefined) ?? binary(reader, left, loosest);
  return [')', ']', ',', '(', '[', ';', '.'].includes(token.text) ? undefined : binary(reader, left, loosest);
}

function binary(reader: Reader, left: Tree, loosest: number): Tree | undefined {
  const { kind, text } = peek(reader)!;
  const binding = BINDING[text] ?? (kind === 'symbol' ? OTHER : 0);
  if (binding <= loosest || binding === COMPARED) return undefined;
  reader.at++;
  const quantifier = ['any', 'all', 'some'].find((word) => isNext(reader, word));
  return branch(text, left, quantifier === undefined ? expression(reader, binding) : quantified(reader, quantifier));
}

function quantified(reader: Reader, word: string): Tree {
  reader.at++;
  expect(reader, '(');
  return branch(word === 'some' ? 'any' : word, ...list(reader, ')'));
}

/** IS, IN, BETWEEN, LIKE, with NOT before them. */
function worded(reader: Reader, left: Tree): Tree | undefined {
  if (taken(reader, 'is')) return isTest(reader, left);
  const start = reader.at;
  const negated = taken(reader, 'not');
  const tree = predicate(reader, left);
  if (!tree) reader.at = start;
  return tree && (negated ? branch('not', tree) : tree);
}

function isTest(reader: Reader, left: Tree): Tree {
  const negated = taken(reader, 'not');
  const tree = taken(reader, 'distinct') ? distinct(reader, left) : branch('is', left, primary(reader));
  return negated ? branch('not', tree) : tree;
}

function distinct(reader: Reader, left: Tree): Tree {
  expect(reader, 'from');
  return branch('distinct', left, expression(reader, COMPARED));
}

const PATTERNS = ['like', 'ilike', 'regexp', 'rlike', 'glob', 'match'];

function predicate(reader: Reader, left: Tree): Tree | undefined {
  if (taken(reader, 'in')) {
    expect(reader, '(');
    return branch('in', left, ...list(reader, ')'));
  }
  if (taken(reader, 'between')) {
    const low = expression(reader, COMPARED);
    expect(reader, 'and');
    return branch('and', branch('>=', left, low), branch('<=', left, expression(reader, COMPARED)));
  }
  const word = PATTERNS.find((each) => taken(reader, each));
  if (!word) return undefined;
  const pattern = expression(reader, COMPARED);
  return taken(reader, 'escape') ? branch(word, left, pattern, expression(reader, COMPARED)) : branch(word, left, pattern);
}
