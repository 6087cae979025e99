import { MigsqlCommand } from '../command.ts';
import { verboseFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Bases extends MigsqlCommand<typeof Bases> {
  static override summary = 'List the bases: revisions that revise nothing.';
  static override description = 'Each begins a line of its own. It may depend on others.';
  static override flags = { verbose: verboseFlag() };
  static override examples = [
    { description: 'Where does each line begin?', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'How many lines are there?', command: '<%= config.bin %> bases | wc -l' },
  ];

  protected async execute(): Promise<Report> {
    const { reportBases } = await import('../graph-reports.ts');
    return reportBases((await this.project()).graph, this.flags.verbose);
  }
}
