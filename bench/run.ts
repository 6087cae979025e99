/**
 * Renders generated chains and prints wall time, CPU time and peak memory of whole processes, each as a ratio to a
 * bare `node -e 0` and to the ideal program (`ideal.mjs`) measured in the same run. Medians of interleaved runs.
 *
 *   npm run bench [-- --runs 5] [--only linear-1000]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeBulk, writeChain } from './generate.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, only: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log('npm run bench [-- --runs N] [--only NAME]');
  process.exit(0);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'bin', 'migsql.cjs');
const ideal = join(root, 'bench', 'ideal.mjs');
const home = mkdtempSync(join(tmpdir(), 'migsql-bench-'));
const script = join(home, 'script.sql');

interface Figures {
  /** Seconds. */
  readonly wall: number;
  readonly cpu: number;
  /** Megabytes, the most at any time. */
  readonly memory: number;
}

/** A child process that reports its own use at its end; the report costs the same in all of them. */
const REPORT = `process.on('exit', () => { const u = process.resourceUsage(); require('fs').writeSync(2, '\\nUSED ' + (u.userCPUTime + u.systemCPUTime) / 1e6 + ' ' + u.maxRSS / 1024); })`;

function measure(args: readonly string[], cwd: string): Figures {
  const started = process.hrtime.bigint();
  const preload = join(home, 'report.cjs');
  const done = spawnSync(process.execPath, ['--require', preload, ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  if (done.status !== 0) throw new Error(`${args.join(' ')}\n${done.stderr}`);
  const [, cpu, memory] = /USED (\S+) (\S+)/.exec(done.stderr) ?? [];
  return { wall, cpu: Number(cpu), memory: Number(memory) };
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

const medians = (all: readonly Figures[]): Figures => ({
  wall: median(all.map(({ wall }) => wall)),
  cpu: median(all.map(({ cpu }) => cpu)),
  memory: median(all.map(({ memory }) => memory)),
});

interface Case {
  readonly name: string;
  readonly prepare: (folder: string) => void;
  readonly command: readonly string[];
  /** Whether the ideal program does the same work. */
  readonly ideal: boolean;
}

const render = ['render', 'base:heads', '-o', script, '--no-cache'];
const CASES: readonly Case[] = [
  { name: 'help', prepare: (folder) => writeChain(folder, 'linear', 1), command: ['--help'], ideal: false },
  { name: 'heads-1', prepare: (folder) => writeChain(folder, 'linear', 1), command: ['heads'], ideal: false },
  ...[10, 1000, 10_000].map((count) => ({
    name: `linear-${count}`,
    prepare: (folder: string) => writeChain(folder, 'linear', count),
    command: render,
    ideal: true,
  })),
  ...[1000, 10_000].map((count) => ({
    name: `dag-${count}`,
    prepare: (folder: string) => writeChain(folder, 'dag', count),
    command: render,
    ideal: true,
  })),
  {
    name: 'one-of-10000',
    prepare: (folder) => writeChain(folder, 'linear', 10_000),
    command: ['render', 'r0009990:r0009991', '-o', script, '--no-cache'],
    ideal: false,
  },
  ...[1000, 10_000].map((count) => ({
    name: `schema-${count}`,
    prepare: (folder: string) => writeChain(folder, 'linear', count),
    command: ['schema', '--format', 'ts'],
    ideal: false,
  })),
  { name: 'heads-10000', prepare: (folder) => writeChain(folder, 'dag', 10_000), command: ['heads'], ideal: false },
  { name: 'bulk-computed', prepare: (folder) => writeBulk(folder, 'computed', 100_000), command: render, ideal: true },
  { name: 'bulk-written', prepare: (folder) => writeBulk(folder, 'written', 100_000), command: render, ideal: true },
];

writeFileSync(join(home, 'report.cjs'), REPORT);
const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)}x`;
const row = (...cells: readonly string[]): void => console.log(cells.map((cell, index) => (index ? cell.padStart(10) : cell.padEnd(14))).join(' '));
const times = new Map<string, number>();

row('case', 'wall s', 'cpu s', 'peak MB', 'wall/node', 'cpu/node', 'MB/node', 'wall/ideal', 'cpu/ideal');
for (const { name, prepare, command, ideal: comparable } of CASES.filter((each) => !values.only || each.name.includes(values.only))) {
  const folder = join(home, name);
  prepare(folder);
  const runs = { node: [] as Figures[], ideal: [] as Figures[], migsql: [] as Figures[] };
  measure([bin, '--version'], folder);
  for (let run = 0; run < Number(values.runs); run++) {
    runs.node.push(measure(['-e', '0'], folder));
    if (comparable) runs.ideal.push(measure([ideal, folder, script], folder));
    runs.migsql.push(measure([bin, ...command], folder));
  }
  const bare = medians(runs.node);
  const ours = medians(runs.migsql);
  const best = comparable ? medians(runs.ideal) : undefined;
  times.set(name, ours.cpu - bare.cpu);
  row(
    name,
    ours.wall.toFixed(2),
    ours.cpu.toFixed(2),
    ours.memory.toFixed(0),
    ratio(ours.wall, bare.wall),
    ratio(ours.cpu, bare.cpu),
    ratio(ours.memory, bare.memory),
    best ? ratio(ours.wall, best.wall) : '',
    best ? ratio(ours.cpu, best.cpu) : '',
  );
  rmSync(folder, { recursive: true });
}
for (const shape of ['linear', 'dag']) {
  const [small, large] = [times.get(`${shape}-1000`), times.get(`${shape}-10000`)];
  if (small && large) console.log(`growth of ${shape} from 1,000 to 10,000: exponent ${Math.log10(large / small).toFixed(2)} (CPU above bare Node)`);
}
for (const count of [1000, 10_000]) {
  const [rendered, replayed] = [times.get(`linear-${count}`), times.get(`schema-${count}`)];
  if (rendered && replayed) console.log(`replaying ${count} revisions takes ${ratio(replayed, rendered)} of rendering them (CPU above bare Node)`);
}
rmSync(home, { recursive: true });
