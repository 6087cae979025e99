import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MigsqlError } from '../errors.ts';
import { packageFile } from '../package-root.ts';
import { openSandbox } from '../sandbox/sandbox.ts';

/**
 * The default export of a config written in TypeScript or JavaScript. It is evaluated as migrations are: it can
 * import files of its own folder and `migsql`, and sees neither the environment nor anything else of the machine.
 *
 * @throws MigsqlError with what the evaluation says
 */
export async function evaluateConfig(path: string, text: string): Promise<unknown> {
  const folder = dirname(path);
  const sandbox = openSandbox({
    authoring: readFileSync(packageFile('dist/authoring.js'), 'utf8'),
    worker: pathToFileURL(packageFile('dist/sandbox-worker.js')),
  });
  try {
    const evaluation = await sandbox.evaluate({ path, text, territory: { project: folder, folders: [folder] } });
    if ('problems' in evaluation) throw new MigsqlError(evaluation.problems);
    return JSON.parse(evaluation.json);
  } finally {
    await sandbox.close();
  }
}
