import { Args, Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { dialectFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Init extends MigsqlCommand<typeof Init> {
  static override summary = 'Begin a project: a config file, folders for migrations, and the templates of what is written into them.';
  static override description = 
    'Nothing that exists is overwritten unless --force says so. A template is one of the list that migsql templates shows, or a folder ' +
    "of yours by its path, with a slash in it: what ends in .hbs is filled and loses that ending; what is in its folder templates/ stays as it is.";
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
    template: Flags.string({ char: 't', default: 'generic', description: 'What it begins with: a name, or the path of a folder.', helpValue: 'NAME|./PATH' }),
    force: Flags.boolean({ description: 'Overwrite files that are in the way.' }),
  };
  static override examples = [
    { description: 'In the current folder, for PostgreSQL', command: '<%= config.bin %> <%= command.id %>' },
    {
      description: 'In a new folder, for two databases',
      command: '<%= config.bin %> <%= command.id %> database --dialect mssql --dialect oracle',
    },
    { description: 'With migrations in SQL', command: '<%= config.bin %> <%= command.id %> plain --template sql' },
  ];

  protected async execute(): Promise<Report> {
    const { initProject } = await import('../init-project.ts');
    const { template, dialect: dialects, force } = this.flags;
    return initProject({ folder: this.args.folder, template, dialects, force });
  }
}
