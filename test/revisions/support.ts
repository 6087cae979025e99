import * as assert from 'uvu/assert';
import { MigsqlError } from '../../src/errors.ts';
import { buildGraph, type Direction, type Graph, type Revision, type Step, walk } from '../../src/revisions/index.ts';

/** `'y2 < y1, z1 & x2 [red, blue]'`: an id, what it revises, what it depends on, its labels. */
export function revision(text: string): Revision {
  const form = /^(?<id>\S+)(?: < (?<revises>[^&[]+))?(?: & (?<dependsOn>[^[]+))?(?: \[(?<labels>.*)\])?$/;
  const parts = form.exec(text)?.groups;
  if (!parts) throw new Error(`not a revision: ${text}`);
  const list = (items?: string): string[] => (items ?? '').split(',').map((item) => item.trim()).filter(Boolean);
  return {
    id: parts['id'] ?? '',
    revises: list(parts['revises']),
    dependsOn: list(parts['dependsOn']),
    branchLabels: list(parts['labels']),
  };
}

export const graphOf = (...texts: readonly string[]): Graph => buildGraph(texts.map(revision));

/** Steps in the notation of the worked traces: `a[I a] b[U a>b] m[D x, U y>m]`, then `=> ` and the heads. */
export function trace(steps: readonly Step[], from: readonly string[]): string {
  const shown = steps.map(({ revision: id, versionChanges }) => {
    const changes = versionChanges.map((change) => {
      if (change.kind === 'update') return `U ${change.from}>${change.to}`;
      return `${change.kind === 'insert' ? 'I' : 'D'} ${change.id}`;
    });
    return `${id}[${changes.join(', ')}] `;
  });
  return `${shown.join('')}=> ${(steps.at(-1)?.headsAfter ?? [...from].sort()).join(' ')}`.trim();
}

export function run(graph: Graph, from: readonly string[], direction: Direction, target: string): string {
  return trace(walk(graph, { from, target, direction }), from);
}

/** The codes of what `work` throws, in order; fails when it returns or throws anything else. */
export function codesOf(work: () => unknown): string[] {
  return problemsOf(work).map(({ code }) => code);
}

export function problemsOf(work: () => unknown): MigsqlError['diagnostics'] {
  try {
    work();
  } catch (error) {
    if (error instanceof MigsqlError) return error.diagnostics;
    throw error;
  }
  throw new Error('expected a MigsqlError');
}

type Row = readonly [from: string, direction: Direction, target: string, expected: string];

/** `expected` is a trace, or an error code. */
export function checkAll(graph: Graph, rows: readonly Row[]): void {
  for (const [heads, direction, target, expected] of rows) {
    const from = heads.split(' ').filter(Boolean);
    const name = `${direction} ${target} from (${heads})`;
    const walked = (): string => run(graph, from, direction, target);
    if (/^[a-z]+-[a-z-]+$/.test(expected)) assert.equal(codesOf(walked), [expected], name);
    else assert.is(walked(), expected, name);
  }
}
