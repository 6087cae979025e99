import { Flags } from '@oclif/core';

/** What is said of a new migration, by whichever command writes it. */
export const revisionFlags = {
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
  id: Flags.string({
    aliases: ['rev-id'],
    description: 'Its id, instead of 12 random hexadecimal digits.',
    helpValue: 'ID',
  }),
  sql: Flags.boolean({ allowNo: true, description: 'Write a .sql file instead of TypeScript. Default: as the config says.' }),
  folder: Flags.string({
    aliases: ['version-path'],
    description: 'One of the migration folders. Default: the one that holds the parent, or else the first.',
    helpValue: 'FOLDER',
  }),
  edit: Flags.boolean({ char: 'e', description: 'Open it in $VISUAL or $EDITOR.' }),
};

interface GivenFlags {
  readonly splice: boolean;
  readonly 'branch-label': readonly string[] | undefined;
  readonly 'depends-on': readonly string[] | undefined;
  readonly id: string | undefined;
  readonly sql: boolean | undefined;
  readonly folder: string | undefined;
}

/** The same, as `addRevision` takes it. */
export const givenRevision = ({ id, splice, sql, folder, ...lists }: GivenFlags) => ({
  id,
  splice,
  folder,
  branchLabels: lists['branch-label'] ?? [],
  dependsOn: lists['depends-on'] ?? [],
  format: sql === undefined ? undefined : sql ? ('sql' as const) : ('ts' as const),
});
