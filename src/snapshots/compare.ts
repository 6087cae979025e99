import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../diagnostics.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import type { Snapshot } from './render.ts';

/** Snapshots beside the files that hold them. */
export interface SnapshotsFound {
  /** Rendered otherwise than what its file holds. */
  readonly differing: readonly { readonly snapshot: Snapshot; readonly found: string }[];
  /** Without a file. */
  readonly fresh: readonly Snapshot[];
  /** Files whose revision is gone: paths in the folder. */
  readonly orphaned: readonly string[];
}

/** @param folder absolute; it may be missing */
export function compareSnapshots(folder: string, dialects: readonly DialectName[], snapshots: readonly Snapshot[]): SnapshotsFound {
  const kept = new Set(dialects.flatMap((dialect) => filesIn(folder, dialect)));
  const known = snapshots.filter(({ path }) => kept.has(path)).map((snapshot) => ({ snapshot, found: textAt(join(folder, snapshot.path)) }));
  const paths = new Set(snapshots.map(({ path }) => path));
  return {
    differing: known.filter(({ snapshot, found }) => found !== withLineFeeds(snapshot.text)),
    fresh: snapshots.filter(({ path }) => !kept.has(path)),
    orphaned: [...kept].filter((path) => !paths.has(path)).sort(compare),
  };
}

/** On Windows, Git may have written other line ends. */
const textAt = (path: string): string => withLineFeeds(readFileSync(path, 'utf8'));
const withLineFeeds = (text: string): string => text.replaceAll('\r\n', '\n');

function filesIn(folder: string, dialect: string): readonly string[] {
  const own = join(folder, dialect);
  if (!existsSync(own)) return [];
  const files = readdirSync(own, { withFileTypes: true }).filter((entry) => !entry.isDirectory() && /^[^.].*\.sql$/.test(entry.name));
  return files.map(({ name }) => `${dialect}/${name}`);
}
