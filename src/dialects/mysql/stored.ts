import { typeForm } from '../standard/read-type.ts';
import { storedExpression } from '../standard/stored-expression.ts';
import { mysqlDefault, mysqlExpressions } from '../standard/stored-mysql-expression.ts';
import { storedText } from '../standard/stored-text.ts';
import type { Stored } from '../stored.ts';
import { lexicon } from './lexicon.ts';
import { typeReader } from './read-type.ts';

const RULES = mysqlExpressions('mysql', lexicon);

export const stored: Stored = {
  ignoresCase: true,
  type: (text) => typeForm(text, typeReader),
  conversion: () => undefined,
  default: mysqlDefault(RULES),
  numbering: (type, value) => [type, value],
  expression: (text) => storedExpression(text, RULES),
  text: storedText(RULES),
  identity: () => ({}),
  sequence: (options) => options,
  action: (action) => (action === 'restrict' ? 'noAction' : action),
  nulls: (order) => (order === 'asc' ? 'first' : 'last'),
  generatedIsStored: false,
  namesPrimaryKey: false,
  identityNeedsKey: true,
  foreignKeyMakesIndex: true,
  uniqueIndexIsConstraint: true,
  keyUsesIndex: false,
  keyLeavesNotNull: true,
};
