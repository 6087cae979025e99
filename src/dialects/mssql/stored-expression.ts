import { type Branch, type Leaf, type Tree, branch, leaf } from '../standard/expression-tree.ts';
import { typeForm } from '../standard/read-type.ts';
import type { ExpressionRules } from '../standard/stored-expression.ts';
import { lexicon } from './lexicon.ts';
import { typeReader } from './read-type.ts';

/** The server tells CAST as CONVERT, and the clock as getdate(); N stands before a text of any script. */
function rewrite(tree: Branch): Tree {
  const [first, second, third] = tree.args as [Tree, Tree | undefined, Tree | undefined];
  if (tree.operator === 'typed' && (second as Leaf).text === 'n') return first;
  if (tree.operator === 'cast') return branch('cast', first, leaf('word', typeForm((second as Leaf).text, typeReader)));
  if (tree.operator !== 'call') return tree;
  const { text } = first as Leaf;
  if (text === 'getdate' && !second) return leaf('word', 'current_timestamp');
  const isPlain = text === 'convert' && third && (tree.args.length === 3 || (tree.args[3] as Leaf).text === '0');
  return isPlain ? branch('cast', third, leaf('word', typeForm(typeText(second!), typeReader))) : tree;
}

/** `nvarchar(50)`, which reads as a call. */
const typeText = (tree: Tree): string =>
  'leaf' in tree ? tree.text : `${typeText(tree.args[0]!)}(${tree.args.slice(1).map(typeText).join(',')})`;

export const RULES: ExpressionRules = { dialect: 'mssql', lexicon, ignoresCase: true, words: {}, rewrite };
