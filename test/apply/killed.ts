/** Processes that apply a plan and are killed. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Told } from './child.ts';
import type { Reference } from './undisturbed.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'migsql-child-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const child = join(folder, 'child.mjs');
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
await build({ entryPoints: [join(root, 'test/apply/child.ts')], outfile: child, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' });

/** What a process is told of a way, wherever its database is. */
export function toldOf({ plan }: Reference): Pick<Told, 'planFile' | 'appliedBy' | 'root'> {
  const planFile = join(mkdtempSync(join(folder, 'plan-')), 'plan.json');
  writeFileSync(planFile, JSON.stringify(plan));
  return { root, planFile, appliedBy: Object.fromEntries(plan.lineage.known().map((id) => [id, plan.lineage.appliedBy(id)])) };
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

export interface Started {
  readonly ended: Promise<Ended>;
  /** When it says that it pauses; never, where it ends before. */
  readonly paused: Promise<void>;
  readonly kill: () => void;
}

export function startChild(told: Told): Started {
  const started = spawn(process.execPath, [child, JSON.stringify(told)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let pausing = (): void => {};
  const paused = new Promise<void>((resolve) => (pausing = resolve));
  for (const stream of [started.stdout, started.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      if (output.includes('paused')) pausing();
    });
  }
  const ended = new Promise<Ended>((resolve) => started.once('close', (code, signal) => resolve({ code, signal, output })));
  return { ended, paused, kill: () => void started.kill('SIGKILL') };
}

/** Runs until it ends, or is ended. */
export const runChild = (told: Told): Promise<Ended> => startChild(told).ended;
