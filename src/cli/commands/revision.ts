import { Flags } from '@oclif/core';
import { MigsqlCommand } from '../command.ts';
import { type DatabaseFlags, urlFlag } from '../database-flags.ts';
import { contextFlag, dialectFlag, renameFlag } from '../flags.ts';
import type { Report } from '../report.ts';
import { givenRevision, revisionFlags } from '../revision-flags.ts';

export class Revision extends MigsqlCommand<typeof Revision> {
  static override summary = 'Write a new migration file.';
  static override description =
    'It revises the head. Where there are several, say which one, or all of them to merge them. The whole graph is ' +
    'checked before anything is written, and no file is overwritten. With --autogenerate the migrations are replayed and ' +
    'compared with the wanted schema, or a database is that they made; names that may be new ones for what is there are asked on a ' +
    'terminal, and never guessed.';
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
    ...revisionFlags,
    autogenerate: Flags.boolean({ description: 'Fill it with the ops that lead to the schema that the config says is wanted.' }),
    url: urlFlag({ description: 'With --autogenerate: compare this database, which must be where the migration goes on, and have no drift. No password.', dependsOn: ['autogenerate'] }),
    'from-database': Flags.boolean({ description: 'The same with the database of the config.', dependsOn: ['autogenerate'] }),
    rename: renameFlag('With --autogenerate: '),
    dialect: dialectFlag({ description: 'With --autogenerate: whose ops are compared; the first of the config unless said.' }),
    context: contextFlag('With --autogenerate: whose migrations are replayed. Default: as the config says.'),
  };
  static override ofOneTarget = 'a migration is written for one target, and looked at with its graph';
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
    {
      description: 'Begin a second branch below the head',
      command: '<%= config.bin %> <%= command.id %> -m hotfix --revises ae10 --splice',
    },
    {
      description: 'Write it in an editor',
      command: "<%= config.bin %> <%= command.id %> -m 'add orders' --revises reports@head --edit",
    },
  ];

  protected async execute(): Promise<Report> {
    const { addRevision } = await import('../new-revision.ts');
    const { message, revises = [], edit, json, dialect, rename = [] } = this.flags;
    const canAsk = process.stdin.isTTY && process.stderr.isTTY && !json;
    return addRevision(await this.project(), { ...givenRevision(this.flags), message, parents: revises }, {
      edit,
      json,
      ...(this.flags.autogenerate && { autogenerate: { dialect, rename, canAsk, database: this.database() } }),
    });
  }

  /** Which database is compared; none where that is not asked for. */
  private database(): DatabaseFlags | undefined {
    const { url, dialect, json, 'from-database': isAsked } = this.flags;
    return url !== undefined || isAsked ? { url, dialect, json } : undefined;
  }
}
