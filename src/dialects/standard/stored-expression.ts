import { type Branch, type Tree, branch, expressionTree, leaf } from './expression-tree.ts';
import { type NameRules, joined, storedTokens } from './stored-text.ts';

/** What a dialect makes of expressions, beside what all of them have in common. */
export interface ExpressionRules extends NameRules {
  /** Another word or function for the same: `now` is `current_timestamp`. */
  readonly words: { readonly [word: string]: string };
  /** A branch in the dialect's own form; its arguments are in theirs. */
  readonly rewrite: (tree: Branch) => Tree;
}

/** The one text that equal expressions share; of what is more than an expression, the words. */
export function storedExpression(text: string, rules: ExpressionRules): string {
  const tokens = storedTokens(text, rules);
  const tree = expressionTree(tokens);
  return tree ? shown(simplified(tree, rules)) : joined(tokens);
}

export const treeOf = (text: string, rules: ExpressionRules): Tree | undefined => {
  const tree = expressionTree(storedTokens(text, rules));
  return tree && simplified(tree, rules);
};

export const shown = (tree: Tree): string =>
  'leaf' in tree ? tree.text : `(${[tree.operator, ...tree.args.map(shown)].join(' ')})`;

function simplified(tree: Tree, rules: ExpressionRules): Tree {
  if ('leaf' in tree) {
    if (tree.leaf === 'number') return leaf('number', plainNumber(tree.text));
    return tree.leaf === 'word' && Object.hasOwn(rules.words, tree.text) ? leaf('word', rules.words[tree.text]!) : tree;
  }
  const inner = branch(tree.operator, ...tree.args.map((each) => simplified(each, rules)));
  const usual = common(inner);
  const own = 'leaf' in usual ? usual : rules.rewrite(usual);
  return 'leaf' in own ? own : flattened(own);
}

const OPERATORS: { readonly [operator: string]: string } = {
  '!': 'not', '!=': '<>', '==': '=', '~~': 'like', '~~*': 'ilike', rlike: 'regexp', mod: '%',
};
const NEGATED: { readonly [operator: string]: string } = { '!~~': 'like', '!~~*': 'ilike' };

/** `IN`, `BETWEEN`, `LIKE` and their negations in one form each, as servers tell them in several. */
function common(tree: Branch): Tree {
  const [left, right] = tree.args;
  const pattern = NEGATED[tree.operator];
  if (pattern) return branch('not', branch(pattern, ...tree.args));
  const operator = OPERATORS[tree.operator] ?? tree.operator;
  const quantified = right && 'args' in right ? right : undefined;
  if (operator === '=' && quantified?.operator === 'any') return membership(left!, quantified) ?? tree;
  if (operator === '<>' && quantified?.operator === 'all') {
    const among = membership(left!, quantified);
    return among ? branch('not', among) : tree;
  }
  if (operator === 'not') return negated(left!);
  if (operator === 'in') return among(left!, tree.args.slice(1));
  // The clock is asked with parentheses and without.
  if (operator === 'call' && tree.args.length === 1 && isClock(left!)) return left!;
  return branch(operator, ...tree.args);
}

const OPPOSITES: { readonly [operator: string]: string } = { '=': '<>', '<>': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' };

/** NOT where it says most: of what is unknown, both sides of each are unknown as well. */
function negated(tree: Tree): Tree {
  if ('leaf' in tree) return branch('not', tree);
  const opposite = OPPOSITES[tree.operator];
  if (opposite) return branch(opposite, ...tree.args);
  if (tree.operator === 'and') return flattened(branch('or', ...tree.args.map(negated)));
  if (tree.operator === 'or') return flattened(branch('and', ...tree.args.map(negated)));
  return tree.operator === 'not' ? tree.args[0]! : branch('not', tree);
}

const isClock = (tree: Tree): boolean => 'leaf' in tree && tree.text.startsWith('current_');

/** `= ANY (ARRAY[…])` */
function membership(left: Tree, { args: [list] }: Branch): Branch | undefined {
  return list && 'args' in list && list.operator === 'array' ? among(left, list.args) : undefined;
}

/** In any order. */
const among = (left: Tree, values: readonly Tree[]): Branch =>
  values.length === 1
    ? branch('=', left, values[0]!)
    : branch('in', left, ...[...values].sort((a, b) => (shown(a) < shown(b) ? -1 : 1)));

/** `a OR (b OR c)` is `a OR b OR c`; equalities of one thing are a list. */
function flattened(tree: Branch): Branch {
  if (tree.operator !== 'and' && tree.operator !== 'or') return tree;
  const parts = tree.args.flatMap((each) => ('args' in each && each.operator === tree.operator ? each.args : [each]));
  return tree.operator === 'or' ? (equalities(parts) ?? branch('or', ...parts)) : branch('and', ...parts);
}

function equalities(parts: readonly Tree[]): Branch | undefined {
  const isEquality = (each: Tree): each is Branch => 'args' in each && (each.operator === '=' || each.operator === 'in');
  if (!parts.every(isEquality)) return undefined;
  const [left, ...others] = parts.map((each) => each.args[0]!);
  const isOne = others.every((each) => shown(each) === shown(left!));
  return isOne ? among(left!, parts.flatMap((each) => each.args.slice(1))) : undefined;
}

/** `0.5` of `.50`, `7` of `+007`; what is no plain decimal is left as it is. */
export function plainNumber(text: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === '' && fraction === '') return text.toLowerCase();
  const decimals = fraction.replace(/0+$/, '');
  const number = `${whole.replace(/^0+(?=\d)/, '') || '0'}${decimals && `.${decimals}`}`;
  return sign === '-' && number !== '0' ? `-${number}` : number;
}
