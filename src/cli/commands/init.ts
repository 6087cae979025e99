import { Args } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { dialectFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Init extends MigsqlCommand<typeof Init> {
  static override summary = 'Begin a project: a config file and a folder for migrations.';
  static override description = 'Nothing that exists is overwritten.';
  static override args = {
    folder: Args.string({ description: 'Where; made when it is missing.', default: '.', ignoreStdin: true }),
  };
  static override flags = {
    dialect: dialectFlag({
      char: 'd',
      default: ['postgresql'],
      description: 'What the project is rendered for; may be given several times.',
      multiple: true,
      multipleNonGreedy: true,
    }),
  };
  static override examples = [
    { description: 'In the current folder, for PostgreSQL', command: '<%= config.bin %> <%= command.id %>' },
    {
      description: 'In a new folder, for two databases',
      command: '<%= config.bin %> <%= command.id %> database --dialect mssql --dialect oracle',
    },
  ];

  protected async execute(): Promise<Report> {
    const { initProject } = await import('../init-project.ts');
    return initProject(this.args.folder, this.flags.dialect);
  }
}
