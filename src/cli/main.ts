/** What the build bundles to `dist/cli.cjs`: the program, and what oclif asks for by name (see package.json). */
import { type Hook, run, settings } from '@oclif/core';
import { PACKAGE_ROOT } from '../package-root.ts';
import { unknownCommand } from './help.ts';
import { reportError } from './report.ts';

export { COMMANDS } from './commands/index.ts';
export { MigsqlHelp } from './help.ts';

/** Runs the command line; sets the exit code instead of exiting, so that all output is written first. */
export async function main(args: readonly string[]): Promise<void> {
  // oclif would look for TypeScript sources of the commands when NODE_ENV is `test` or `development`.
  settings.enableAutoTranspile = false;
  const report = (error: unknown): void => reportError(error, { json: args.includes('--json'), root: process.cwd() });
  // A full disk behind stdout, for one, is not known before a callback.
  process.once('uncaughtException', (error) => {
    report(error);
    process.exit();
  });
  await run(asOclifWantsIt(args), { root: PACKAGE_ROOT }).catch(report);
}

/** `migsql help render` is `migsql render --help`. */
const asOclifWantsIt = ([first, ...rest]: readonly string[]): string[] =>
  first === 'help' ? [...rest, '--help'] : first === undefined ? [] : [first, ...rest];

export const commandNotFound: Hook<'command_not_found'> = async ({ id, config }) => unknownCommand(id, config);
