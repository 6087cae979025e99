import type { ProjectRevision } from '../compiler.ts';
import type { Place } from '../diagnostics.ts';
import { placeOfField } from '../migrations/index.ts';

/** Where a revision is written, or a field of it. */
export function placeOf({ source, file, line }: ProjectRevision, field?: string): Place {
  const place = field === undefined ? undefined : placeOfField(source, field);
  return place?.line === undefined ? { file, line } : place;
}
