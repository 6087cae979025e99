import { Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { urlFlag } from '../database-flags.ts';
import { dialectsFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Current extends MigsqlCommand<typeof Current> {
  static override summary = 'Tell the current heads of a database.';
  static override description =
    'They are the FROM of render, with commas. No rows mean base, and so does a version table that is missing. With --sql nothing connects to a ' +
    'database, and the query that reads them is written.';
  static override usage = 'current [--url URL] [--check-heads] | --sql [--dialect NAME...]';
  static override flags = {
    url: urlFlag(),
    'check-heads': Flags.boolean({ description: 'End with 1 unless every revision is applied.', exclusive: ['sql'] }),
    sql: Flags.boolean({ description: 'Write the query. Nothing connects to a database.', exclusive: ['url'] }),
    dialect: dialectsFlag(),
  };
  static override examples = [
    { description: 'Where the database of the config is', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'The query, as the config says', command: '<%= config.bin %> <%= command.id %> --sql' },
    { description: 'For SQL Server', command: '<%= config.bin %> <%= command.id %> --sql --dialect mssql > current.sql' },
  ];

  protected async execute(): Promise<Report> {
    const { flags } = this;
    const project = await this.project();
    if (flags.sql) {
      const { currentQueries } = await import('../current-queries.ts');
      return currentQueries(project.config, flags.dialect);
    }
    const { reportCurrent } = await import('../current.ts');
    return reportCurrent(project, flags, flags['check-heads']);
  }
}
