import type { Project } from '../compiler.ts';
import type { DialectName } from '../sql/dialect-name.ts';

/** The dialect that is asked for, or the first of the config. */
export const chosenDialect = ({ config }: Pick<Project, 'config'>, asked: DialectName | undefined): DialectName =>
  asked ?? config.dialects[0] ?? 'postgresql';

/** The dialect that is asked for, or all of the config. */
export const chosenDialects = ({ config }: Pick<Project, 'config'>, asked: DialectName | undefined): readonly DialectName[] =>
  asked === undefined && config.dialects.length ? config.dialects : [asked ?? 'postgresql'];
