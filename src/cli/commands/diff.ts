import { Args, Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { contextFlag, renameFlag, replayFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Diff extends MigsqlCommand<typeof Diff> {
  static override summary = 'Show what leads from one schema to another.';
  static override description =
    'FROM and TO are targets, or the paths of what says a schema: a schema.sql, a module of definitions or of drizzle-orm ' +
    'tables, a folder of them. Without TO it is the schema that the config says is wanted. No database is asked.';
  static override args = {
    from: Args.string({ description: 'A target or a path.', required: true, ignoreStdin: true }),
    to: Args.string({ description: 'A target or a path; the wanted schema unless given.', ignoreStdin: true }),
  };
  static override flags = {
    sql: Flags.boolean({ description: 'Say it in SQL.' }),
    'exit-code': Flags.boolean({ description: 'End with 1 where there is a difference.' }),
    rename: renameFlag(),
    dialect: replayFlag(),
    context: contextFlag(),
  };
  static override examples = [
    { description: 'What a revision changed', command: '<%= config.bin %> <%= command.id %> 1975 ae10' },
    { description: 'In SQL', command: '<%= config.bin %> <%= command.id %> base head --sql' },
  ];

  protected async execute(): Promise<Report> {
    const { diff } = await import('../diff.ts');
    const { sql, rename = [], dialect } = this.flags;
    const { from, to } = this.args;
    return diff(await this.project(), { from, to, sql, rename, dialect, exitCode: this.flags['exit-code'] });
  }
}
