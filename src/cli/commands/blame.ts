import { Args, Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { contextFlag, replayFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Blame extends MigsqlCommand<typeof Blame> {
  static override summary = 'Show which revision and line made each part of a table what it is.';
  static override description =
    'NAME is a table, one of its columns, constraints or indexes as table.part, or the name of anything else; with its ' +
    'schema before it where it has one. The migrations are replayed: no database is asked.';
  static override args = {
    name: Args.string({ description: 'A table, table.column, or another name.', required: true, ignoreStdin: true }),
  };
  static override flags = {
    at: Flags.string({ description: 'The revision whose schema is asked.', helpValue: 'TARGET', default: 'heads' }),
    dialect: replayFlag(),
    context: contextFlag(),
  };
  static override examples = [
    { description: 'A table and all of its parts', command: '<%= config.bin %> <%= command.id %> account' },
    { description: 'One column', command: '<%= config.bin %> <%= command.id %> account.balance' },
  ];

  protected async execute(): Promise<Report> {
    const { blame } = await import('../blame.ts');
    const { at, dialect } = this.flags;
    return blame(await this.project(), { name: this.args.name, at, dialect });
  }
}
