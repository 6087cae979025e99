/** The languages of migrations, by the endings of their files. */
export const MIGRATION_FORMATS = ['ts', 'sql'] as const;

export type MigrationFormat = (typeof MIGRATION_FORMATS)[number];
