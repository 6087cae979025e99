import { typeForm } from '../standard/read-type.ts';
import { storedDefault } from '../standard/stored-default.ts';
import { type ExpressionRules, storedExpression } from '../standard/stored-expression.ts';
import { storedText } from '../standard/stored-text.ts';
import type { Stored } from '../stored.ts';
import { lexicon } from './lexicon.ts';
import { typeReader } from './read-type.ts';

/** Texts are kept as they are written; TRUE and FALSE are other names of 1 and 0. */
const RULES: ExpressionRules = {
  dialect: 'sqlite', lexicon, ignoresCase: true, words: { true: '1', false: '0' }, rewrite: (tree) => tree,
};

export const stored: Stored = {
  ignoresCase: true,
  defaultSchema: 'main',
  // A numbered column is the rowid, whose type is INTEGER whatever is asked for.
  type: (text, { identity }) => (identity ? 'integer' : typeForm(text, typeReader)),
  conversion: () => undefined,
  default: (text, type) => storedDefault(text, type, RULES),
  numbering: (type, value) => [type, value],
  expression: (text) => storedExpression(text, RULES),
  text: storedText(RULES),
  identity: () => ({}),
  sequence: (options) => options,
  action: (action) => action,
  nulls: (order) => (order === 'asc' ? 'first' : 'last'),
  generatedIsStored: false,
  constraintNamesClash: false,
  namesPrimaryKey: true,
  identityNeedsKey: true,
  numbersIntegerKey: true,
  foreignKeyMakesIndex: false,
  uniqueIndexIsConstraint: false,
  keyUsesIndex: false,
  keyLeavesNotNull: false,
};
