import type { ProjectRevision } from '../compiler.ts';
import type { Place } from '../diagnostics.ts';
import { placeInRef, placeOfField } from '../migrations/index.ts';

/** Where a revision is written, or a field of it. */
export function placeOf({ source, line, ref }: ProjectRevision, field?: string): Place {
  const place = field === undefined ? undefined : placeOfField(source, field);
  return placeInRef(place?.line === undefined ? { file: source.file, line } : place, ref);
}
