import { Args } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { replayFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Prove extends MigsqlCommand<typeof Prove> {
  static override summary = 'Prove that downgrades lead back to where the upgrades began.';
  static override description =
    'Each revision is upgraded and downgraded on the schema that the migrations before it make, without a database. exact: ' +
    'all comes back; lossy: the schema does, but not all rows; unproved: the schema does, but hand-written SQL may do more; ' +
    'impossible: there is no way back; broken: the downgrade leads elsewhere, and the run ends with 1.';
  static override usage = 'prove [[FROM]:[TO]]';
  static override args = {
    range: Args.string({ description: 'Revisions from FROM to TO; either may be left out.', ignoreStdin: true }),
  };
  static override flags = {
    dialect: replayFlag(),
  };
  static override examples = [
    { description: 'Every revision', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'What came after a release', command: '<%= config.bin %> <%= command.id %> ae1027a6acf0:' },
  ];

  protected async execute(): Promise<Report> {
    const { proveRange } = await import('../prove.ts');
    return proveRange(await this.project(), this.args.range, this.flags.dialect);
  }
}
