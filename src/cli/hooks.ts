import { relative } from 'node:path';
import type { Config } from '../config.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import { shownPath } from './report.ts';

/**
 * Runs the config's programs on a file that was written, in the project's folder and without a shell. What they say goes to
 * stderr. All run, and the file stays, whatever one of them ends with.
 *
 * @throws MigsqlError `hook-failed`, `missing-program` for each that does not end well
 */
export async function runHooks({ file: config, root, hooks }: Config, path: string): Promise<void> {
  if (hooks.afterWrite.length === 0) return;
  const { execaSync } = await import('execa');
  const problems = hooks.afterWrite.flatMap(({ run }): Diagnostic | readonly [] => {
    const [program = '', ...args] = run.map((word) => word.replaceAll('{file}', path));
    const ended = execaSync(program, args, { cwd: root, preferLocal: true, localDir: root, reject: false, stdio: ['ignore', 2, 2] });
    if (!ended.failed) return [];
    const place = { file: relative(root, config) };
    const file = shownPath(path);
    if (ended.code === 'ENOENT') return problem('missing-program', { program, file }, place);
    return problem('hook-failed', { command: run.join(' '), reason: howItEnded(ended), file }, place);
  });
  if (problems.length) throw new MigsqlError(problems);
}

interface Ended {
  readonly exitCode?: number | undefined;
  readonly signal?: string | undefined;
  readonly originalMessage?: string | undefined;
}

const howItEnded = ({ exitCode, signal, originalMessage = '' }: Ended): string =>
  exitCode !== undefined ? `it ended with ${exitCode}` : signal ? `it was ended by ${signal}` : originalMessage;
