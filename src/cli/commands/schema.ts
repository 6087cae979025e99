import { Args, Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { contextFlag, replayFlag, schemaFormatFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Schema extends MigsqlCommand<typeof Schema> {
  static override summary = 'Show the schema that the migrations make, at any revision.';
  static override description =
    'The migrations up to TARGET are replayed: no database is asked. sql: the statements that make it out of nothing; json: ' +
    'data for programs; ts: a module of definitions, which the config key schema takes; mermaid, svg: a picture of the tables and ' +
    'their foreign keys, with --since of what has changed.';
  static override args = {
    target: Args.string({ description: 'A target, or the path of what says a schema.', default: 'heads', ignoreStdin: true }),
  };
  static override flags = {
    format: schemaFormatFlag({ description: 'The form.', default: 'sql' }),
    since: Flags.string({
      description: 'With mermaid or svg: a target, or the path of what says a schema; what has changed since then is marked.',
      helpValue: 'TARGET',
    }),
    dialect: replayFlag(),
    context: contextFlag(),
  };
  static override examples = [
    { description: 'At the head, as SQL', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'What a revision changed, as a picture', command: '<%= config.bin %> <%= command.id %> ae10 --since 1975 --format svg > change.svg' },
    { description: 'Begin a module of definitions', command: '<%= config.bin %> <%= command.id %> --format ts > schema.ts' },
  ];

  protected async execute(): Promise<Report> {
    const { reportSchema } = await import('../schema-report.ts');
    const { format, dialect, since } = this.flags;
    return reportSchema(await this.project(), { of: this.args.target, format, dialect, since });
  }
}
