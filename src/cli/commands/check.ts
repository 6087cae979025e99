import { Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { dialectFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Check extends MigsqlCommand<typeof Check> {
  static override summary = 'Check the project, for a pipeline: ends with 1 where something is wrong.';
  static override description =
    'With --schema: whether the migrations make the schema that the config says is wanted; the ops that are still to be done ' +
    'are printed. No database is asked.';
  static override flags = {
    schema: Flags.boolean({ description: 'Compare with the schema that is wanted.', required: true }),
    dialect: dialectFlag({ description: 'In one dialect; in all of the config unless said.' }),
  };
  static override examples = [
    { description: 'Nobody forgot a migration', command: '<%= config.bin %> <%= command.id %> --schema' },
  ];

  protected async execute(): Promise<Report> {
    const { checkSchema } = await import('../check-schema.ts');
    return checkSchema(await this.project(), this.flags.dialect);
  }
}
