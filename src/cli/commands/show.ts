import { Args } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { contextFlag, dialectFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Show extends MigsqlCommand<typeof Show> {
  static override summary = 'Show all that is known of a revision.';
  static override description =
    'REVISION is a target: an id or its beginning, a label, head, label@head, ae10-1 … Its place in the graph, and ' +
    'its ops in the dialect of the config, with what hand-written SQL among them reads and changes.';
  static override args = {
    revision: Args.string({ description: 'The revision, or several with commas.', required: true, ignoreStdin: true }),
  };
  static override flags = {
    dialect: dialectFlag({ char: 'd', description: 'Show the SQL of each op in this dialect as well.' }),
    context: contextFlag('Show what a script for these holds: of a revision for others, nothing.'),
  };
  static override examples = [
    { description: 'By the beginning of its id', command: '<%= config.bin %> <%= command.id %> ae10' },
    { description: 'The head of a branch', command: '<%= config.bin %> <%= command.id %> billing@head' },
    { description: 'With its SQL', command: '<%= config.bin %> <%= command.id %> head --dialect oracle' },
  ];

  protected async execute(): Promise<Report> {
    const { reportRevisions } = await import('../graph-reports.ts');
    const { dialect, context } = this.flags;
    return reportRevisions(await this.project(), this.args.revision, { dialect, context });
  }
}
