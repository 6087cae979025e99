import { Flags } from '@oclif/core';
import { CHECK_FORMATS, type CheckFormat, RULE_NAMES, type RuleName } from '../check/names.ts';
import { TRANSACTION_MODES, type TransactionMode } from '../plan/plan.ts';
import type { Direction } from '../revisions/index.ts';
import { CLIENT_NAMES, LINE_ENDS, type ClientName, type LineEnd } from '../script/options.ts';
import { GRAPH_FORMATS, type GraphFormat } from './graph/formats.ts';
import { DRIFT_FIXES, type DriftFix } from './drift-fixes.ts';
import { SCHEMA_FORMATS, type SchemaFormat } from './schema-formats.ts';
import { DIALECT_NAMES, type DialectName } from '../sql/dialect-name.ts';

/*
 * Flags that take one of a few words. The base command checks the words of all flags together, so that all wrong
 * ones are named at once; oclif's own check would stop at the first.
 */
type Choices = { readonly choices?: readonly string[] };

const choices = (words: readonly string[]) => ({ choices: words, helpValue: words.join('|') });

export const dialectFlag = Flags.custom<DialectName, Choices>({
  ...choices(DIALECT_NAMES),
  helpValue: 'NAME',
  parse: async (input) => input as DialectName,
});

/** Whose ops are replayed. */
export const replayFlag = () => dialectFlag({ description: 'Whose ops are replayed; the first of the config unless said.' });

/** Names that are new ones for what is there. */
export const renameFlag = (purpose = '') =>
  Flags.string({
    description: `${purpose}${purpose ? 'a' : 'A'} table or a column has another name: old=new, table.old=table.new.`,
    helpValue: 'OLD=NEW',
    multiple: true,
    multipleNonGreedy: true,
  });

/** Several dialects, with commas or each by itself. */
export const dialectsFlag = (description = 'As for render. Default: as the config says.') =>
  dialectFlag({ char: 'd', delimiter: ',', description, multiple: true, multipleNonGreedy: true });

export const transactionFlag = Flags.custom<TransactionMode, Choices>({
  ...choices(TRANSACTION_MODES),
  parse: async (input) => input as TransactionMode,
});

export const clientFlag = Flags.custom<ClientName, Choices>({
  ...choices(CLIENT_NAMES),
  helpValue: 'NAME',
  parse: async (input) => input as ClientName,
});

export const eolFlag = Flags.custom<LineEnd, Choices>({
  ...choices(LINE_ENDS),
  parse: async (input) => input as LineEnd,
});

export const directionFlag = Flags.custom<Direction, Choices>({
  ...choices(['upgrade', 'downgrade']),
  parse: async (input) => input as Direction,
});

export const formatFlag = Flags.custom<'sql' | 'json', Choices>({
  ...choices(['sql', 'json']),
  parse: async (input) => input as 'sql' | 'json',
});

export const schemaFormatFlag = Flags.custom<SchemaFormat, Choices>({
  ...choices(SCHEMA_FORMATS),
  helpValue: 'FORMAT',
  parse: async (input) => input as SchemaFormat,
});

export const fixFlag = Flags.custom<DriftFix, Choices>({
  ...choices(DRIFT_FIXES),
  parse: async (input) => input as DriftFix,
});

export const graphFormatFlag = Flags.custom<GraphFormat, Choices>({
  ...choices(GRAPH_FORMATS),
  parse: async (input) => input as GraphFormat,
});

export const ruleFlag = Flags.custom<RuleName, Choices>({
  ...choices(RULE_NAMES),
  helpValue: 'RULE',
  delimiter: ',',
  parse: async (input) => input as RuleName,
});

export const checkFormatFlag = Flags.custom<CheckFormat, Choices>({
  ...choices(CHECK_FORMATS),
  parse: async (input) => input as CheckFormat,
});

export const verboseFlag = () => Flags.boolean({ char: 'v', description: 'Show all that is known of each revision.' });

/** Only commands without --verbose can call it `-v`. */
export const variableFlag = Flags.custom<string>({
  description: 'A value for a variable of the config.',
  helpGroup: 'GLOBAL',
  helpValue: 'NAME=VALUE',
});

export const contextFlag = (description = 'Whose migrations are replayed: those for other contexts are passed. Default: as the config says.') =>
  Flags.string({ description, helpValue: 'NAME', delimiter: ',', multiple: true, multipleNonGreedy: true });
