/** A process that applies a plan and says what came of it, or ends without a word at the text that it is told. Bundled, so that it starts at once. */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { applyPlan } from '../../src/apply/apply-plan.ts';
import { connect } from '../../src/database/connect.ts';
import { parseUrl } from '../../src/database/url.ts';
import { MigsqlError } from '../../src/errors.ts';
import type { Plan } from '../../src/plan/index.ts';
import { hooked } from './hooked.ts';

/** What the process is told, as JSON on its command line. */
export interface Told {
  readonly url: string;
  readonly root: string;
  readonly password?: string;
  /** The plan as JSON, which says nothing of the graph. */
  readonly planFile: string;
  /** By revision, the heads that show it to be applied. */
  readonly appliedBy: { readonly [revision: string]: readonly string[] };
  /** The number of the text, from 0, at which it ends; none where it is not to. */
  readonly at: number;
  /** Whether the text is sent before. */
  readonly sends: boolean;
  /** Milliseconds that it only waits there, which it says; then it goes on. */
  readonly pause?: number;
}

const { url, root, password, planFile, appliedBy, at, sends, pause } = JSON.parse(process.argv[2]!) as Told;
const plan: Plan = {
  ...JSON.parse(readFileSync(planFile, 'utf8')),
  lineage: { appliedBy: (revision) => appliedBy[revision] ?? [], prerequisites: () => [], known: () => Object.keys(appliedBy) },
};
const connection = await connect(parseUrl(url, root), { projectFolder: root, ...(password && { password }) });

async function waiting(milliseconds: number): Promise<void> {
  console.log('paused');
  await wait(milliseconds);
}

const killing = hooked(connection, async (sql, number) => {
  if (number !== at) return;
  if (pause !== undefined) return waiting(pause);
  if (sends) void connection.run(sql).catch(() => {});
  setImmediate(() => process.kill(process.pid, 'SIGKILL'));
  await new Promise(() => {});
});
const outcome = await applyPlan(killing, plan).then(() => 'applied', (error: unknown) => (error instanceof MigsqlError ? error.code : String(error)));
await connection.close();
console.log(outcome);
