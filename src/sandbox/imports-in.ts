import { advance, openExactCursor, tokenText } from './cursor.ts';
import { decodeText } from './strings.ts';

/** A module that a text imports, or exports from, and where it is named. */
export interface NamedImport {
  readonly specifier: string;
  readonly start: number;
}

/** The modules that a text of TypeScript or JavaScript names in its imports, in order. */
export function importsIn(text: string): readonly NamedImport[] {
  const cursor = openExactCursor(text);
  const found: NamedImport[] = [];
  let previous = '';
  while (advance(cursor) !== 'end') {
    const isImport = cursor.kind === 'string' && (previous === 'from' || previous === 'import');
    const specifier = isImport ? decodeText(tokenText(cursor)) : undefined;
    if (specifier !== undefined) found.push({ specifier, start: cursor.start });
    previous = cursor.kind === 'name' ? tokenText(cursor) : '';
  }
  return found;
}
