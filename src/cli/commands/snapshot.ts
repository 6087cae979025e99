import { Flags } from '@oclif/core';
import { fail } from '../../errors.ts';
import { MigsqlCommand } from '../command.ts';
import { dialectsFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Snapshot extends MigsqlCommand<typeof Snapshot> {
  static override summary = 'Write what each revision is rendered as, or compare with what was written.';
  static override description =
    'Each revision has a file for each dialect, with the SQL of its upgrade and of its downgrade, in the folder that the config ' +
    'names. With --check nothing is written: where a revision would now be rendered otherwise, since an old migration was ' +
    'edited or migsql has another version, the difference is shown, and the run ends with 1.';
  static override flags = {
    check: Flags.boolean({ description: 'Write nothing; fail where a revision would be rendered otherwise, or is gone.' }),
    strict: Flags.boolean({ description: 'With --check: fail where a revision has no snapshot as well.' }),
    prune: Flags.boolean({ description: 'Remove the snapshots whose revision is gone.', exclusive: ['check'] }),
    dialect: dialectsFlag(),
  };
  static override examples = [
    { description: 'After each new revision', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'Nobody edited an old migration', command: '<%= config.bin %> <%= command.id %> --check' },
    { description: 'And nobody forgot a snapshot', command: '<%= config.bin %> <%= command.id %> --check --strict' },
  ];

  protected async execute(): Promise<Report> {
    const { check, strict, prune, dialect } = this.flags;
    if (strict && !check) fail('invalid-usage', { reason: '--strict says how to check', instead: 'Add --check, or leave it out.' });
    const { takeSnapshots } = await import('../take-snapshots.ts');
    return takeSnapshots(await this.project(), { check, strict, prune, dialect });
  }
}
