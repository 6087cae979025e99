import { Args } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import type { Report } from '../report.ts';

export class Edit extends MigsqlCommand<typeof Edit> {
  static override summary = 'Open a migration in $VISUAL or $EDITOR.';
  static override description = 'The editor is a command line for the shell, which returns when the file is closed.';
  static override args = {
    revision: Args.string({ description: 'The revision: a target, such as ae10, billing or head.', required: true, ignoreStdin: true }),
  };
  static override ofOneTarget = 'an editor is opened for a migration of one target';
  static override examples = [
    { description: 'The head', command: '<%= config.bin %> <%= command.id %> head' },
    { description: 'By the beginning of its id', command: '<%= config.bin %> <%= command.id %> ae10' },
  ];

  protected async execute(): Promise<Report> {
    const { editRevision } = await import('../edit-revision.ts');
    return editRevision(await this.project(), this.args.revision, this.flags.json);
  }
}
