import type { Place } from '../diagnostics.ts';
import { fail } from '../errors.ts';

/** Each column has a name of its own, and that is written as the database is to have it. @throws MigsqlError */
export function checkColumns(columns: readonly string[], place: Place): void {
  const seen = new Set<string>();
  for (const [index, name] of columns.entries()) {
    if (name === '') {
      const reason = `column ${index + 1} has no name`;
      fail('data-columns', { reason, instead: 'The first row names the columns: give each a name.' }, place);
    }
    if (name !== name.trim() || /\p{Cc}/u.test(name)) {
      const reason = `the name of column ${index + 1}, ${JSON.stringify(name)}, has blanks around it or control characters`;
      fail('data-columns', { reason, instead: 'Write the name as the table has it.' }, place);
    }
    if (seen.has(name)) {
      fail('data-columns', { reason: `two columns are named '${name}'`, instead: 'Rename or drop one of them.' }, place);
    }
    seen.add(name);
  }
}
