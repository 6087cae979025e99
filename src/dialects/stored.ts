import type { ReferentialAction } from '../schema/constraint.ts';
import type { SequenceOptions } from '../schema/object.ts';
import type { Column, Identity } from '../schema/table.ts';
import type { ColumnType } from '../sql/types.ts';

/** What a database makes of what it is asked for: texts and data that are equal where it stores the same. */
export interface Stored {
  /** Whether names in letters of another case are the same names. */
  readonly ignoresCase: boolean;
  /** The schema of names without one, as the server is set up. */
  readonly defaultSchema?: string;
  /** Of a type as it is written for a column. */
  readonly type: (text: string, column: Pick<Column, 'identity'>) => string;
  /**
   * The types over which a cast leads from a type to another; nothing where values take the new type without one. Values
   * that do not fit stop the script.
   */
  readonly conversion: (from: string, to: string) => readonly string[] | undefined;
  /** `type` is as `type` gives it. */
  readonly default: (text: string, type: string) => string;
  /** The type and the default that a type and a default are short for, where they go together (`serial`). */
  readonly numbering: (type: string, value: string | undefined, column: string) => readonly [type: string, value: string | undefined];
  /** Of a check, a generated column, a predicate or a key of an index. */
  readonly expression: (text: string) => string;
  /** Of a query, or of a routine's or a trigger's definition. */
  readonly text: (text: string) => string;
  /** The options that the database keeps, but those that are its own choice. */
  readonly identity: (identity: Identity, type: ColumnType) => Identity;
  readonly sequence: (options: SequenceOptions) => SequenceOptions;
  readonly action: (action: ReferentialAction) => ReferentialAction;
  /** Where NULLs stand in an index, unless said. */
  readonly nulls: (order: 'asc' | 'desc') => 'first' | 'last';
  /** Whether a generated column keeps its values in the row, unless said. */
  readonly generatedIsStored: boolean;
  /** Whether constraints of two tables cannot have one name. */
  readonly constraintNamesClash: boolean;
  /** Whether a primary key has a name that can be chosen. */
  readonly namesPrimaryKey: boolean;
  /** Whether a numbered column must be a key, so that it cannot be numbered while its key is made anew. */
  readonly identityNeedsKey: boolean;
  /** Whether an integer that is all of a primary key is numbered, whatever is said. */
  readonly numbersIntegerKey: boolean;
  /** Whether a foreign key needs an index of its columns, and makes one of its own name where there is none, which outlives it. */
  readonly foreignKeyMakesIndex: boolean;
  /** Whether a unique index of columns and a unique constraint are the same. */
  readonly uniqueIndexIsConstraint: boolean;
  /** Whether a key on the columns of an index uses that, so that the index must be there before. */
  readonly keyUsesIndex: boolean;
  /** Whether a column that was in a primary key takes no NULL still when the key is gone. */
  readonly keyLeavesNotNull: boolean;
}
