import type { Lowered } from '../dialect.ts';

/** No statement: where enums are no types of their own, their values stand in each column's type. */
export const enumInColumns = (): readonly Lowered[] => [];
