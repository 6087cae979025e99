import type { Place } from '../diagnostics.ts';
import type { Migration } from '../migration.ts';

/** As git names a file of another branch: `feature:migrations/a.ts`. */
export const fileInRef = (file: string, ref: string | undefined): string => (ref === undefined ? file : `${ref}:${file}`);

export const placeInRef = (place: Place, ref: string | undefined): Place => ({ ...place, file: fileInRef(place.file, ref) });

/** A migration whose ops say where they are written in another branch. */
export const migrationInRef = (migration: Migration, ref: string): Migration => ({
  ...migration,
  file: fileInRef(migration.file, ref),
  upgrade: withOrigins(migration.upgrade, ref),
  downgrade: withOrigins(migration.downgrade, ref),
});

function withOrigins<T>(value: T, ref: string): T {
  if (Array.isArray(value)) return value.map((each) => withOrigins(each, ref)) as T;
  // A JSON document is a value, whatever it holds.
  if (typeof value !== 'object' || value === null || 'json' in value) return value;
  const fields = Object.entries(value).map(([key, field]) => [key, key === 'origin' && isPlace(field) ? placeInRef(field, ref) : withOrigins(field, ref)]);
  return Object.fromEntries(fields) as T;
}

const isPlace = (value: unknown): value is Place => typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string';
