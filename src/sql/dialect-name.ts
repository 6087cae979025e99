export const DIALECT_NAMES = ['postgresql', 'mysql', 'mariadb', 'mssql', 'oracle', 'sqlite'] as const;

export type DialectName = (typeof DIALECT_NAMES)[number];

/** A value per dialect; `default` stands for the dialects not named. */
export type PerDialect<T> = { readonly [D in DialectName | 'default']?: T };

export function isDialectName(text: string): text is DialectName {
  return (DIALECT_NAMES as readonly string[]).includes(text);
}

export function chooseForDialect<T>(cases: PerDialect<T>, dialect: DialectName): T | undefined {
  return cases[dialect] ?? cases.default;
}
