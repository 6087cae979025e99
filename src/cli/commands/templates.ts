import { Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import type { Report } from '../report.ts';

export class Templates extends MigsqlCommand<typeof Templates> {
  static override summary = 'List the templates that init begins a project with, and those that a project may have of its own.';
  static override description =
    'A folder of your own is one to begin with as well: migsql init --template ./path. What lays out migrations and scripts is copied ' +
    "by --eject into the folder that the config key 'templates' names, to be edited there.";
  static override usage = 'templates [--eject PATH...] [--force]';
  static override flags = {
    eject: Flags.string({ multiple: true, multipleNonGreedy: true, helpValue: 'PATH', description: 'Copy a template, or a folder of them, into the project.' }),
    force: Flags.boolean({ description: 'Overwrite what is in the way.', dependsOn: ['eject'] }),
  };
  static override examples = [
    { description: 'Which are there?', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'What stands at the top of a script', command: '<%= config.bin %> <%= command.id %> --eject script/header' },
    { description: 'All that lays out scripts for PostgreSQL', command: '<%= config.bin %> <%= command.id %> --eject script/postgresql' },
  ];

  protected async execute(): Promise<Report> {
    const { eject, force } = this.flags;
    const { ejectTemplates, fileTemplates } = await import('../eject-templates.ts');
    if (eject) return ejectTemplates(await this.projectConfig(), eject, force);
    const { initTemplates } = await import('../init-templates.ts');
    return listed(initTemplates(), fileTemplates());
  }
}

interface Listed {
  readonly description: string;
}

function listed(templates: readonly (Listed & { readonly name: string })[], files: readonly (Listed & { readonly path: string })[]): Report {
  const all = [...templates.map(({ name, description }) => ({ name, description })), ...files.map(({ path, description }) => ({ name: path, description }))];
  const width = Math.max(...all.map(({ name }) => name.length));
  return { data: { templates, files }, lines: all.map(({ name, description }) => `${name.padEnd(width)}  ${description}`) };
}
