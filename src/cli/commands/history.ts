import { Args, Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import type { Report } from '../report.ts';

export class History extends MigsqlCommand<typeof History> {
  static override summary = 'List revisions, newest first.';
  static override description =
    'The order is that of a downgrade. FROM:TO limits the list to what TO needs, from FROM on and including it.';
  static override usage = 'history [[FROM]:[TO]] [-v]';
  static override args = {
    range: Args.string({ description: 'Revisions from FROM to TO; either may be left out.', ignoreStdin: true }),
  };
  static override flags = {
    verbose: Flags.boolean({ char: 'v', description: 'Show all that is known of each revision.' }),
  };
  static override examples = [
    { description: 'Everything', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'What came after a release', command: '<%= config.bin %> <%= command.id %> ae1027a6acf0:' },
    {
      description: 'The last three of a branch',
      command: '<%= config.bin %> <%= command.id %> billing@-2:billing@head',
    },
  ];

  protected async execute(): Promise<Report> {
    const { reportHistory } = await import('../graph-reports.ts');
    return reportHistory((await this.project()).graph, this.args.range, this.flags.verbose);
  }
}
