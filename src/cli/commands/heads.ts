import { MigsqlCommand } from '../command.ts';
import { verboseFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Heads extends MigsqlCommand<typeof Heads> {
  static override summary = 'List the heads: revisions that no other revises.';
  static override description =
    'Several heads are branches that were not merged yet. Only the sources are read; nothing is evaluated.';
  static override flags = { verbose: verboseFlag() };
  static override examples = [
    { description: 'Which revisions are on top?', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'Fail a build when there are two', command: 'test $(<%= config.bin %> heads | wc -l) -le 1' },
  ];

  protected async execute(): Promise<Report> {
    const { reportHeads } = await import('../graph-reports.ts');
    return reportHeads((await this.project()).graph, this.flags.verbose);
  }
}
