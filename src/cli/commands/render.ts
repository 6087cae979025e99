import { Args, Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { contextFlag, dialectsFlag, directionFlag, formatFlag, transactionFlag, variableFlag } from '../flags.ts';
import type { Report } from '../report.ts';
import { givenOf, givenScript, scriptFlags } from '../script-flags.ts';

export class Render extends MigsqlCommand<typeof Render> {
  static override summary = 'Write the SQL script that leads from one revision to another.';
  static override description =
    'FROM is where the database is: base when left out, several current heads with commas. TO is above it or below ' +
    'it. Only the script goes to stdout. -1 and the like are counted from FROM: write ae10:-1.';
  static override usage = 'render [FROM:]TO [--dialect NAME...] [-o FILE|DIR] [--check]';
  static override args = {
    range: Args.string({
      description: 'Targets: base, head, heads, an id or its beginning, label, label@head, ae10+2, +1, -1.',
      required: true,
      ignoreStdin: true,
    }),
  };
  static override flags = {
    dialect: dialectsFlag(
      'postgresql, mysql, mariadb, mssql, oracle or sqlite; may be given several times. Default: as the config says.',
    ),
    output: Flags.string({
      char: 'o',
      description: 'Write there instead of stdout. In a folder each dialect has a file of its name.',
      helpValue: 'FILE|DIR',
    }),
    check: Flags.boolean({ description: 'Write nothing; fail when the files at -o are not what would be written.' }),
    rollback: Flags.boolean({ allowNo: true, description: 'Write the script that leads back as well, beside it: NAME.rollback.sql.' }),
    'rollback-prefixes': Flags.boolean({ description: 'As --rollback, and a script for each part that may be committed when it stops.' }),
    ticket: Flags.boolean({ description: 'Write the folder -o for a ticket: migrate.sql, rollback.sql, plan.json, SHA256SUMS.' }),
    format: formatFlag({ description: 'A script, or the plan that it is made of.' }),
    transaction: transactionFlag({ description: 'How far one transaction reaches. Default: as the config says.' }),
    direction: directionFlag({ description: 'Needed only where the graph leaves it open.' }),
    idempotent: Flags.boolean({ description: 'Run what is not applied yet, whatever is.', exclusive: ['resumable'] }),
    resumable: Flags.boolean({ description: 'Go on behind the last statement that is there (MySQL, MariaDB, Oracle).' }),
    ledger: Flags.boolean({ allowNo: true, description: 'Write what was run, when and by whom, to migsql_ledger.' }),
    'from-step': Flags.integer({ min: 1, helpValue: 'N', description: 'Begin a resumable script with its block N, whatever its ledger says of those before.' }),
    ...scriptFlags,
    context: contextFlag('What the script is for: migrations for other contexts are passed without their ops. Default: as the config says.'),
    variable: variableFlag({ char: 'v', multiple: true, multipleNonGreedy: true }),
    'no-cache': Flags.boolean({ description: 'Evaluate everything anew, and keep nothing.' }),
  };
  static override examples = [
    {
      description: 'The whole history for one database',
      command: '<%= config.bin %> <%= command.id %> base:head --dialect mssql',
    },
    {
      description: 'What a database at ae10 lacks',
      command: '<%= config.bin %> <%= command.id %> ae10:head -o upgrade.sql',
    },
    { description: 'The last step back', command: '<%= config.bin %> <%= command.id %> head:-1' },
    {
      description: 'For several databases at once',
      command: '<%= config.bin %> <%= command.id %> heads --dialect mssql --dialect oracle -o scripts/',
    },
    {
      description: 'The folder to attach to a ticket, with the way back',
      command: '<%= config.bin %> <%= command.id %> ae10:head --dialect mssql --ticket -o ticket/',
    },
    {
      description: 'Fail a build when a committed script is out of date',
      command: '<%= config.bin %> <%= command.id %> heads -o scripts/mssql.sql --dialect mssql --check',
    },
  ];

  protected async execute(): Promise<Report | void> {
    const { renderRange } = await import('../render-range.ts');
    const { flags } = this;
    const form = flags.idempotent ? ('idempotent' as const) : flags.resumable ? ('resumable' as const) : undefined;
    const script = { ...givenScript(flags), ...givenOf({ form, ledger: flags.ledger, fromStep: flags['from-step'] }) };
    return renderRange(await this.project(!flags['no-cache']), { range: this.args.range, ...flags, script });
  }
}
