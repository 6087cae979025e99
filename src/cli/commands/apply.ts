import { Args, Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { urlFlag } from '../database-flags.ts';
import { contextFlag, directionFlag, transactionFlag, variableFlag } from '../flags.ts';
import type { Report } from '../report.ts';
import { givenOf } from '../script-flags.ts';

export class Apply extends MigsqlCommand<typeof Apply> {
  static override changesDatabase = true;
  static override summary = 'Run the migrations between where a database is and a revision.';
  static override description =
    'The statements are those that render would write, in the same blocks. TO may be above or below; FROM, where it is given, must be where the ' +
    'database is. What will run is shown and asked for first. Where a run stops, nothing of its block is left; run it again to go on.';
  static override usage = 'apply [[FROM:]TO] [--url URL] [--dry-run] [--yes]';
  static override args = {
    range: Args.string({ description: 'Targets, as for render; -1 is one step back from where the database is. Default: heads.', ignoreStdin: true }),
  };
  static override flags = {
    url: urlFlag(),
    'dry-run': Flags.boolean({ description: 'Say what would run, and change nothing.' }),
    yes: Flags.boolean({ char: 'y', description: 'Go on without asking.' }),
    script: Flags.string({ helpValue: 'FILE', description: 'Run the plan of a script that was reviewed; it must still be what render writes.', dependsOn: ['sha256'], exclusive: ['transaction', 'context', 'direction'] }),
    sha256: Flags.string({ helpValue: 'HASH', description: 'Its SHA-256, as the review names it.', dependsOn: ['script'] }),
    direction: directionFlag({ description: 'Needed only where the graph leaves it open.' }),
    transaction: transactionFlag({ description: 'How far one transaction reaches. Default: as the config says.' }),
    'lock-timeout': Flags.integer({ min: 0, max: 86_400, helpValue: 'SECONDS', description: 'Wait so long for a lock; 0: no limit. Default: 5.' }),
    'statement-timeout': Flags.integer({ min: 0, max: 86_400, helpValue: 'SECONDS', description: 'Let a statement take so long; 0: no limit. Default: 0.' }),
    retries: Flags.integer({ min: 0, max: 100, helpValue: 'N', description: 'Try a block again that met a lock or lost a deadlock. Default: 3.' }),
    lock: Flags.boolean({ allowNo: true, description: 'Keep a second run out.' }),
    ledger: Flags.boolean({ allowNo: true, description: 'Write what was run, when and by whom, to migsql_ledger. Default: it is.' }),
    tag: Flags.string({ helpValue: 'TEXT', description: 'A word for the ledger: the number of a ticket.' }),
    'from-statement': Flags.integer({ min: 1, helpValue: 'N', description: 'Begin the first step with its statement N, whatever the ledger says of it.' }),
    context: contextFlag('What the database is for. Default: as the config says.'),
    variable: variableFlag({ char: 'v', multiple: true, multipleNonGreedy: true }),
  };
  static override examples = [
    { description: 'What would run', command: '<%= config.bin %> <%= command.id %> --dry-run' },
    { description: 'All that is not applied yet, in another database', command: '<%= config.bin %> <%= command.id %> --url sqlite:copy.db --yes' },
    { description: 'As far as a revision', command: '<%= config.bin %> <%= command.id %> ae10 --yes' },
    { description: 'Only from where the review began', command: '<%= config.bin %> <%= command.id %> ae10:head --yes --tag OPS-1234' },
    { description: 'One step back', command: '<%= config.bin %> <%= command.id %> --yes -- -1' },
  ];

  protected async execute(): Promise<Report> {
    const { runApply } = await import('../apply.ts');
    const { flags, args } = this;
    const project = await this.project();
    const { script } = project.config;
    const options = givenOf({
      lock: flags.lock,
      lockTimeout: flags['lock-timeout'] ?? script.lockTimeout,
      statementTimeout: flags['statement-timeout'] ?? script.statementTimeout,
      retries: flags.retries,
      ledger: flags.ledger,
      tag: flags.tag,
      fromStatement: flags['from-statement'],
    });
    return runApply(project, { ...flags, range: args.range, options });
  }
}
