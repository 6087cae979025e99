import { Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import type { Report } from '../report.ts';

export class Revision extends MigsqlCommand<typeof Revision> {
  static override summary = 'Write a new migration file.';
  static override description =
    'It revises the head. Where there are several, say which one, or all of them to merge them. The whole graph is ' +
    'checked before anything is written, and no file is overwritten.';
  static override usage =
    'revision -m MESSAGE [--revises TARGET...] [--branch-label LABEL...] [--depends-on TARGET...]';
  static override flags = {
    message: Flags.string({
      char: 'm',
      description: 'What it does, in a few words: its title.',
      helpValue: 'MESSAGE',
      required: true,
    }),
    revises: Flags.string({
      aliases: ['head'],
      description: 'What it revises, instead of the head; several make a merge; base begins a new line.',
      helpValue: 'TARGET',
      multiple: true,
      multipleNonGreedy: true,
    }),
    splice: Flags.boolean({ description: 'Allow a parent that is not a head, which makes a branch point.' }),
    'branch-label': Flags.string({
      description: 'A name for the line of revisions that begins here.',
      helpValue: 'LABEL',
      multiple: true,
      multipleNonGreedy: true,
    }),
    'depends-on': Flags.string({
      description: 'What must come first without being revised.',
      helpValue: 'TARGET',
      multiple: true,
      multipleNonGreedy: true,
    }),
    id: Flags.string({ description: 'Its id, instead of 12 random hexadecimal digits.', helpValue: 'ID' }),
    sql: Flags.boolean({ description: 'Write a .sql file instead of TypeScript.' }),
    folder: Flags.string({
      description: 'One of the migration folders. Default: the one that holds the parent, or else the first.',
      helpValue: 'FOLDER',
    }),
  };
  static override examples = [
    { description: 'On top of the head', command: "<%= config.bin %> <%= command.id %> -m 'add accounts'" },
    {
      description: 'On top of one of several heads',
      command: '<%= config.bin %> <%= command.id %> -m fees --revises billing@head',
    },
    { description: 'Merge all heads', command: '<%= config.bin %> <%= command.id %> -m merge --revises heads' },
    {
      description: 'Begin a line of its own',
      command: '<%= config.bin %> <%= command.id %> -m reports --revises base --branch-label reports',
    },
  ];

  protected async execute(): Promise<Report> {
    const { addRevision } = await import('../new-revision.ts');
    const { message, id, splice, sql, folder } = this.flags;
    return addRevision(await this.project(), {
      message,
      id,
      splice,
      folder,
      parents: this.flags.revises ?? [],
      dependsOn: this.flags['depends-on'] ?? [],
      branchLabels: this.flags['branch-label'] ?? [],
      format: sql ? 'sql' : 'ts',
    });
  }
}
