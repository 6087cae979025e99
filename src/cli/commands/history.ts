import { Args, Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { fail } from '../../errors.ts';
import { urlFlag } from '../database-flags.ts';
import { contextFlag, verboseFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class History extends MigsqlCommand<typeof History> {
  static override summary = 'List revisions, newest first.';
  static override description =
    'The order is that of a downgrade. FROM:TO limits the list to what TO needs, from FROM on and including it.';
  static override usage = 'history [[FROM]:[TO]] [-v] [--graph] [--indicate-current]';
  static override args = {
    range: Args.string({ description: 'Revisions from FROM to TO; either may be left out.', ignoreStdin: true }),
  };
  static override flags = {
    range: Flags.string({ char: 'r', aliases: ['rev-range'], description: 'The same as RANGE.', helpValue: 'RANGE' }),
    context: contextFlag('Leave out what is for other contexts.'),
    'indicate-current': Flags.boolean({ char: 'i', description: 'Mark where the database is, of --url or of the config.' }),
    url: urlFlag(),
    verbose: verboseFlag(),
    graph: Flags.boolean({
      char: 'g',
      description: 'Draw the graph beside the list: lines lead to what a revision revises, dotted ones to what it depends on.',
    }),
  };
  static override examples = [
    { description: 'Everything', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'What came after a release', command: '<%= config.bin %> <%= command.id %> ae1027a6acf0:' },
    { description: 'How the lines go', command: '<%= config.bin %> <%= command.id %> --graph' },
    {
      description: 'The last three of a branch',
      command: '<%= config.bin %> <%= command.id %> billing@-2:billing@head',
    },
  ];

  protected async execute(): Promise<Report> {
    const { reportHistory } = await import('../graph-reports.ts');
    const [range, again] = [this.args.range, this.flags.range].filter((given) => given !== undefined);
    if (again !== undefined) fail('invalid-usage', { reason: 'the range is said twice', instead: 'Leave out -r.' });
    const project = await this.project();
    const asks = this.flags['indicate-current'] || this.flags.url !== undefined;
    const status = asks ? await (await import('../current.ts')).askStatus(project, this.flags) : undefined;
    return reportHistory(project.graph, range, { ...this.flags, current: status?.heads });
  }
}
