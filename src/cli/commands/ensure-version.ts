import { fail } from '../../errors.ts';
import { MigsqlCommand } from '../command.ts';
import { databaseOrScriptFlags } from '../database-or-script-flags.ts';
import type { Report } from '../report.ts';
import { givenScript } from '../script-flags.ts';

export class EnsureVersion extends MigsqlCommand<typeof EnsureVersion> {
  static override changesDatabase = true;
  static override summary = 'Make the version table where it is missing.';
  static override description = 'What it holds stays. With --sql nothing connects to a database, and the script that does it is written.';
  static override usage = 'ensure-version [--url URL] | --sql [--dialect NAME...] [-o FILE|DIR]';
  static override flags = databaseOrScriptFlags;
  static override examples = [
    { description: 'In the database of the config', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'As a script', command: '<%= config.bin %> <%= command.id %> --sql --dialect oracle' },
  ];

  protected override fillsStdout(): boolean {
    return this.flags.sql;
  }

  protected async execute(): Promise<Report | void> {
    const { flags } = this;
    const project = await this.project();
    const { makeVersionTable, versionTableScript } = await import('../ensure-version.ts');
    if (flags.sql) return versionTableScript(project, { ...flags, script: givenScript(flags) });
    if (flags.output !== undefined) fail('invalid-usage', { reason: 'the table is made in a database, and no file is written', instead: 'Add --sql for the script, or leave out -o.' });
    return makeVersionTable(project, flags);
  }
}
