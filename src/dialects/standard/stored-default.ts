import { leaf } from './expression-tree.ts';
import { type ExpressionRules, plainNumber, shown, storedExpression, treeOf } from './stored-expression.ts';

const NUMERIC = /^(?:boolean|(?:tiny|small|medium|big)?int|numeric|decimal|number|float|real|double|money|(?:small|big)?serial)/;

/** A number in quotes is the number where the column holds numbers, and a number a text where it holds texts. */
export function storedDefault(text: string, type: string, rules: ExpressionRules): string {
  const tree = treeOf(text, rules);
  if (!tree || !('leaf' in tree)) return tree ? shown(tree) : storedExpression(text, rules);
  const isNumber = NUMERIC.test(type);
  if (tree.leaf === 'string' && isNumber) return plainNumber(tree.text.slice(1, -1));
  return tree.leaf === 'number' && !isNumber ? shown(leaf('string', `'${tree.text}'`)) : shown(tree);
}
