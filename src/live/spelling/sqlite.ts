import { DatabaseError } from '../../database/connection.ts';
import { type Spell, type Undecided, undecidedObject, writtenIn } from './spelling.ts';

/**
 * Texts are kept as they were written, but for names that a rename changed in them: https://www.sqlite.org/lang_altertable.html
 * A view is made whatever it names, so that one whose query is not taken any more would be made in vain.
 */
export const unlessRenamed: Spell = async ({ views }, { query }, dialect) => {
  const undecided: Undecided[] = [];
  for (const pair of views) {
    const written = writtenIn(dialect, pair.wanted.query);
    try {
      if (written !== undefined) await query(`EXPLAIN ${written}`);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      undecided.push(undecidedObject(pair, `SQLite does not take it: ${error.message}`, 'stays'));
    }
  }
  return { tables: [], objects: [], undecided };
};
