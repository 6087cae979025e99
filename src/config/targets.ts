import { fail } from '../errors.ts';
import { similar } from '../similar.ts';
import { type CheckedSource, isObject } from './shape.ts';

/** The names of the targets that a config's data has, whatever else may be wrong with it. */
export const targetsIn = (data: unknown): readonly string[] =>
  isObject(data) && 'targets' in data && isObject(data.targets) ? Object.keys(data.targets) : [];

/**
 * The target that is meant: the one that is asked for, or the only one.
 *
 * @throws MigsqlError `unknown-target`, `open-target`
 */
export function chosenTarget(names: readonly string[], asked: string | undefined): string | undefined {
  if (asked !== undefined && !names.includes(asked)) fail('unknown-target', { target: asked, known: names, suggestions: similar(asked, names) });
  if (asked === undefined && names.length > 1) fail('open-target', { targets: names });
  return asked ?? names[0];
}

/** The data without the other targets: a run needs neither their variables nor their values. */
export function withTarget(data: unknown, target: string | undefined): unknown {
  if (target === undefined || !isObject(data)) return data;
  const { targets } = data as { readonly targets: Readonly<Record<string, unknown>> };
  return { ...data, targets: { [target]: targets[target] } };
}

/** What a target says before what all say; of lists of settings, setting by setting. */
export function overridden({ targets = {}, ...common }: CheckedSource, target: string | undefined): CheckedSource {
  const own: CheckedSource = targets[target ?? ''] ?? {};
  return {
    ...common,
    ...own,
    ...((common.server || own.server) && { server: { ...common.server, ...own.server } }),
    ...((common.naming || own.naming) && { naming: { ...common.naming, ...own.naming } }),
    ...((common.script || own.script) && { script: { ...common.script, ...own.script } }),
    ...((common.limits || own.limits) && { limits: { ...common.limits, ...own.limits } }),
  };
}
