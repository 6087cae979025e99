import type { Diagnostic } from '../diagnostics.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { problem } from '../errors.ts';
import { type Plan, failureMap } from '../plan/index.ts';
import { changedTwice } from './layouts/changed-twice.ts';
import { layoutOf } from './layouts/index.ts';
import type { ScriptOptions } from './options.ts';

/** What a dialect's scripts and its client cannot do is refused with a reason, never left out. */
export const refusals = (plan: Plan, options: ScriptOptions, dialect: Dialect): readonly Diagnostic[] => [
  ...middle(plan, options, dialect),
  ...exit(options, dialect),
  ...changedTwice(plan, options, dialect),
  ...layoutOf(dialect).check(plan, options, dialect),
];

/** Only a resumable script may begin in the middle. */
function middle(plan: Plan, { form, fromStep }: ScriptOptions, { title: dialect }: Dialect): readonly Diagnostic[] {
  if (fromStep === undefined) return [];
  if (form !== 'resumable') {
    const hint = 'Add --resumable, or render from the revision that the database is at.';
    return [problem('refused-form', { dialect, form, reason: 'only a resumable script can go on from a block in the middle (--from-step)', hint })];
  }
  const blocks = failureMap(plan).length;
  if (Number.isInteger(fromStep) && fromStep >= 1 && fromStep <= blocks + 1) return [];
  const hint = `Its header numbers them from 1 to ${blocks}; ${blocks + 1} is behind the last.`;
  return [problem('refused-form', { dialect, form, reason: `the script has no block ${fromStep} (--from-step)`, hint })];
}

const exit = (options: ScriptOptions, { name, title: dialect }: Dialect): readonly Diagnostic[] =>
  options.exit && name !== 'oracle'
    ? [problem('refused-form', { dialect, form: options.form, reason: 'EXIT is a directive of SQL*Plus (--exit)', hint: 'Leave the flag out: the client ends by itself.' })]
    : [];
