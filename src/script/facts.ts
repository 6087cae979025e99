import { createHash } from 'node:crypto';
import { writeLiteral, writeName, writeTable } from '../dialects/write.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { parseVersion } from '../dialects/server.ts';
import { type Plan, type PlanBlock, type Statement, failureMap } from '../plan/index.ts';
import { VERSION_COLUMN } from '../plan/version-table.ts';
import { commentText } from './comment.ts';
import { type LineageFacts, NO_LINEAGE, lineageFacts } from './lineage-facts.ts';
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
  /** The server that is expected, where that is asked for. */
  readonly server?: ExpectedServer;
  /** Whether a lock or a place is asked for, so that the script may stop before its first block. */
  readonly mayStopAtOnce: boolean;
  /** For PostgreSQL: a tag of dollar quotes around texts that hold names of the plan. */
  readonly tag: string;
  /** What an idempotent script knows of the graph, as literals; a line of them for some edges each. */
  readonly lineage: { readonly edges: readonly string[]; readonly needed: string; readonly unwanted: string };
}

export interface ExpectedServer {
  /** `PostgreSQL 13 or later` as a text literal. */
  readonly text: string;
  /** As PostgreSQL counts it: 130000 is 13, 150002 is 15.2. */
  readonly number: number;
}

/** `base`, or ids in one order only. */
export const headsText = (heads: readonly string[]): string => (heads.length ? [...heads].sort().join(', ') : 'base');

/** The append-only table of what was run. */
const LEDGER = 'migsql_ledger';

const planHash = (plan: Plan): string => createHash('sha256').update(JSON.stringify(plan)).digest('hex');

/** FNV-1a of 63 bits, in decimal: advisory locks go by a signed number of 64. */
function numberOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return String(hash >> 1n);
}

/** Ids hold no white space, no comma, no quote and no backslash, so that lists of them are texts. */
function lineageTexts({ edges, needed, unwanted }: LineageFacts): ScriptFacts['lineage'] {
  const text = (value: string): string => `'${value}'`;
  const lines: string[] = [];
  for (let start = 0; start < edges.length; start += 6) lines.push(text(`${edges.slice(start, start + 6).join(' ')} `));
  return { edges: lines, needed: text(needed.join(' ')), unwanted: text(unwanted.join(' ')) };
}

/** Everything that comes from the plan and may stand between dollar quotes. */
function quotedNames({ versionTable, from, to, steps }: Plan, { expectDatabase }: ScriptOptions, { needed, edges }: LineageFacts): string {
  const ofSteps = steps.flatMap(({ revision, blocks }) => [
    revision,
    ...blocks.flatMap(({ statements }) => statements.flatMap(({ proof = '', leaves = '' }) => [proof, leaves])),
  ]);
  return [versionTable.schema, versionTable.name, ...from, ...to, ...ofSteps, expectDatabase, ...needed, ...edges].join(' ');
}

/** A tag that no tag in the names begins with, so that longer ones may be made of it. */
function tagFor(names: string): string {
  let tag = 'migsql';
  for (let n = 2; names.includes(`$${tag}`); n++) tag = `migsql${n}_`;
  return tag;
}

const serverNumber = ([major = 0, minor = 0]: readonly number[]): number => major * 10_000 + minor;

export function scriptFacts(plan: Plan, dialect: Dialect, options: ScriptOptions): ScriptFacts {
  const { versionTable, from, to, steps } = plan;
  const text = (value: string): string => writeLiteral(dialect, value);
  const table = writeTable(dialect, versionTable);
  const ledger = writeTable(dialect, { ...versionTable, name: LEDGER });
  const lock = `migsql:${table}`;
  const idempotent = options.form === 'idempotent';
  const lineage = idempotent ? lineageFacts(plan) : NO_LINEAGE;
  return {
    options,
    own: options.client === 'own',
    idempotent,
    resumable: options.form === 'resumable',
    ledger: options.ledger,
    planHashText: text(options.ledger || options.form === 'resumable' ? planHash(plan) : ''.padEnd(64, '0')),
    ledgerTable: ledger,
    ledgerTableText: text(ledger),
    timeouts: dialect.script.timeouts(options.lockTimeout, options.statementTimeout),
    versionTable: table,
    versionColumn: writeName(dialect, VERSION_COLUMN),
    versionTableText: text(table),
    versionSchemaText: versionTable.schema === undefined ? '' : text(versionTable.schema),
    versionNameText: text(versionTable.name),
    lockText: text(lock),
    lockNumber: numberOf(lock),
    lockSeconds: options.lockTimeout || 31_536_000,
    blocks: failureMap(plan).length,
    steps: steps.length,
    from: commentText(headsText(from)),
    to: commentText(headsText(to)),
    fromText: text(headsText(from)),
    ...(options.expectDatabase !== undefined && { database: text(options.expectDatabase) }),
    ...(options.expectServer && {
      server: { text: text(`${dialect.title} ${plan.server} or later`), number: serverNumber(parseVersion(plan.server) ?? []) },
    }),
    mayStopAtOnce: options.lock || options.expectDatabase !== undefined || options.expectServer,
    tag: tagFor(quotedNames(plan, options, lineage)),
    lineage: lineageTexts(lineage),
  };
}

/** What a block's beginning and end are written from. */
export interface BlockFacts {
  readonly number: number;
  readonly previous: number;
  readonly isFirst: boolean;
  /** Whether nothing has to be asked before it begins: the first transaction asks all there is to ask itself. */
  readonly opens: boolean;
  readonly isLast: boolean;
  readonly transactional: boolean;
  /** The heads that the version table must hold now: as a text literal, for people, and each as a literal. */
  readonly headsText: string;
  readonly heads: string;
  readonly headLiterals: readonly string[];
  /** Of one statement outside a transaction, where the catalogue tells whether it took effect. */
  readonly proof?: ProofFacts;
  /** Whether its end rests on the proof: an idempotent script, which may leave it out, asks within. */
  readonly provesItself: boolean;
}

export interface ProofFacts {
  readonly condition: string;
  /** Whether it may hold before: else nothing is proved by it afterwards. */
  readonly mayHoldBefore: boolean;
  /** What a failure leaves behind, as a text literal: nothing is an empty text. */
  readonly leavesText: string;
}

/** Of a statement outside a transaction; nothing where it has no proof. */
export function proofFacts({ proof, mayHoldBefore = false, leaves }: Statement, dialect: Dialect): { readonly proof?: ProofFacts } {
  if (proof === undefined) return {};
  const leavesText = writeLiteral(dialect, leaves === undefined ? '' : `; it may have left ${leaves}`);
  return { proof: { condition: proof, mayHoldBefore, leavesText } };
}

export function blockFacts({ number, transactional, heads, alone }: PlanBlock, facts: ScriptFacts, dialect: Dialect): BlockFacts {
  const text = headsText(heads);
  return {
    number,
    previous: number - 1,
    isFirst: number === 1,
    opens: number === 1 && transactional && !facts.mayStopAtOnce,
    isLast: number === facts.blocks,
    transactional,
    headsText: writeLiteral(dialect, text),
    heads: commentText(text),
    headLiterals: [...heads].sort().map((head) => writeLiteral(dialect, head)),
    ...(alone && proofFacts(alone, dialect)),
    provesItself: alone?.proof !== undefined && !facts.idempotent,
  };
}
