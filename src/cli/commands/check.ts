import { Flags } from '@oclif/core';
import { fail } from '../../errors.ts';
import { MigsqlCommand } from '../command.ts';
import { urlFlag } from '../database-flags.ts';
import { checkFormatFlag, contextFlag, dialectFlag, ruleFlag } from '../flags.ts';
import type { Report } from '../report.ts';

export class Check extends MigsqlCommand<typeof Check> {
  static override summary = 'Check the project, for a pipeline: ends with 1 where something is wrong.';
  static override description =
    'All rules that docs/cli.md lists are looked at, and everything that is found is told with its file and line. No database ' +
    'is asked. With --schema alone: whether the migrations make the schema that the config says is wanted; the ops that are ' +
    'still to be done are printed.';
  static override usage = 'check [--only RULE...] [--skip RULE...] [--base REF] [--merge-with REF...] [--format FORMAT]';
  static override flags = {
    only: ruleFlag({ description: 'Look by these rules alone.', multiple: true, multipleNonGreedy: true }),
    skip: ruleFlag({ description: 'Leave a rule out.', multiple: true, multipleNonGreedy: true }),
    format: checkFormatFlag({
      description: "For people, for programs, as commands of GitHub's workflows, or for code scanning. Default: text.",
    }),
    base: Flags.string({
      description: 'The main branch, for the rule late. Default: origin/main, or main.',
      helpValue: 'REF',
    }),
    'merge-with': Flags.string({
      description: 'Look at heads, labels and conflicts as if another branch of git were merged.',
      helpValue: 'REF',
      multiple: true,
      multipleNonGreedy: true,
    }),
    schema: Flags.boolean({ description: 'Compare with the schema that is wanted, and print what is to be done.', exclusive: ['only', 'skip', 'format', 'base', 'merge-with'] }),
    url: urlFlag({ description: 'Look whether every revision is applied in a database, and nothing else.', exclusive: ['only', 'skip', 'format', 'base', 'merge-with', 'schema'] }),
    dialect: dialectFlag({ description: 'In one dialect; in all of the config unless said.' }),
    context: contextFlag('For which contexts the schema is the wanted one. Default: as the config says.'),
  };
  static override examples = [
    { description: 'Everything', command: '<%= config.bin %> <%= command.id %>' },
    { description: 'For GitHub, beside the lines of a pull request', command: '<%= config.bin %> <%= command.id %> --format github' },
    { description: 'Branches are merged, and nothing else', command: '<%= config.bin %> <%= command.id %> --only heads' },
    { description: 'Nobody forgot a migration', command: '<%= config.bin %> <%= command.id %> --schema' },
  ];

  protected async execute(): Promise<Report> {
    const { schema, url, dialect, json, only = [], skip = [], format = 'text', base, 'merge-with': mergeWith = [] } = this.flags;
    if (json && format !== 'text' && format !== 'json') {
      fail('invalid-usage', { reason: `stdout cannot be ${format} and JSON`, instead: 'Leave out --json.' });
    }
    if (url !== undefined) {
      const { checkDatabase } = await import('../current.ts');
      return checkDatabase(await this.project(), { url, dialect, json });
    }
    if (schema) {
      const { checkSchema } = await import('../check-schema.ts');
      return checkSchema(await this.project(), dialect);
    }
    const { runCheck } = await import('../check/run-check.ts');
    return runCheck(await this.projectConfig(), { only, skip, dialect, base, mergeWith, format });
  }
}
