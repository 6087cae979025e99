import { type Applied, type ApplyOptions, applyPlan } from '../../src/apply/index.ts';
import { MigsqlError } from '../../src/errors.ts';
import type { Connection } from '../../src/database/connection.ts';
import type { Bed } from './bed.ts';
import { hooked } from './hooked.ts';
import type { Proxied } from './lanes.ts';
import { planFor } from './plan-for.ts';
import type { Cut } from './proxy.ts';
import type { Way } from './undisturbed.ts';

/** What a run ends with: what it did, or the error that says why not. */
export type Outcome = { readonly applied: Applied } | { readonly error: MigsqlError };

export const codeOf = (outcome: Outcome): string => ('error' in outcome ? outcome.error.code : 'applied');

/** Only an error that migsql words counts; any other is a failure of the test. */
export const outcomeOf = (work: Promise<Applied>): Promise<Outcome> =>
  work.then(
    (applied) => ({ applied }),
    (error: unknown) => (error instanceof MigsqlError ? { error } : Promise.reject(error)),
  );

/** Plans and runs in a session of its own, which is changed as the test wants it. */
export async function attempt(
  bed: Bed,
  { project, transaction, to }: Pick<Way, 'project' | 'transaction' | 'to'>,
  options: ApplyOptions = {},
  changed: (connection: Connection) => Connection = (connection) => connection,
  port?: number,
): Promise<Outcome> {
  const connection = await bed.open(port);
  const work = async (): Promise<Applied> => applyPlan(changed(connection), await planFor(project, connection, { range: to, transaction }), options);
  return outcomeOf(work()).finally(connection.close);
}

/** The same, and the way to the server is cut at a text, by its number or its words. */
export const attemptCut = ({ bed, proxy }: Proxied, way: Parameters<typeof attempt>[1], at: number | RegExp, cut: Cut, options: ApplyOptions = {}): Promise<Outcome> => {
  const arming = (sql: string, number: number): void => {
    if (typeof at === 'number' ? at === number : at.test(sql)) proxy.arm(cut);
  };
  return attempt(bed, way, options, (connection) => hooked(connection, arming), proxy.port);
};
