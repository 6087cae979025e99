import { typeForm } from '../standard/read-type.ts';
import { storedDefault } from '../standard/stored-default.ts';
import { storedExpression } from '../standard/stored-expression.ts';
import { wholeSequence, withoutStart } from '../standard/stored-numbers.ts';
import { storedText } from '../standard/stored-text.ts';
import type { Stored } from '../stored.ts';
import { typeReader } from './read-type.ts';
import { RULES } from './stored-expression.ts';

export const stored: Stored = {
  ignoresCase: true,
  defaultSchema: 'dbo',
  type: (text) => typeForm(text, typeReader),
  conversion: () => undefined,
  default: (text, type) => storedDefault(text, type, RULES),
  numbering: (type, value) => [type, value],
  expression: (text) => storedExpression(text, RULES),
  text: storedText(RULES),
  identity: ({ start = 1, increment = 1 }) => ({ start, increment }),
  sequence: withoutStart(wholeSequence(50)),
  action: (action) => (action === 'restrict' ? 'noAction' : action),
  nulls: (order) => (order === 'asc' ? 'first' : 'last'),
  generatedIsStored: false,
  constraintNamesClash: true,
  namesPrimaryKey: true,
  identityNeedsKey: false,
  numbersIntegerKey: false,
  foreignKeyMakesIndex: false,
  uniqueIndexIsConstraint: false,
  keyUsesIndex: false,
  keyLeavesNotNull: true,
};
