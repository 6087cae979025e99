import { joined, storedTokens } from '../standard/stored-text.ts';
import { wholeSequence, withoutStart } from '../standard/stored-numbers.ts';
import type { Stored } from '../stored.ts';
import { lexicon } from './lexicon.ts';

const NAMES = { dialect: 'mssql', lexicon, ignoresCase: true } as const;

const plainText = (text: string): string => joined(storedTokens(text, NAMES));

export const stored: Stored = {
  type: (text) => text.toLowerCase(),
  conversion: () => [],
  default: plainText,
  expression: plainText,
  text: plainText,
  identity: (identity) => identity,
  sequence: withoutStart(wholeSequence(50)),
  action: (action) => action,
  nulls: (order) => (order === 'asc' ? 'last' : 'first'),
  generatedIsStored: false,
  namesPrimaryKey: true,
  identityNeedsKey: false,
  foreignKeyMakesIndex: false,
  keyUsesIndex: false,
  keyLeavesNotNull: true,
};
