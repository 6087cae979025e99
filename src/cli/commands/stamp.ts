import { Args, Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { fail } from '../../errors.ts';
import { databaseOrScriptFlags } from '../database-or-script-flags.ts';
import type { Report } from '../report.ts';
import { givenScript } from '../script-flags.ts';

export class Stamp extends MigsqlCommand<typeof Stamp> {
  static override changesDatabase = true;
  static override summary = 'Set the version table to other heads, and run no migration.';
  static override description =
    'For a database that was brought there in another way. It stops unless the version table holds what --from says, where that is given; with --purge ' +
    'it forgets whatever that holds. The table is made where it is missing. With --sql nothing connects to a database, and the script that does it is written: ' +
    'what the table holds must be said then.';
  static override usage = 'stamp TARGET... [--url URL] [--from HEADS|--purge] [--sql [--dialect NAME...] [-o FILE|DIR]]';
  static override args = {
    target: Args.string({
      description: 'What the database is at: heads, base, an id or its beginning, a label … Several are several heads.',
      required: true,
      multiple: true,
      ignoreStdin: true,
    }),
  };
  static override flags = {
    from: Flags.string({
      description: 'What the version table holds now: targets with commas; base when it is empty or missing.',
      helpValue: 'HEADS',
    }),
    purge: Flags.boolean({ description: 'Start from whatever it holds: all its rows go.', exclusive: ['from'] }),
    ...databaseOrScriptFlags,
  };
  static override examples = [
    { description: 'A database whose tables are there already', command: '<%= config.bin %> <%= command.id %> heads' },
    { description: 'The script that does it', command: '<%= config.bin %> <%= command.id %> heads --from base --sql --dialect mssql' },
    {
      description: 'A database that was restored from a backup of a release',
      command: '<%= config.bin %> <%= command.id %> ae10 --purge --sql --dialect mssql -o stamp.sql',
    },
  ];

  protected override fillsStdout(): boolean {
    return this.flags.sql;
  }

  protected async execute(): Promise<Report | void> {
    const { flags } = this;
    if (!flags.sql) {
      if (flags.output !== undefined) fail('invalid-usage', { reason: 'a database is stamped, and no file is written', instead: 'Add --sql for the script, or leave out -o.' });
      const { stampDatabase } = await import('../stamp-database.ts');
      return stampDatabase(await this.project(), { ...flags, targets: this.args.target });
    }
    const { stampScript } = await import('../stamp-script.ts');
    return stampScript(await this.project(), { ...flags, targets: this.args.target, script: givenScript(flags) });
  }
}
