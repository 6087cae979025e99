import { type Fragment, type Part } from '../../sql/fragment.ts';
import { NAME_MARK } from './guest.ts';

/** Marked SQL as a fragment: the names in it stay names, whatever a database's quotes are. */
export function toFragment(marked: string): Fragment {
  const parts: Part[] = [];
  marked.split(NAME_MARK).forEach((text, index) => {
    const path = index % 2 === 1 ? pathBefore(parts) : undefined;
    if (path !== undefined) parts.push({ name: [...path, text] });
    else if (text !== '') parts.push(text);
  });
  return { sql: parts };
}

/** The name that a dot joins to the next one, taken off the parts. */
function pathBefore(parts: Part[]): readonly string[] {
  const [before, dot] = parts.slice(-2);
  if (dot !== '.' || typeof before !== 'object' || !('name' in before)) return [];
  parts.length -= 2;
  return before.name;
}
