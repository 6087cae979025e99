import { Flags } from '@oclif/core';
import { urlFlag } from './database-flags.ts';
import { dialectsFlag } from './flags.ts';
import { scriptFlags } from './script-flags.ts';

/** What is done in a database, or with `--sql` written as the script that does it. */
export const databaseOrScriptFlags = {
  url: urlFlag({ exclusive: ['sql'] }),
  sql: Flags.boolean({ description: 'Write the script. Nothing connects to a database.' }),
  dialect: dialectsFlag(),
  output: Flags.string({ char: 'o', description: 'Write there instead of stdout, as render does.', helpValue: 'FILE|DIR' }),
  ...scriptFlags,
};
