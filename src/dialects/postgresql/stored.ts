import { joined, storedTokens } from '../standard/stored-text.ts';
import { wholeSequence } from '../standard/stored-numbers.ts';
import type { Stored } from '../stored.ts';
import { conversion } from './conversions.ts';
import { lexicon } from './lexicon.ts';

const NAMES = { dialect: 'postgresql', lexicon, ignoresCase: false } as const;

const plainText = (text: string): string => joined(storedTokens(text, NAMES));

export const stored: Stored = {
  type: (text) => text.toLowerCase(),
  conversion,
  default: plainText,
  expression: plainText,
  text: plainText,
  identity: (identity) => identity,
  sequence: wholeSequence(1),
  action: (action) => action,
  nulls: (order) => (order === 'asc' ? 'last' : 'first'),
  generatedIsStored: true,
  namesPrimaryKey: true,
  identityNeedsKey: false,
  foreignKeyMakesIndex: false,
  keyUsesIndex: false,
  keyLeavesNotNull: true,
};
