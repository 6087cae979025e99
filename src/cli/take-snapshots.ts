import { join, relative } from 'node:path';
import { levelOf } from '../check/level.ts';
import { snapshotProblems } from '../check/snapshots.ts';
import type { Project } from '../compiler.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError } from '../errors.ts';
import { type Snapshot, type SnapshotsFound, compareSnapshots, snapshotsOf } from '../snapshots/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { patchOf } from './check-files.ts';
import { describeProblem, type Report, shownPath } from './report.ts';
import type { NewFile } from './write-files.ts';
import { dialectsOf } from './write-scripts.ts';

export interface SnapshotRequest {
  readonly dialect: readonly DialectName[] | undefined;
  /** Write nothing; fail where a revision would be rendered otherwise. */
  readonly check: boolean;
  /** Fail where one has no snapshot as well. */
  readonly strict: boolean;
  /** Remove those whose revision is gone. */
  readonly prune: boolean;
}

/**
 * Writes what each revision is rendered as, or compares with what was written.
 *
 * @throws MigsqlError with the problems of the migrations
 */
export async function takeSnapshots(project: Project, { dialect, check, strict, prune }: SnapshotRequest): Promise<Report> {
  const dialects = dialectsOf(project.config, dialect);
  const rendered: Snapshot[] = [];
  const problems = new Map<string, Diagnostic>();
  for (const name of dialects) {
    try {
      rendered.push(...(await snapshotsOf(project, name)));
    } catch (error) {
      if (!(error instanceof MigsqlError)) throw error;
      for (const each of error.diagnostics) problems.set(JSON.stringify(each), each);
    }
  }
  if (problems.size) throw new MigsqlError([...problems.values()]);
  const found = compareSnapshots(project.config.snapshots, dialects, rendered);
  return check ? checked(project, found, strict) : written(project, found, prune);
}

function checked(project: Project, found: SnapshotsFound, strict: boolean): Report {
  const problems = snapshotProblems(project, found, patchOf).map((each) => ({ level: strict ? ('error' as const) : levelOf(each), ...each }));
  const patches = problems.flatMap(({ details }) => (details as { readonly patch?: string }).patch?.split('\n').slice(0, -1) ?? []);
  return {
    data: { findings: problems },
    lines: [...patches, ...problems.map((each) => describeProblem(each, project.config.root, each.level))],
    notes: problems.length ? [] : ['all snapshots are up to date'],
    failed: problems.some(({ level }) => level === 'error'),
  };
}

function written({ config }: Project, { differing, fresh, orphaned }: SnapshotsFound, prune: boolean): Report {
  const fileOf = ({ path, text }: Snapshot): NewFile => fileAt(config.snapshots, config.root, path, text);
  const [changed, added] = [differing.map(({ snapshot }) => fileOf(snapshot)), fresh.map(fileOf)];
  const gone = orphaned.map((path) => fileAt(config.snapshots, config.root, path, ''));
  const shown = (files: readonly NewFile[]): readonly string[] => files.map(({ path }) => shownPath(path));
  const data = { added: shown(added), changed: shown(changed), [prune ? 'removed' : 'orphaned']: shown(gone) };
  const line = (verb: string) => (path: string): string => `${verb} ${path}`;
  return {
    data,
    lines: [...shown(added).map(line('wrote')), ...shown(changed).map(line('changed')), ...(prune ? shown(gone).map(line('removed')) : [])],
    notes: prune ? [] : shown(gone).map((path) => `${path} has no revision any more; --prune removes it`),
    writings: [{ files: [...changed, ...added], makesFolders: true, removes: prune ? gone.map(({ path }) => path) : [] }],
  };
}

const fileAt = (folder: string, root: string, path: string, text: string): NewFile => {
  const absolute = join(folder, path);
  return { path: absolute, name: relative(root, absolute), text: [text] };
};
