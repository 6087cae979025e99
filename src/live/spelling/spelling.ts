import type { Pair, TableText, UnlikeTexts } from '../../compare/index.ts';
import type { Connection } from '../../database/connection.ts';
import { type Dialect, Refusal } from '../../dialects/dialect.ts';
import { writeFragment } from '../../dialects/write.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { Routine, Trigger, View } from '../../schema/object.ts';
import type { Table } from '../../schema/table.ts';
import type { Fragment } from '../../sql/fragment.ts';

/** A text of which nobody could say whether it means the same as the one in the database. */
export interface Undecided {
  readonly kind: TableText['kind'] | 'view' | 'function' | 'procedure' | 'trigger';
  /** Of the table that it stands in; else its own. */
  readonly of: ObjectName;
  /** Of a column, a constraint or an index. */
  readonly name?: string;
  readonly reason: string;
  /** Whether it could not be made as it was written, as things are by now. */
  readonly stays?: true;
}

/** What a server says of the texts that a model has in other words than the database. */
export interface Spelling {
  /** Of those that are meant to be there: what is the same but for its words has the words that were found. */
  readonly tables: readonly Table[];
  readonly objects: readonly (View | Routine | Trigger)[];
  readonly undecided: readonly Undecided[];
}

/** Asks the server; nothing in the database changes. @throws DatabaseError where the session is lost */
export type Spell = (texts: UnlikeTexts, connection: Connection, dialect: Dialect) => Promise<Spelling>;

export const undecidedTable = ({ found, texts }: UnlikeTexts['tables'][number], reason: string): readonly Undecided[] =>
  texts.map(({ kind, name }) => ({ kind, of: found.name, name, reason }));

export const undecidedObject = ({ found: { kind, name } }: Pair<View | Routine | Trigger>, reason: string, stays?: 'stays'): Undecided => ({
  kind,
  of: name,
  reason,
  ...(stays && { stays: true }),
});

/** A text as the dialect writes it; nothing where it has no text of it. */
export function writtenIn(dialect: Dialect, fragment: Fragment): string | undefined {
  try {
    return writeFragment(dialect, fragment);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const STAR = /(?:^|[\s,.])\*\s*(?:,|from\b)/i;

/** What is known of a view whose query the server reads as another one than it has. */
export const differingView = (pair: Pair<View>, dialect: Dialect): Partial<Spelling> =>
  STAR.test(writtenIn(dialect, pair.wanted.query) ?? '')
    ? { undecided: [undecidedObject(pair, 'its * stands for the columns that there were when it was made', 'stays')] }
    : {};
