import { MigsqlCommand } from '../command.ts';
import { verboseFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Branches extends MigsqlCommand<typeof Branches> {
  static override summary = 'List the branch points: revisions that several revise.';
  static override description = 'Below each stand those that revise it, which begin its branches.';
  static override flags = { verbose: verboseFlag() };
  static override examples = [
    { description: 'Where do lines part?', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'All that is known of them', command: '<%= config.bin %> <%= command.id %> --verbose' },
  ];

  protected async execute(): Promise<Report> {
    const { reportBranches } = await import('../graph-reports.ts');
    return reportBranches((await this.project()).graph, this.flags.verbose);
  }
}
