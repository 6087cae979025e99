import { Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { dialectsFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Current extends MigsqlCommand<typeof Current> {
  static override summary = 'Write the query that reads the current heads of a database.';
  static override description = 'They are the FROM of render, with commas. No rows mean base, and so does a version table that is missing.';
  static override usage = 'current --sql [--dialect NAME...]';
  static override flags = {
    sql: Flags.boolean({ description: 'Write the query. Nothing connects to a database.' }),
    dialect: dialectsFlag(),
  };
  static override examples = [
    { description: 'As the config says', command: '<%= config.bin %> <%= command.id %> --sql' },
    { description: 'For SQL Server', command: '<%= config.bin %> <%= command.id %> --sql --dialect mssql > current.sql' },
  ];

  protected async execute(): Promise<Report> {
    const { currentQueries } = await import('../current-queries.ts');
    return currentQueries((await this.project()).config, this.flags);
  }
}
