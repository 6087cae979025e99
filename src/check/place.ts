import type { ProjectRevision } from '../compiler.ts';
import type { Place } from '../diagnostics.ts';
import { placeOfField } from '../migrations/index.ts';

/** Where a revision is written, or a field of it. */
export function placeOf(revision: ProjectRevision, field?: string): Place {
  const { source, file, line } = revision;
  const place = field === undefined ? undefined : placeOfField(source, field);
  return inRef(place?.line === undefined ? { file, line } : place, revision);
}

/** As git names a file of another branch. */
export const inRef = (place: Place, { ref }: Pick<ProjectRevision, 'ref'>): Place =>
  ref === undefined ? place : { ...place, file: `${ref}:${place.file}` };
