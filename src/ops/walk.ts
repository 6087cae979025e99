/** What the data of ops has in common, for those who go through all of it. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether what a field holds is keyed by columns, which may have any name. */
export const isByColumn = (field: string): boolean => field === 'set' || field === 'types';

/** A value, whatever it holds. */
export const isDocument = (record: Readonly<Record<string, unknown>>): boolean => 'json' in record;
