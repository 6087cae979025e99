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
import { bundle } from './bundle.ts';
import { pathPastWrapper } from './psql.ts';

/** Begun first, so that none of them is run alone at the end. */
const LONGEST = [
  'safety/mariadb', 'safety/postgresql', 'safety/sqlite', 'compare/property', 'data/large', 'scenarios/shop',
];
const rank = (file: string): number => {
  const found = LONGEST.findIndex((name) => file === `${name}.test.ts`);
  return found < 0 ? LONGEST.length : found;
};

const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));

/** The user's own cache is left alone. */
const cache = mkdtempSync(join(tmpdir(), 'migsql-cache-'));
const env = { ...process.env, PATH: pathPastWrapper(process.env['PATH'] ?? ''), XDG_CACHE_HOME: cache };
const bundled = await bundle(files.map((file) => `test/${file}`));

const scale = Math.max(1, Number(process.env['MIGSQL_TEST_SCALE'] ?? 1));
/** Seconds after which a file hangs; on a quiet machine the slowest takes a quarter of that. */
const HANGS = 240 * scale;
/** Seconds after which it is said that a file is still running. */
const LONG = 60 * scale;

interface Outcome {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

function run(file: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1000;
    const child = spawn(process.execPath, ['--enable-source-maps', join(bundled, 'test', file.replace(/ts$/, 'mjs'))], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const long = setInterval(() => console.log(`     ${file} is still running after ${seconds().toFixed()} s`), LONG * 1000);
    const hangs = setTimeout(() => {
      child.kill('SIGKILL');
      // What it started may live on, and hold its output open.
      child.stdout.destroy();
      child.stderr.destroy();
      output += `\nended from outside: it ran for more than ${HANGS} s\n`;
    }, HANGS * 1000);
    child.on('close', (code) => {
      clearInterval(long);
      clearTimeout(hangs);
      const outcome = { file, ...read(output, code), seconds: seconds() };
      report(outcome, output);
      resolve(outcome);
    });
  });
}

function report({ file, passed, failed, seconds }: Outcome, output: string): void {
  console.log(`${failed ? 'FAIL' : 'ok  '} ${file} (${passed} passed, ${seconds.toFixed(1)} s)`);
  if (failed) console.log(output);
  else for (const line of output.split('\n').filter((text) => /^(SKIPPED|NOTE|safety )/.test(text))) console.log(`     ${line}`);
}

/** uvu closes with `Total:`, `Passed:` and `Skipped:`; a failure within a file also sets the exit code. */
function read(output: string, code: number | null): Pick<Outcome, 'passed' | 'failed'> {
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
for (const folder of [cache, bundled]) rmSync(folder, { recursive: true, force: true });

const sum = (key: 'passed' | 'failed'): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
const slowest = outcomes.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10);
console.log(`\nslowest: ${slowest.map(({ file, seconds }) => `${file.replace('.test.ts', '')} ${seconds.toFixed()} s`).join(', ')}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
