import { Args, Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { urlFlag } from '../database-flags.ts';
import { contextFlag, dialectFlag, transactionFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Rehearse extends MigsqlCommand<typeof Rehearse> {
  static override summary = 'Try a range on a scratch database: up, down and up again.';
  static override description =
    'Behind each way the database is compared with what the migrations make. Without --url it runs within this process: SQLite, or PGlite for ' +
    "PostgreSQL where it is installed. The log names the SHA-256 of each way's script, for the ticket. Ends with 1 where something differs or stops.";
  static override usage = 'rehearse [[FROM:]TO] [--url URL [--wipe]] [--dialect NAME] [-o FILE]';
  static override args = {
    range: Args.string({ description: 'Targets, as for render; the scratch database is brought to FROM first. Default: base:heads.', ignoreStdin: true }),
  };
  static override flags = {
    url: urlFlag({ description: 'An empty database. Never that of the config.' }),
    wipe: Flags.boolean({ description: 'Everything in the database of --url may go.', dependsOn: ['url'] }),
    downgrade: Flags.boolean({ allowNo: true, default: true, description: 'Go down and up again as well.' }),
    dialect: dialectFlag({ description: 'Without --url: whose. Default: the first of the config.' }),
    transaction: transactionFlag({ description: 'How far one transaction reaches. Default: as the config says.' }),
    context: contextFlag('What the database is for. Default: as the config says.'),
    output: Flags.string({ char: 'o', description: 'Write the log there.', helpValue: 'FILE' }),
  };
  static override examples = [
    { description: 'The whole history', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'What a ticket brings, with the log beside it', command: '<%= config.bin %> <%= command.id %> ae10:head -o rehearsal.txt' },
    { description: 'On a server', command: '<%= config.bin %> <%= command.id %> --url sqlite:scratch.db --wipe' },
  ];

  protected override fillsStdout(): boolean {
    return false;
  }

  protected async execute(): Promise<Report> {
    const { runRehearsal } = await import('../rehearse.ts');
    const { flags, args } = this;
    return runRehearsal(await this.project(), { ...flags, range: args.range });
  }
}
