import type { DialectName } from '../../sql/dialect-name.ts';
import type { Lexicon } from '../dialect.ts';
import { type Branch, type Leaf, type Tree, branch, leaf } from './expression-tree.ts';
import { storedDefault } from './stored-default.ts';
import type { ExpressionRules } from './stored-expression.ts';

/** Functions and words of two names; the server tells the one on the right, or is the same by it. */
const WORDS = {
  true: '1', false: '0', length: 'octet_length', lcase: 'lower', ucase: 'upper', substr: 'substring', mid: 'substring', now: 'current_timestamp',
  localtimestamp: 'current_timestamp', localtime: 'current_timestamp', curdate: 'current_date', curtime: 'current_time',
  character_length: 'char_length', pow: 'power', ceiling: 'ceil',
};

function rewrite(tree: Branch): Tree {
  const [first, second, third] = tree.args as [Tree, Tree | undefined, Tree | undefined];
  if (tree.operator === 'typed' && /^_\w+$|^n$/.test((second as Leaf).text)) return first;
  if (tree.operator === '&&') return branch('and', ...tree.args);
  if (tree.operator === 'call' && (first as Leaf).text === 'mod' && third) return branch('%', second!, third);
  if (tree.operator !== 'cast') return tree;
  return branch('cast', first, leaf('word', (second as Leaf).text.replace(/ (?:charset|character set) \w+$/, '')));
}

/** Of MySQL and MariaDB. */
export const mysqlExpressions = (dialect: DialectName, lexicon: Lexicon): ExpressionRules => ({
  dialect, lexicon, ignoresCase: true, words: WORDS, rewrite,
});

/** A time is kept with all its parts. */
export const mysqlDefault = (rules: ExpressionRules) => (text: string, type: string): string => {
  const form = storedDefault(text, type, rules);
  if (!/^(?:datetime|timestamp)/.test(type)) return form;
  return form.replace(/^'(\d{4}-\d\d-\d\d)'$/, "'$1 00:00:00'").replace(/(\.\d*?)0+'$/, "$1'").replace(/\.'$/, "'");
};
