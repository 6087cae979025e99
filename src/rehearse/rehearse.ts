import { createHash } from 'node:crypto';
import { type Applied, type ApplyEvent, applyPlan } from '../apply/index.ts';
import { type CompileRequest, type Project, compile, compileBack, dialectOf } from '../compiler.ts';
import type { Config } from '../config.ts';
import type { Connection } from '../database/connection.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError } from '../errors.ts';
import { type Drift, drift, isDrifted, schemasIn } from '../live/index.ts';
import { describe } from '../ops/index.ts';
import type { Plan, TransactionMode } from '../plan/index.ts';
import { projectScript } from '../project-script.ts';
import { schemaInDatabase } from '../replay.ts';
import { resolve, resolveHeads } from '../revisions/index.ts';
import { headsArgument } from '../script/index.ts';
import { makeEmpty } from './wipe.ts';

export interface RehearseRequest {
  /** Targets; base when absent. */
  readonly from?: string;
  /** Above FROM. Default: all heads. */
  readonly to?: string;
  readonly transaction?: TransactionMode;
  /** Whether everything in the database may go. Default: false. */
  readonly wipe?: boolean;
  /** Whether it goes down and up again. Default: true. */
  readonly downgrade?: boolean;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RehearseEvent) => void;
}

export type RehearseEvent = { readonly kind: 'phase'; readonly phase: PhaseName } | ApplyEvent;

export type PhaseName = 'prepare' | 'upgrade' | 'downgrade' | 'upgrade again';

/** One way of a rehearsal, and whether the database was what the migrations make behind it. */
export interface Phase {
  readonly phase: PhaseName;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** SHA-256, in hex, of the script that `render` writes of this way, by the config. */
  readonly sha256: string;
  readonly steps: number;
  readonly statements: number;
  readonly milliseconds: number;
  /** Ops that lead from what the database is to what the migrations make, and texts that could not be compared. */
  readonly differences: readonly string[];
}

export interface Rehearsal {
  readonly database: string;
  readonly dialect: string;
  /** As the server tells: `15.19`. */
  readonly server: string;
  readonly phases: readonly Phase[];
  /** What the last phase stopped at, where it did. */
  readonly problems: readonly Diagnostic[];
  /** What nothing could be said of: it is in no schema model. */
  readonly uncompared: readonly string[];
  readonly passed: boolean;
}

/**
 * Tries a range on a scratch database: up to FROM, up to TO, down again, and up again; behind each the database must be what the
 * migrations make.
 *
 * @throws MigsqlError `not-empty`, `not-wiped`; with the problems of the migrations; DatabaseError where the catalogue cannot be read
 */
export async function rehearse(project: Project, connection: Connection, request: RehearseRequest = {}): Promise<Rehearsal> {
  await prepare(project, connection, request);
  const { display: database, dialect, server } = connection;
  const phases: Phase[] = [];
  let uncompared: readonly string[] = [];
  const told = (problems: readonly Diagnostic[]): Rehearsal => {
    const passed = problems.length === 0 && phases.every(({ differences }) => differences.length === 0);
    return { database, dialect, server, phases, problems, uncompared, passed };
  };
  for (const way of waysOf(project, request)) {
    request.onEvent?.({ kind: 'phase', phase: way.phase });
    try {
      const { phase, found } = await go(project, connection, way, request);
      phases.push(phase);
      uncompared = uncomparedLines(found);
      if (phase.differences.length) return told([]);
    } catch (error) {
      if (!(error instanceof MigsqlError)) throw error;
      return told(error.diagnostics);
    }
  }
  return told([]);
}

/** All that may be there of what the range makes must not be there. */
async function prepare(project: Project, connection: Connection, { to = 'heads', wipe = false }: RehearseRequest): Promise<void> {
  const { config, graph } = project;
  const wanted = await schemaInDatabase(project, resolve(graph, to), connection.dialect);
  const dialect = dialectOf(config, connection.dialect);
  await makeEmpty({ connection, dialect, versionTable: config.versionTable, also: schemasIn(wanted) }, wipe);
}

function waysOf({ graph }: Project, { from = 'base', to = 'heads', downgrade = true }: RehearseRequest): readonly Way[] {
  const start = headsArgument(resolveHeads(graph, from));
  const end = headsArgument(resolve(graph, to));
  return [
    ...(start === 'base' ? [] : [{ phase: 'prepare', from: 'base', to: start } as const]),
    { phase: 'upgrade', from: start, to: end },
    ...(downgrade ? ([{ phase: 'downgrade', from: end, to: start }, { phase: 'upgrade again', from: start, to: end }] as const) : []),
  ];
}

interface Way {
  readonly phase: PhaseName;
  readonly from: string;
  readonly to: string;
}

/** Down again is the way back of what went up. */
async function planOf(project: Project, { phase, from, to }: Way, how: Pick<CompileRequest, 'dialect' | 'transaction'>): Promise<Plan> {
  if (phase !== 'downgrade') return compile(project, { from, to, direction: 'upgrade', ...how });
  const up = await compile(project, { from: to, to: from, direction: 'upgrade', ...how });
  return compileBack(project, up, up.to);
}

async function go(project: Project, connection: Connection, { phase, from, to }: Way, request: RehearseRequest): Promise<{ readonly phase: Phase; readonly found: Drift }> {
  const { transaction = project.config.transaction, signal, onEvent } = request;
  const plan = await planOf(project, { phase, from, to }, { dialect: connection.dialect, transaction });
  const since = performance.now();
  const { lockTimeout = 5, statementTimeout = 0 } = project.config.script;
  const applied = await applyPlan(connection, plan, { lockTimeout, statementTimeout, ...(signal && { signal }), ...(onEvent && { onEvent }) });
  const milliseconds = Math.round(performance.now() - since);
  const found = await drift(project, connection, { ...(signal && { signal }) });
  return { phase: phaseOf(phase, plan, applied, milliseconds, found, project.config), found };
}

const phaseOf = (phase: PhaseName, plan: Plan, { statements }: Applied, milliseconds: number, found: Drift, config: Config): Phase => ({
  phase,
  from: plan.from,
  to: plan.to,
  sha256: scriptHash(config, plan),
  steps: plan.steps.length,
  statements,
  milliseconds,
  differences: isDrifted(found) ? found.repair.map(({ op }) => describe(op)) : [],
});

function scriptHash(config: Config, plan: Plan): string {
  const hash = createHash('sha256');
  for (const piece of projectScript(config, plan)) hash.update(piece);
  return hash.digest('hex');
}

const uncomparedLines = ({ uncompared: { unread, custom, grants }, undecided }: Drift): readonly string[] => [
  ...unread.map(({ name }) => `${name.name}: hand-written SQL that could not be read`),
  ...custom.map(({ kind, name }) => `${kind} ${name.name}: made by an op of the project`),
  ...(grants ? [`${grants} grants`] : []),
  ...undecided.map(({ kind, of, name, reason }) => `${kind} of ${of.name}${name === undefined ? '' : ` (${name})`}: ${reason}`),
];
