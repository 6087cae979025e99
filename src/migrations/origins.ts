import type { Diagnostic, Place } from '../diagnostics.ts';
import { problem } from '../errors.ts';

/**
 * Problems of ops, and of the reason of an irreversible step, whose origin no builder wrote: places are shown, and files
 * are opened by them, so that they must lie in the files that the migration is made of.
 */
export function checkOrigins(
  value: unknown,
  files: ReadonlySet<string>,
  placeOf: () => Place,
): readonly Diagnostic[] {
  if (Array.isArray(value)) return value.flatMap((each) => checkOrigins(each, files, placeOf));
  if (!isObject(value)) return [];
  const { op = 'irreversible', origin } = value;
  const reason = 'migsql writes it; leave it out';
  return [
    ...(origin === undefined || isPlaceIn(origin, files)
      ? []
      : [problem('invalid-op', { op: String(op), path: 'origin', reason }, placeOf())]),
    ...nestedIn(value).flatMap((each) => checkOrigins(each, files, placeOf)),
  ];
}

/** The ops that an op holds; none of them is checked yet. */
function nestedIn({ op, ops, cases, changes, undo, effect }: Readonly<Record<string, unknown>>): readonly unknown[] {
  switch (op) {
    case 'forDialect':
      return isObject(cases) ? Object.values(cases) : [];
    case 'rebuildTable':
      return [changes];
    case 'onlyIf':
      return [ops];
    case 'custom':
      return [undo, isObject(effect) ? effect['ops'] : undefined];
    default:
      return [];
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isPlaceIn(origin: unknown, files: ReadonlySet<string>): boolean {
  if (!isObject(origin)) return false;
  const { file, line, column } = origin;
  return typeof file === 'string' && files.has(file) && [line, column].every((each) => each === undefined || isCount(each));
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0;
