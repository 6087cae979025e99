import { Args } from '@oclif/core';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { CONFIG_NAMES } from '../../config.ts';
import { texts } from '../../ops/source.ts';
import { renderTemplate } from '../../template.ts';
import { MigsqlCommand, type Report } from '../command.ts';
import { dialectFlag } from '../flags.ts';
import { type NewFile, refuseExisting, writeNewFiles } from '../write-files.ts';

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
    const folder = resolve(this.args.folder);
    const file = (path: string, text: string): NewFile => {
      const absolute = join(folder, path);
      return { path: absolute, name: relative(process.cwd(), absolute), text: [text] };
    };
    refuseExisting(CONFIG_NAMES.map((name) => file(name, '')));
    const files = [
      file('migsql.config.ts', renderTemplate('init/migsql.config.ts.hbs', { dialect: texts(this.flags.dialect) })),
      // Git keeps no empty folders.
      ...(existsSync(join(folder, 'migrations')) ? [] : [file('migrations/.gitkeep', '')]),
    ];
    writeNewFiles(files);
    const written = files.map(({ name }) => name);
    const next = "Next: migsql revision -m 'create the first table'";
    return { data: { written }, lines: [...written.map((name) => `wrote ${name}`), next] };
  }
}
