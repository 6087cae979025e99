import { resolve } from 'node:path';
import type { Project } from '../compiler.ts';
import { connect } from '../database/connect.ts';
import type { Connection } from '../database/connection.ts';
import { parseUrl } from '../database/url.ts';
import { formatDiagnostic } from '../diagnostics.ts';
import { DIALECTS } from '../dialects/index.ts';
import { fail } from '../errors.ts';
import type { TransactionMode } from '../plan/index.ts';
import { type Phase, type Rehearsal, type RehearseRequest, rehearse } from '../rehearse/index.ts';
import { parseRange } from '../revisions/index.ts';
import { headsText } from '../script/facts.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { chosenDialect } from './chosen-dialect.ts';
import { breakable } from './breakable.ts';
import { type DatabaseFlags, openDatabase } from './database-flags.ts';
import { reportProgress } from './progress-bar.ts';
import { type Report, shownPath } from './report.ts';

/** What to rehearse, as the command line says it. */
export interface RehearseCommand extends Omit<DatabaseFlags, 'dialect'>, Pick<RehearseRequest, 'wipe' | 'downgrade'> {
  readonly transaction?: TransactionMode | undefined;
  readonly range?: string | undefined;
  readonly dialect?: DialectName | undefined;
  /** A file for the log. */
  readonly output?: string | undefined;
}

/** @throws MigsqlError `no-embedded`; of `openDatabase` and `rehearse` */
export const runRehearsal = (project: Project, { range, output, ...command }: RehearseCommand): Promise<Report> =>
  breakable(async (signal) => {
    const connection = await open(project, command, signal);
    try {
      const rehearsal = await rehearse(project, connection, { ...endsOf(range), ...requestOf(command), signal, onEvent: (event) => {
        if (event.kind === 'statement') reportProgress('statements run', event.number, event.total);
      } });
      return reportOf(rehearsal, output);
    } finally {
      await connection.close();
    }
  });

const requestOf = ({ transaction, wipe, downgrade }: Omit<RehearseCommand, 'range' | 'output'>): RehearseRequest => ({
  ...(transaction && { transaction }),
  ...(wipe !== undefined && { wipe }),
  ...(downgrade !== undefined && { downgrade }),
});

function endsOf(range = 'heads'): Pick<RehearseRequest, 'from' | 'to'> {
  const { from, to } = parseRange(range);
  const written = (targets: typeof to): string | undefined => targets?.map(({ text }) => text).join(',');
  return { from: written(from) ?? 'base', to: written(to) ?? 'heads' };
}

/** Databases that run within this process, in memory. */
const EMBEDDED: { readonly [D in DialectName]?: string } = { sqlite: 'sqlite::memory:', postgresql: 'pglite:' };

/** The config's own database is never a scratch one. */
function open(project: Project, { url, dialect, json }: Omit<RehearseCommand, 'range' | 'output'>, signal: AbortSignal): Promise<Connection> {
  if (url !== undefined) return openDatabase(project.config, { url, dialect, json }, { signal });
  const name = chosenDialect(project, dialect);
  const embedded = EMBEDDED[name] ?? fail('no-embedded', { dialect: DIALECTS[name].title });
  return connect(parseUrl(embedded, project.config.root), { projectFolder: project.config.root, signal });
}

function reportOf(rehearsal: Rehearsal, output: string | undefined): Report {
  const lines = logLines(rehearsal);
  const failed = !rehearsal.passed;
  if (output === undefined) return { data: rehearsal, lines, failed };
  const path = resolve(output);
  const files = [{ path, name: shownPath(path), text: lines.map((line) => `${line}\n`) }];
  return { data: rehearsal, lines: [], notes: [`wrote ${shownPath(path)}`, lines.at(-1) ?? ''], failed, writings: [{ files }] };
}

/** The log, as a ticket takes it. */
function logLines({ database, dialect, server, phases, problems, uncompared, passed }: Rehearsal): readonly string[] {
  return [
    `rehearsed on ${DIALECTS[dialect as DialectName].title} ${server} (${database})`,
    ...phases.flatMap(phaseLines),
    ...problems.map((problem) => `  stopped: ${formatDiagnostic(problem)}`),
    ...uncompared.map((what) => `  not compared: ${what}`),
    passed ? 'passed: behind each way the database was what the migrations make' : 'FAILED',
  ];
}

const phaseLines = ({ phase, from, to, steps, statements, milliseconds, sha256, differences }: Phase): readonly string[] => [
  `  ${phase}: ${headsText(from)} -> ${headsText(to)}; ${steps} steps, ${statements} statements, ${(milliseconds / 1000).toFixed(1)} s; SHA-256 of its script ${sha256}`,
  ...differences.map((difference) => `    the database differs: still to be done is '${difference}'`),
];
