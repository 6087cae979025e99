import { basename, dirname } from 'node:path';
import type { Difference } from '../compare/index.ts';
import type { Config } from '../config.ts';
import type { Diagnostic, Place } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import { checkOps } from '../ops/check.ts';
import type { Op } from '../ops/index.ts';
import { nameOf } from '../sandbox/imports.ts';
import { openPackageSandbox } from '../sandbox/package.ts';
import { text } from '../typescript/index.ts';

/**
 * The differences as the project's own hook leaves them: a module whose default export takes the ops and gives back those
 * that are wanted. It is evaluated in the sandbox, as migrations are.
 *
 * @throws MigsqlError with what the evaluation says, or what is wrong with the ops
 */
export async function hooked(config: Config, found: readonly Difference[]): Promise<readonly Difference[]> {
  const { autogenerate: path, root, limits } = config;
  if (path === undefined || found.length === 0) return found;
  const sandbox = openPackageSandbox(limits);
  try {
    const given = JSON.stringify(found.map(({ op }) => op));
    const entry = `import change from ${text(`./${basename(path)}`)};\nexport default change(${given});\n`;
    const request = { path: `${path}.entry.ts`, text: entry, territory: { project: root, folders: [dirname(path)] } };
    const evaluation = await sandbox.evaluate(request);
    const place = { file: nameOf(path, root) };
    if ('problems' in evaluation) throw new MigsqlError(evaluation.problems.map((each) => placedInHook(each, nameOf(request.path, root), place)));
    const { ops, problems } = checkOps(JSON.parse(evaluation.json), () => place);
    if (problems.length) throw new MigsqlError(problems);
    return ops.map((op) => marked(op as Op, found));
  } finally {
    await sandbox.close();
  }
}

/** The module that calls the hook is nobody's file: what is wrong there is that the hook is no such function. */
function placedInHook(found: Diagnostic, entry: string, place: Place): Diagnostic {
  if (found.place?.file !== entry) return found;
  const reason = found.code === 'missing-import' ? 'does not exist' : 'has no function as its default export';
  return problem('invalid-hook', { reason }, place);
}

/** What an op may cost is known of those that the hook leaves as they are. */
function marked(op: Op, found: readonly Difference[]): Difference {
  const same = found.find((each) => JSON.stringify(each.op) === JSON.stringify(op));
  return same ?? { op };
}
