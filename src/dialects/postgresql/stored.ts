import { typeForm } from '../standard/read-type.ts';
import { storedDefault } from '../standard/stored-default.ts';
import { storedExpression } from '../standard/stored-expression.ts';
import { wholeIdentity, wholeSequence } from '../standard/stored-numbers.ts';
import { storedText } from '../standard/stored-text.ts';
import type { Stored } from '../stored.ts';
import { conversion } from './conversions.ts';
import { typeReader } from './read-type.ts';
import { serial } from './serial.ts';
import { RULES } from './stored-expression.ts';

export const stored: Stored = {
  ignoresCase: false,
  defaultSchema: 'public',
  type: (text) => typeForm(text, typeReader),
  conversion,
  // The server casts a literal to the type of its column.
  default: (text, type) => storedDefault(`(${text})::${type}`, type, RULES),
  numbering: serial,
  expression: (text) => storedExpression(text, RULES),
  text: storedText(RULES),
  identity: wholeIdentity(1),
  sequence: wholeSequence(1),
  action: (action) => action,
  nulls: (order) => (order === 'asc' ? 'last' : 'first'),
  generatedIsStored: true,
  constraintNamesClash: true,
  namesPrimaryKey: true,
  identityNeedsKey: false,
  numbersIntegerKey: false,
  foreignKeyMakesIndex: false,
  uniqueIndexIsConstraint: false,
  keyUsesIndex: false,
  keyLeavesNotNull: true,
};
