import { fail } from '../errors.ts';
import { type GitAnswer, git } from './run.ts';

/** The git repository that a folder is in. */
export interface Repository {
  /** Absolute. */
  readonly folder: string;
  /** The folder as seen from the repository's own: empty, or with a slash at the end. */
  readonly prefix: string;
}

/** @throws MigsqlError `no-repository` */
export function openRepository(folder: string): Repository {
  const prefix = prefixIn(folder);
  return 'reason' in prefix ? fail('no-repository', prefix) : { folder, prefix: prefix.text };
}

const prefixIn = (folder: string): Text => textOf(git(folder, ['rev-parse', '--show-prefix']));

/** A folder as seen from that of its repository, where it is in one. */
export function prefixOf(folder: string): string | undefined {
  const prefix = prefixIn(folder);
  return 'reason' in prefix ? undefined : prefix.text;
}

/** The commit that a ref names, if it names one. */
export function commitOf({ folder }: Repository, ref: string): string | undefined {
  // None begins so, and git would take it for an option.
  if (ref.startsWith('-') || ref === '') return undefined;
  const found = textOf(git(folder, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]));
  return 'reason' in found ? undefined : found.text;
}

type Text = { readonly text: string } | { readonly reason: string };

const textOf = (answer: GitAnswer): Text =>
  'reason' in answer ? answer : { text: answer.output.toString().replace(/\r?\n$/, '') };
