import { typeForm } from '../standard/read-type.ts';
import { storedDefault } from '../standard/stored-default.ts';
import { type ExpressionRules, storedExpression } from '../standard/stored-expression.ts';
import { wholeIdentity, wholeSequence, withoutStart } from '../standard/stored-numbers.ts';
import { storedText } from '../standard/stored-text.ts';
import type { Stored } from '../stored.ts';
import { lexicon } from './lexicon.ts';
import { typeReader } from './read-type.ts';

/** Texts are kept as they are written. */
const RULES: ExpressionRules = { dialect: 'oracle', lexicon, ignoresCase: false, words: {}, rewrite: (tree) => tree };

export const stored: Stored = {
  ignoresCase: false,
  type: (text) => typeForm(text, typeReader),
  conversion: () => undefined,
  default: (text, type) => storedDefault(text, type, RULES),
  numbering: (type, value) => [type, value],
  expression: (text) => storedExpression(text, RULES),
  text: storedText(RULES),
  identity: wholeIdentity(20),
  sequence: withoutStart(wholeSequence(20)),
  action: (action) => (action === 'restrict' ? 'noAction' : action),
  nulls: (order) => (order === 'asc' ? 'last' : 'first'),
  generatedIsStored: false,
  constraintNamesClash: true,
  namesPrimaryKey: true,
  identityNeedsKey: false,
  numbersIntegerKey: false,
  foreignKeyMakesIndex: false,
  uniqueIndexIsConstraint: false,
  keyUsesIndex: true,
  keyLeavesNotNull: false,
};
