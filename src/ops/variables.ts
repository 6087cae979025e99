import type { Literal, Part } from '../sql/fragment.ts';
import { isByColumn, isDocument, isRecord } from './walk.ts';

/** What the config's variables are; one without a value has none yet. */
export type Variables = Readonly<Record<string, Literal | undefined>>;

/** The data of an op with the value of each variable that a fragment names, where there is one. */
export function withVariables<T>(value: T, variables: Variables, byColumn = false): T {
  if (Array.isArray(value)) return value.map((item) => withVariables(item, variables)) as T;
  if (!isRecord(value) || (!byColumn && isDocument(value))) return value;
  const filled = Object.entries(value).map(([key, field]) =>
    key === 'sql' && !byColumn && Array.isArray(field)
      ? [key, (field as readonly Part[]).map((part) => filledPart(part, variables))]
      : [key, withVariables(field, variables, !byColumn && isByColumn(key))],
  );
  return Object.fromEntries(filled) as T;
}

function filledPart(part: Part, variables: Variables): Part {
  if (typeof part === 'string' || !('variable' in part)) return withVariables(part, variables);
  const value = Object.hasOwn(variables, part.variable) ? variables[part.variable] : undefined;
  return value === undefined ? part : { literal: value };
}
