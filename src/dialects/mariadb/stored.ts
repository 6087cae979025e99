import { joined, storedTokens } from '../standard/stored-text.ts';
import { wholeSequence } from '../standard/stored-numbers.ts';
import type { Stored } from '../stored.ts';
import { lexicon } from './lexicon.ts';

const NAMES = { dialect: 'mariadb', lexicon, ignoresCase: true } as const;

const plainText = (text: string): string => joined(storedTokens(text, NAMES));

export const stored: Stored = {
  type: (text) => text.toLowerCase(),
  conversion: () => [],
  default: plainText,
  expression: plainText,
  text: plainText,
  identity: (identity) => identity,
  sequence: wholeSequence(1000),
  action: (action) => action,
  nulls: (order) => (order === 'asc' ? 'last' : 'first'),
  generatedIsStored: false,
  namesPrimaryKey: false,
  identityNeedsKey: true,
  foreignKeyMakesIndex: true,
  keyUsesIndex: false,
  keyLeavesNotNull: true,
};
