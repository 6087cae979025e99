import { Args, Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import type { Report } from '../report.ts';
import { givenRevision, revisionFlags } from '../revision-flags.ts';

export class Merge extends MigsqlCommand<typeof Merge> {
  static override summary = 'Write a migration that merges heads.';
  static override description =
    'It revises all that are named, or all heads, and has no ops of its own until you write some. None of them may ' +
    'come before another. The ops that only one of them has are compared: where two conflict, as when both make one ' +
    'table, nothing is written, and both are named with their lines. What was found stands in a comment of the file.';
  static override usage = 'merge [TARGET...] [-m MESSAGE] [--branch-label LABEL...] [--dry-run] [--allow-conflicts]';
  static override args = {
    target: Args.string({ description: 'What to merge. Default: all heads.', multiple: true, ignoreStdin: true }),
  };
  static override flags = {
    message: Flags.string({ char: 'm', description: 'Its title. Default: the ids of what it merges.', helpValue: 'MESSAGE' }),
    'dry-run': Flags.boolean({ description: 'Write nothing; show the file, and what was found.' }),
    'allow-conflicts': Flags.boolean({ description: 'Write it where ops conflict as well.' }),
    ...revisionFlags,
  };
  static override ofOneTarget = 'heads are merged in the graph of one target';
  static override examples = [
    { description: 'What would it look like?', command: '<%= config.bin %> <%= command.id %> --dry-run' },
    { description: 'Two branches, and leave the others', command: '<%= config.bin %> <%= command.id %> billing@head stock@head' },
    { description: 'All heads', command: "<%= config.bin %> <%= command.id %> -m 'merge the week'" },
  ];

  protected async execute(): Promise<Report> {
    const { mergeRevisions } = await import('../merge-revisions.ts');
    const { message, edit, json, 'dry-run': dryRun, 'allow-conflicts': allowConflicts } = this.flags;
    const wanted = { ...givenRevision(this.flags), message, parents: this.args.target ?? [] };
    return mergeRevisions(await this.project(), wanted, { edit, json, dryRun, allowConflicts });
  }
}
