import { Args } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import type { Report } from '../report.ts';

export class Autocomplete extends MigsqlCommand<typeof Autocomplete> {
  static override summary = 'Complete commands and flags in the shell.';
  static override description =
    'Writes what the shell needs to the cache folder, and shows the line for its start-up file. Run it again after an update.';
  static override args = {
    shell: Args.string({ description: 'bash or zsh. Default: that of $SHELL.', ignoreStdin: true }),
  };
  static override examples = [
    { description: 'For bash, from now on', command: '<%= config.bin %> <%= command.id %> bash >> ~/.bashrc' },
    { description: 'For zsh', command: '<%= config.bin %> <%= command.id %> zsh >> ~/.zshrc' },
  ];

  protected async execute(): Promise<Report> {
    const { writeCompletions } = await import('../completions.ts');
    return writeCompletions(this.args.shell, this.config);
  }
}
