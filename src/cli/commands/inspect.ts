import { Flags } from '@oclif/core';
import { MigsqlError } from '../../errors.ts';
import { MigsqlCommand } from '../command.ts';
import { exceptFlag, schemasFlag, urlFlag } from '../database-flags.ts';
import { schemaFormatFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Inspect extends MigsqlCommand<typeof Inspect> {
  static override summary = 'Show the schema of a database.';
  static override description =
    'Its catalogue is read, and nothing is changed. No project is needed. The tables that migsql keeps are left out; what a schema has no words for, ' +
    'such as extensions and partitions, is told on stderr. Formats are those of schema.';
  static override usage = 'inspect --url URL [--format FORMAT] [--schema NAME...] [--except TABLE...] [-o FILE]';
  static override flags = {
    url: urlFlag(),
    format: schemaFormatFlag({ description: 'The form.', default: 'sql' }),
    schema: schemasFlag(),
    except: exceptFlag(),
    output: Flags.string({ char: 'o', description: 'Write there instead of stdout.', helpValue: 'FILE' }),
  };
  static override examples = [
    { description: 'What is in it?', command: '<%= config.bin %> <%= command.id %> --url sqlite:shop.db' },
    { description: 'Begin a module of definitions with it', command: '<%= config.bin %> <%= command.id %> --url sqlite:shop.db --format ts -o schema.ts' },
    { description: 'As a picture, without what is of no interest', command: '<%= config.bin %> <%= command.id %> --except audit,sessions --format svg -o shop.svg' },
  ];

  protected async execute(): Promise<Report> {
    const { inspect } = await import('../inspect.ts');
    return inspect(await this.configIfAny(), this.flags);
  }

  /** One that is named must be there. */
  private async configIfAny() {
    try {
      return await this.projectConfig();
    } catch (error) {
      if (this.flags.config === undefined && error instanceof MigsqlError && error.code === 'no-config') return undefined;
      throw error;
    }
  }
}
