import { posix } from 'node:path';
import { fail } from '../errors.ts';
import type { Repository } from './repository.ts';
import { git } from './run.ts';

/** A file of a commit. */
export interface CommittedFile {
  /** As seen from the repository's own folder, with forward slashes. */
  readonly path: string;
  readonly content: Buffer;
}

/** `100644 blob 3b18e5… <tab>path` */
const ENTRY = /^100\d{3} blob ([0-9a-f]+)\t([^]+)$/;

/**
 * The plain files of a commit below some folders; links and other repositories are left out.
 *
 * @param folders as seen from the repository's own folder, with forward slashes
 * @throws MigsqlError `no-repository` where git does not answer
 */
export function filesOf({ folder }: Repository, commit: string, folders: readonly string[]): readonly CommittedFile[] {
  const paths = folders.map((each) => posix.normalize(`./${each}/`)).filter((each) => !each.startsWith('../'));
  if (paths.length === 0) return [];
  // The repository's own folder is all of it.
  const below = paths.includes('./') ? [] : ['--', ...paths];
  const listed = asked(folder, ['ls-tree', '-r', '-z', '--full-tree', commit, ...below]);
  const entries = listed.toString().split('\0').flatMap((line) => {
    const [, id = '', path = ''] = ENTRY.exec(line) ?? [];
    return id && isPlain(path) ? [{ id, path }] : [];
  });
  const contents = parts(asked(folder, ['cat-file', '--batch'], entries.map(({ id }) => `${id}\n`).join('')));
  return entries.map(({ path }, index) => ({ path, content: contents[index] ?? Buffer.alloc(0) }));
}

/** A tree that was made by hand may name what lies elsewhere. */
const isPlain = (path: string): boolean => !path.split(/[\\/]/).some((part) => part === '' || part === '.' || part === '..');

function asked(folder: string, args: readonly string[], input?: string): Buffer {
  const answer = git(folder, args, input);
  return 'reason' in answer ? fail('no-repository', answer) : answer.output;
}

/** `<id> blob <size>`, a line end, the content, a line end. */
function parts(output: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < output.length; ) {
    const start = output.indexOf(10, at) + 1;
    const size = Number(output.toString('utf8', at, start).trim().split(' ')[2]);
    found.push(output.subarray(start, start + size));
    at = start + size + 1;
  }
  return found;
}
