/**
 * Runs every `*.test.ts` below this folder (or those whose path holds an argument) with uvu,
 * one process a file, two at a time, and closes with `N passed, N failed`.
 * A file that crashes, hangs, runs no test, or skips one without saying so is a failure.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();

/** The user's own cache is left alone. */
const cache = mkdtempSync(join(tmpdir(), 'migsql-cache-'));

/** Milliseconds after which a file hangs; the slowest takes a tenth of that. */
const HANGS = 300_000;

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

function run(file: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(process.execPath, ['--import', 'tsx', here + file], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, XDG_CACHE_HOME: cache },
      timeout: HANGS * Math.max(1, Number(process.env['MIGSQL_TEST_SCALE'] ?? 1)),
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      const outcome = read(output, code);
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${outcome.failed ? 'FAIL' : 'ok  '} ${file} (${outcome.passed} passed, ${seconds} s)`);
      if (outcome.failed) console.log(output);
      else for (const line of output.split('\n').filter((text) => /^(SKIPPED|NOTE|safety )/.test(text))) console.log(`     ${line}`);
      resolve(outcome);
    });
  });
}

/** uvu closes with `Total:`, `Passed:` and `Skipped:`; a failure within a file also sets the exit code. */
function read(output: string, code: number | null): Outcome {
  const figure = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(output)?.[1] ?? 0);
  const total = figure('Total');
  const passed = figure('Passed');
  const unexplained = code !== 0 || total === 0 ? 1 : 0;
  return { passed, failed: Math.max(total - passed, unexplained) };
}

const queue = [...files];
const outcomes: Outcome[] = [];
async function worker(): Promise<void> {
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) outcomes.push(await run(file));
}
await Promise.all([worker(), worker()]);
rmSync(cache, { recursive: true, force: true });

const sum = (key: keyof Outcome): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
