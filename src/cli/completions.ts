import { basename, join } from 'node:path';
import type { Interfaces } from '@oclif/core';
import { fail } from '../errors.ts';
import { similar } from '../similar.ts';
import type { Report } from './report.ts';

const SHELLS = ['bash', 'zsh'];

/**
 * Writes what completes commands and flags, for all shells, by oclif's plugin.
 *
 * @param asked that of $SHELL when it is not said
 * @throws MigsqlError `invalid-choice`
 */
export async function writeCompletions(asked: string | undefined, config: Interfaces.Config): Promise<Report> {
  const shell = asked ?? basename(process.env['SHELL'] ?? '');
  if (!SHELLS.includes(shell)) {
    fail('invalid-choice', { flag: 'SHELL', value: shell, choices: SHELLS, suggestions: similar(shell, SHELLS) });
  }
  const { default: Create } = await import('@oclif/plugin-autocomplete/lib/commands/autocomplete/create.js');
  await Create.run([], config);
  const setup = join(config.cacheDir, 'autocomplete', `${shell}_setup`);
  return { data: { shell, setup }, lines: [`test -f '${setup}' && source '${setup}'`] };
}
