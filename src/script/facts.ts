import { writeLiteral, writeName, writeTable } from '../dialects/write.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { type Plan, type PlanBlock, ledgerTable, lockName, planHash } from '../plan/index.ts';
import { versionColumn } from '../plan/version-table.ts';
import type { Literal } from '../sql/fragment.ts';
import { commentText } from './comment.ts';
import type { ScriptOptions } from './options.ts';

/** What every template of a script may ask for: names and texts are written for the dialect already. */
export interface ScriptFacts {
  readonly options: ScriptOptions;
  /** Whether directives of the dialect's own client may stand in it. */
  readonly own: boolean;
  readonly idempotent: boolean;
  readonly resumable: boolean;
  readonly ledger: boolean;
  /** SHA-256 of the plan as JSON, as a text literal: what the ledger and a resumed run know the script by. */
  readonly planHashText: string;
  /** The ledger's name, in the schema of the version table. */
  readonly ledgerTable: string;
  readonly ledgerTableText: string;
  /** The ledger's columns. */
  readonly ledgerColumns: readonly string[];
  /** Statements that set by what the others are read. */
  readonly settings: readonly string[];
  /** Statements that set how long the others wait and take. */
  readonly timeouts: readonly string[];
  readonly versionTable: string;
  readonly versionColumn: string;
  /** The version table's name as a text literal, written as in a statement; and its schema and name alone. */
  readonly versionTableText: string;
  readonly versionSchemaText: string;
  readonly versionNameText: string;
  /** A text that a lock of all scripts on this version table goes by, and a number made of it. */
  readonly lockText: string;
  readonly lockNumber: string;
  /** How long the script waits for it: a year where there is no limit. */
  readonly lockSeconds: number;
  readonly blocks: number;
  readonly steps: number;
  /** The heads of the start and the end, for people. */
  readonly from: string;
  readonly to: string;
  /** The heads of the start as a text literal. */
  readonly fromText: string;
  readonly database?: string;
  /** The values of the config's variables, as a comment takes them. */
  readonly variables: { readonly [name: string]: string };
}

/** `base`, or ids in one order only. */
export const headsText = (heads: readonly string[]): string => (heads.length ? [...heads].sort().join(', ') : 'base');

/** The heads that a plan starts from, for people. */
export const startText = ({ from, fromAnything }: Plan): string => (fromAnything ? 'anything' : headsText(from));

/** Of the variables that have a value, as it is given on a command line. */
export const shownVariables = ({ variables = {} }: Plan): ScriptFacts['variables'] =>
  Object.fromEntries(Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, commentText(shownValue(value))]])));

const shownValue = (value: Literal): string => (typeof value === 'object' && value !== null && 'bigint' in value ? value.bigint : String(value));

/** Heads in one word, as a command line takes it. */
export const headsArgument = (heads: readonly string[]): string => headsText(heads).replaceAll(', ', ',');

export function scriptFacts(plan: Plan, dialect: Dialect, options: ScriptOptions, blocks: number): ScriptFacts {
  const { versionTable, from, to, steps } = plan;
  const text = (value: string): string => writeLiteral(dialect, value);
  const table = writeTable(dialect, versionTable);
  const ledger = writeTable(dialect, ledgerTable(versionTable));
  const lock = lockName(versionTable, dialect);
  return {
    options,
    own: options.client === 'own',
    idempotent: options.form === 'idempotent',
    resumable: options.form === 'resumable',
    ledger: options.ledger,
    planHashText: text(options.ledger || options.form === 'resumable' ? planHash(plan) : ''.padEnd(64, '0')),
    ledgerTable: ledger,
    ledgerTableText: text(ledger),
    ledgerColumns: dialect.script.ledger,
    settings: dialect.script.settings,
    timeouts: dialect.script.timeouts(options.lockTimeout, options.statementTimeout),
    versionTable: table,
    versionColumn: writeName(dialect, versionColumn(versionTable)),
    versionTableText: lock.tableText,
    versionSchemaText: versionTable.schema === undefined ? '' : text(versionTable.schema),
    versionNameText: text(versionTable.name),
    lockText: lock.text,
    lockNumber: lock.number,
    lockSeconds: options.lockTimeout || 31_536_000,
    blocks,
    steps: steps.length,
    from: commentText(startText(plan)),
    to: commentText(headsText(to)),
    fromText: text(headsText(from)),
    ...(options.expectDatabase !== undefined && { database: text(options.expectDatabase) }),
    variables: shownVariables(plan),
  };
}

/** What a block's beginning and end are written from. */
export interface BlockFacts {
  readonly number: number;
  readonly previous: number;
  readonly transactional: boolean;
  /** The heads that the version table must hold now: as a text literal, for people, and each as a literal. */
  readonly headsText: string;
  readonly heads: string;
  readonly headLiterals: readonly string[];
}

export function blockFacts({ number, transactional, heads }: PlanBlock, dialect: Dialect): BlockFacts {
  const text = headsText(heads);
  return {
    number,
    previous: number - 1,
    transactional,
    headsText: writeLiteral(dialect, text),
    heads: commentText(text),
    headLiterals: [...heads].sort().map((head) => writeLiteral(dialect, head)),
  };
}
