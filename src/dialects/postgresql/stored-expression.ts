import { type Branch, type Leaf, type Tree, branch, leaf } from '../standard/expression-tree.ts';
import { typeForm } from '../standard/read-type.ts';
import type { ExpressionRules } from '../standard/stored-expression.ts';
import { lexicon } from './lexicon.ts';
import { typeReader } from './read-type.ts';

const TEXT = /^(?:text|varchar|char|bpchar|name)\b/;
const NUMBER = /^(?:smallint|integer|bigint|numeric|real|double precision)\b/;
const COMPARISONS = new Set(['=', '<>', '<', '>', '<=', '>=', 'in']);
const ARITHMETIC = new Set(['+', '-', '*', '/', '%']);

/** The server writes casts that the author did not: of literals, of texts, and of numbers of two types. */
function rewrite(tree: Branch): Tree {
  const [first, second] = tree.args as [Tree, Tree | undefined];
  switch (tree.operator) {
    case 'cast':
      return castOf(first, typeForm((second as Leaf).text, typeReader));
    case 'typed':
      return first;
    case 'call':
      return calling(tree);
    default:
      if (COMPARISONS.has(tree.operator)) return branch(tree.operator, ...tree.args.map(uncast));
      return ARITHMETIC.has(tree.operator) && tree.args.some(isDecimal) ? branch(tree.operator, ...tree.args.map(uncast)) : tree;
  }
}

function castOf(value: Tree, type: string): Tree {
  if ('leaf' in value) return castLeaf(value, type);
  return value.operator === 'array' ? value : branch('cast', value, leaf('word', type));
}

/** Values whose type is plain, or any. */
const WORDS = ['null', 'true', 'false'];

function castLeaf(value: Leaf, type: string): Tree {
  const inner = value.text.slice(1, -1);
  if (value.leaf === 'string' && NUMBER.test(type) && /^-?[\d.]+$/.test(inner)) return leaf('number', inner);
  if (value.leaf === 'string' && type === 'boolean') return leaf('word', /^t/.test(inner) ? 'true' : 'false');
  if (value.leaf === 'string' || WORDS.includes(value.text) || (value.leaf === 'number' && NUMBER.test(type)) || TEXT.test(type)) return value;
  return branch('cast', value, leaf('word', type));
}

const isDecimal = (tree: Tree): boolean => 'leaf' in tree && tree.leaf === 'number' && tree.text.includes('.');

/** A column beside one of another type of number, or a decimal number. */
function uncast(tree: Tree): Tree {
  if ('leaf' in tree || tree.operator !== 'cast') return tree;
  const [value, type] = tree.args as [Tree, Leaf];
  return 'leaf' in value && NUMBER.test(type.text) ? value : tree;
}

function calling(tree: Branch): Tree {
  const [name, ...args] = tree.args as [Leaf, ...Tree[]];
  const called = name.text.replace(/^pg_catalog\./, '');
  if ((called === 'now' || called === 'transaction_timestamp') && args.length === 0) return leaf('word', 'current_timestamp');
  const [sequence] = args;
  // The name in the string is read as one: what stands in the usual schema may leave that out.
  if (called === 'nextval' && sequence && 'leaf' in sequence) {
    return branch('call', name, leaf('string', sequence.text.replace(/^'public\./, "'")));
  }
  return branch('call', leaf('word', called), ...args);
}

export const RULES: ExpressionRules = { dialect: 'postgresql', lexicon, ignoresCase: false, words: {}, rewrite };
