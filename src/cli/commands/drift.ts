import { Flags } from '@oclif/core';
import { fail } from '../../errors.ts';
import { MigsqlCommand } from '../command.ts';
import { exceptFlag, schemasFlag, urlFlag } from '../database-flags.ts';
import { contextFlag, fixFlag, renameFlag } from '../flags.ts';
import type { Report } from '../report.ts';
import { givenScript, scriptFlags } from '../script-flags.ts';

export class Drift extends MigsqlCommand<typeof Drift> {
  static override summary = 'Compare a database with what its migrations make: ends with 1 where it differs.';
  static override description =
    'The migrations are replayed as far as the database is, and compared with its catalogue. The ops of both ways are told: what was done to it, and ' +
    'what would undo that. --fix repair writes the script that brings the database back, --fix adopt the migration that makes what it has. Nothing is run.';
  static override usage = 'drift [--url URL] [--schema NAME...] [--except NAME...] [--fix repair [-o FILE]|--fix adopt [-m MESSAGE]]';
  static override flags = {
    url: urlFlag(),
    fix: fixFlag({ description: 'What to write against it.' }),
    schema: schemasFlag("A schema to look at, beside those that the migrations name. Default: the session's own."),
    except: exceptFlag(),
    rename: renameFlag(),
    context: contextFlag(),
    message: Flags.string({ char: 'm', description: 'With --fix adopt: the title of the migration.', helpValue: 'MESSAGE' }),
    output: Flags.string({ char: 'o', description: 'With --fix repair: write there instead of stdout.', helpValue: 'FILE' }),
    ...scriptFlags,
  };
  static override examples = [
    { description: 'Has somebody changed it by hand?', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'The script that undoes that', command: '<%= config.bin %> <%= command.id %> --fix repair -o repair.sql' },
    { description: 'The migration that keeps it', command: "<%= config.bin %> <%= command.id %> --fix adopt -m 'index of last night'" },
  ];

  protected override fillsStdout(): boolean {
    return this.flags.fix === 'repair';
  }

  protected async execute(): Promise<Report | void> {
    if (this.flags.fix === 'adopt' && this.flags['all-targets']) {
      fail('invalid-usage', { reason: 'a migration is written in one target', instead: 'Choose one: --target NAME.' });
    }
    const { runDrift } = await import('../drift.ts');
    const { rename = [], ...flags } = this.flags;
    return runDrift(await this.project(), { ...flags, rename, script: givenScript(flags) });
  }
}
