import type { Diagnostic } from '../diagnostics.ts';
import { fail, MigsqlError, problem } from '../errors.ts';
import { invalidName, SYMBOLS } from './names.ts';

/** Where a target is counted from: the current heads, a word of the notation, or a revision. */
export type Anchor =
  | { readonly kind: 'current' | 'base' | 'head' | 'heads' }
  /** An id, a branch label, or the beginning of one. */
  | { readonly kind: 'name'; readonly name: string };

/** A target as data: `billing@ae10+2` has branch `billing`, anchor `ae10`, offset 2. */
export interface Target {
  readonly text: string;
  /** A label, an id or the beginning of one, written before `@`. */
  readonly branch?: string;
  readonly anchor: Anchor;
  /** Revisions upwards from the anchor, downwards when negative; never 0 from the current heads. */
  readonly offset: number;
}

/** `FROM:TO` as data. A side that is missing or left empty is absent. */
export interface Range {
  readonly text: string;
  readonly from?: readonly Target[];
  readonly to?: readonly Target[];
}

/**
 * One target: `base`, `head`, `heads`, an id, a unique beginning of one, a label, each with `label@` before it or
 * `+n`, `-n` after it; or `+n`, `-n`, `label@+n`, `label@-n` counted from the current heads.
 *
 * @throws MigsqlError `invalid-target`; nothing may follow a target
 */
export function parseTarget(text: string): Target {
  const read = readTarget(text);
  return typeof read === 'string' ? fail('invalid-target', { target: text, reason: read }) : read;
}

/**
 * One or several targets separated by commas.
 *
 * @throws MigsqlError `invalid-target` for each that is none
 */
export function parseTargets(text: string): readonly Target[] {
  const items = text.split(',');
  const { targets, problems } = readList(items);
  if (problems.length) throw new MigsqlError(problems);
  return targets;
}

/**
 * `FROM:TO`, each side one or several targets; without a colon there is only TO.
 * What an absent side means is the reader's to say: usually `base` for FROM and `heads` for TO.
 *
 * @throws MigsqlError `invalid-target` for each that is none, or when there is more than one colon
 */
export function parseRange(text: string): Range {
  const sides = text.split(':');
  if (sides.length > 2) fail('invalid-target', { target: text, reason: "a range has one ':'" });
  const [from, to] = sides.length === 2 ? sides : ['', text];
  const lower = readList(from ? from.split(',') : []);
  const upper = readList(to || sides.length === 1 ? (to ?? '').split(',') : []);
  const problems = [...lower.problems, ...upper.problems];
  if (problems.length) throw new MigsqlError(problems);
  return {
    text,
    ...(lower.targets.length && { from: lower.targets }),
    ...(upper.targets.length && { to: upper.targets }),
  };
}

function readList(items: readonly string[]): { targets: Target[]; problems: Diagnostic[] } {
  const targets: Target[] = [];
  const problems: Diagnostic[] = [];
  for (const item of items) {
    const read = readTarget(item);
    if (typeof read === 'string') problems.push(problem('invalid-target', { target: item, reason: read }));
    else targets.push(read);
  }
  return { targets, problems };
}

/** Lazy in the middle, so that the last sign with digits is the offset and earlier hyphens are the name's. */
const FORM = /^(?:(?<branch>[^@]*)@)?(?<name>.*?)(?<offset>[+-]\d+)?$/su;

/** The target, or why it is none. */
function readTarget(text: string): Target | string {
  const { branch, name = '', offset } = FORM.exec(text)?.groups ?? {};
  if (text === '') return 'it is empty';
  const wrong = (branch === undefined ? undefined : wrongBranch(branch)) ?? wrongName(name, branch, offset);
  if (wrong !== undefined) return wrong;
  return {
    text,
    ...(branch !== undefined && { branch }),
    anchor: anchorOf(name),
    offset: Math.min(Math.max(Number(offset ?? 0), -Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER) || 0,
  };
}

function wrongBranch(branch: string): string | undefined {
  if (branch === '') return "nothing stands before '@'";
  if (SYMBOLS.includes(branch)) return `'${branch}' is not a branch`;
  const reason = invalidName(branch);
  return reason && `the branch '${branch}' ${reason}`;
}

function wrongName(name: string, branch: string | undefined, offset: string | undefined): string | undefined {
  if (name === '') {
    if (offset === undefined) return `nothing stands after '${branch}@'`;
    return Number(offset) === 0 ? `'${offset}' goes nowhere` : undefined;
  }
  if (/[+]/.test(name)) return "a number, and nothing else, follows '+'";
  const reason = invalidName(name);
  return reason && `'${name}' ${reason}`;
}

function anchorOf(name: string): Anchor {
  if (name === 'base' || name === 'head' || name === 'heads') return { kind: name };
  return name === '' ? { kind: 'current' } : { kind: 'name', name };
}
