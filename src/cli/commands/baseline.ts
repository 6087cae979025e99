import { Flags } from '@oclif/core';
import { fail } from '../../errors.ts';
import { MigsqlCommand } from '../command.ts';
import { exceptFlag, schemasFlag, urlFlag } from '../database-flags.ts';
import type { Report } from '../report.ts';
import { givenScript, scriptFlags } from '../script-flags.ts';

export class Baseline extends MigsqlCommand<typeof Baseline> {
  static override summary = 'Write the first migration of a database that is there already.';
  static override description =
    'Its catalogue is read and written as ops; the file is read back and held against what was read, and the database is told that it has it, ' +
    'which is all that is changed there. Only for a project without migrations. What no op has words for is a comment of the file, and told on stderr.';
  static override usage = 'baseline [--url URL] [-m MESSAGE] [--schema NAME...] [--except NAME...] [--no-stamp|--sql [-o FILE]]';
  static override flags = {
    url: urlFlag(),
    message: Flags.string({ char: 'm', description: 'The title of the migration.', helpValue: 'MESSAGE', default: 'baseline' }),
    id: Flags.string({ aliases: ['rev-id'], description: 'Its id, instead of 12 random hexadecimal digits.', helpValue: 'ID' }),
    schema: schemasFlag(),
    except: exceptFlag(),
    stamp: Flags.boolean({ allowNo: true, default: true, description: 'Tell the database that it has it.' }),
    sql: Flags.boolean({ description: 'Write the script that does so instead.' }),
    output: Flags.string({ char: 'o', description: 'With --sql: write there instead of stdout.', helpValue: 'FILE' }),
    ...scriptFlags,
  };
  static override ofOneTarget = 'a migration is written in one target';
  static override examples = [
    { description: 'The database of the config', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'Without writing to it', command: '<%= config.bin %> <%= command.id %> --sql -o stamp.sql' },
    { description: 'Without the table of another program', command: '<%= config.bin %> <%= command.id %> --except flyway_schema_history' },
  ];

  protected async execute(): Promise<Report | void> {
    const { flags } = this;
    if (flags.sql && !flags.stamp) fail('invalid-usage', { reason: '--sql is the script that stamps, and --no-stamp asks for none', instead: 'Leave one of them out.' });
    if (flags.output !== undefined && !flags.sql) fail('invalid-usage', { reason: '-o is where the script goes, and none is written', instead: 'Add --sql, or leave it out.' });
    const { writeBaseline } = await import('../baseline.ts');
    return writeBaseline(await this.project(), { ...flags, script: givenScript(flags) });
  }
}
