import { type Prose, list, others, shorten } from './prose.ts';

/** The graph and its targets. */
export interface RevisionErrors {
  'no-way-back': { from: string; wanted: string; reached: string; direction: string };
  'duplicate-revision': { id: string; count: number; files: readonly string[] };
  'invalid-revision-id': { id: string; reason: string };
  'missing-parent': { revision: string; missing: string };
  'missing-dependency': { revision: string; missing: string };
  'duplicate-label': { label: string; revisions: readonly string[] };
  'invalid-label': { label: string; revision: string; reason: string };
  'revision-cycle': { path: readonly string[]; members: readonly string[] };
  'unknown-revision': { target: string; suggestions: readonly string[] };
  'ambiguous-prefix': { prefix: string; names: readonly string[] };
  'multiple-heads': { target: string; heads: readonly string[] };
  'ambiguous-walk': { target: string; candidates: readonly string[] };
  'ambiguous-start': { target: string; heads: readonly string[] };
  'ambiguous-downgrade': { target: string; candidates: readonly string[] };
  'wrong-direction': { target: string; direction: 'upgrade' | 'downgrade' };
  'relative-out-of-range': { target: string; asked: number; available: number };
  'not-a-target': { target: string; heads: readonly string[]; reason: 'not-applied' | 'nothing-above' };
  'overlapping-revisions': { revision: string; descendant: string };
  'not-in-branch': { target: string; branch: string };
  'not-an-ancestor': { revision: string; of: readonly string[] };
  'invalid-target': { target: string; reason: string };
}

const WRONG_DIRECTION = {
  upgrade: (target: string) => ({
    message: `'${target}' counts downwards, and this is an upgrade`,
    hint: "Write '+' for '-', name the revision to go to, or make it a downgrade.",
  }),
  downgrade: (target: string) => ({
    message: `'${target}' counts upwards, and this is a downgrade`,
    hint: "Write '-' for '+', name the revision to go to, or make it an upgrade.",
  }),
};

const NOT_A_TARGET = {
  'not-applied': (target: string, heads: string) => ({
    message: `'${target}' cannot be reached downwards from ${heads}: it is not applied there`,
    hint: 'A downgrade goes to an ancestor of the current heads; check both ends of the range.',
  }),
  'nothing-above': (target: string, heads: string) => ({
    message: `'${target}' cannot be reached downwards from ${heads}: nothing that revises it is applied in the branch`,
    hint: 'It stays applied for what depends on it or branches off it; name an ancestor of the heads to undo.',
  }),
};

export const REVISION_PROSE: Prose<RevisionErrors> = {
  'no-way-back': ({ from, wanted, reached, direction }) => ({
    message: `the way back from '${from}' ends at '${reached}', not at '${wanted}'`,
    hint: `Say it by itself: render ${from}:TARGET with --direction ${direction}; or begin where all lines are named.`,
  }),
  'duplicate-revision': ({ id, count, files }) => ({
    message: `${count} revisions have the id '${id}'${files.length ? `: ${list(files)}` : ''}`,
    hint: 'Give one of them another id; ids must be unique in the whole project.',
  }),
  'invalid-revision-id': ({ id, reason }) => ({
    message: `the revision id '${shorten(id)}' ${reason}`,
    hint: "Use letters, digits and underscores: '@', '+', '-', ':' and ',' belong to the target notation.",
  }),
  'missing-parent': ({ revision, missing }) => ({
    message: `revision '${revision}' revises '${missing}', which does not exist`,
    hint: `Add the migration '${missing}', or correct 'revises' of '${revision}'.`,
  }),
  'missing-dependency': ({ revision, missing }) => ({
    message: `revision '${revision}' depends on '${missing}', which does not exist`,
    hint: `'dependsOn' takes whole ids or branch labels; correct it in '${revision}'.`,
  }),
  'duplicate-label': ({ label, revisions }) => ({
    message: `the branch label '${label}' names several: ${list(revisions)}`,
    hint: 'Rename one of them: a label names the line of one revision and differs from every id.',
  }),
  'invalid-label': ({ label, revision, reason }) => ({
    message: `the branch label '${label}' of revision '${revision}' ${reason}`,
    hint: 'Use letters, digits, underscores, dots and inner hyphens, and none of head, heads, base.',
  }),
  'revision-cycle': ({ path, members }) => ({
    message:
      `revisions come before themselves: ${list([...path, ...path.slice(0, 1)], ' -> ')}` +
      (members.length > path.length ? ` (with them in other cycles: ${list(others(members, path))})` : ''),
    hint: "Each revises or depends on the next; remove one link from its 'revises' or 'dependsOn'.",
  }),
  'unknown-revision': ({ target, suggestions }) => ({
    message: `no revision or branch is named '${target}'`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : "See 'migsql history' for all revisions.",
  }),
  'ambiguous-prefix': ({ prefix, names }) => ({
    message: `'${prefix}' is the beginning of several revisions or labels: ${list(names)}`,
    hint: 'Write more characters of the one that is meant.',
  }),
  'multiple-heads': ({ target, heads }) => ({
    message: `'${target}' could be any of several heads: ${list(heads)}`,
    hint: "Name one of them, use '<label>@head', take all with 'heads', or merge them.",
  }),
  'ambiguous-walk': ({ target, candidates }) => ({
    message: `'${target}' could lead to any of: ${list(candidates)}`,
    hint: "Name the revision, or choose the branch with '<label>@…'.",
  }),
  'ambiguous-start': ({ target, heads }) => ({
    message: `'${target}' is counted from a current head, and there are several: ${list(heads)}`,
    hint: 'Name the revision to go to, or the branch, as in <label>@+1 or <label>@-1.',
  }),
  'ambiguous-downgrade': ({ target, candidates }) => ({
    message: `'${target}' does not say which of these to undo: ${list(candidates)}`,
    hint: "Name a label above the fork before '@', or leave it out and name the revision to undo all of them.",
  }),
  'wrong-direction': ({ target, direction }) => WRONG_DIRECTION[direction](target),
  'relative-out-of-range': ({ target, asked, available }) => ({
    message: `'${target}' counts to ${asked}, but the line ends after ${available}`,
    hint: available ? `Ask for at most ${available}, or name a revision.` : 'Name a revision instead.',
  }),
  'not-a-target': ({ target, heads, reason }) => NOT_A_TARGET[reason](target, list(heads) || 'base'),
  'overlapping-revisions': ({ revision, descendant }) => ({
    message: `'${revision}' comes before '${descendant}' anyway, and both are named`,
    hint: `Name only '${descendant}'.`,
  }),
  'not-in-branch': ({ target, branch }) => ({
    message: `'${target}' is not in branch '${branch}'`,
    hint: 'Leave out the branch, or name a revision above or below it.',
  }),
  'not-an-ancestor': ({ revision, of }) => ({
    message: `'${revision}' does not come before ${list(of) || 'base'}`,
    hint: 'FROM:TO begins at a revision that TO needs; exchange them, or name one on the way to TO.',
  }),
  'invalid-target': ({ target, reason }) => ({
    message: `'${target}' is not a target: ${reason}`,
    hint: 'Examples: head, heads, base, ae10, billing@head, +1, -2, ae10+1, billing@-1.',
  }),
};
