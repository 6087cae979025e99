import { MigsqlCommand } from '../command.ts';
import type { Report } from '../report.ts';

export class Templates extends MigsqlCommand<typeof Templates> {
  static override summary = 'List the templates that init begins a project with.';
  static override description = 'A folder of your own is one as well: migsql init --template ./path.';
  static override examples = [{ description: 'Which are there?', command: '<%= config.bin %> <%= command.id %>' }];

  protected async execute(): Promise<Report> {
    const { initTemplates } = await import('../init-templates.ts');
    const templates = initTemplates();
    const width = Math.max(...templates.map(({ name }) => name.length));
    return { data: { templates }, lines: templates.map(({ name, description }) => `${name.padEnd(width)}  ${description}`) };
  }
}
