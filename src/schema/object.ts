import type { Fragment } from '../sql/fragment.ts';
import type { ObjectName, keyOf } from './name.ts';
import type { Identity, TableName } from './table.ts';

/** A named list of texts as a type of its own. */
export interface EnumType {
  readonly kind: 'enum';
  readonly name: ObjectName;
  readonly values: readonly string[];
}

/** What a sequence and an identity column have in common. */
export type SequenceOptions = Omit<Identity, 'always'>;

export interface Sequence {
  readonly kind: 'sequence';
  readonly name: ObjectName;
  readonly options: SequenceOptions;
}

export interface Schema {
  readonly kind: 'schema';
  readonly name: ObjectName;
}

export interface View {
  readonly kind: 'view';
  readonly name: ObjectName;
  readonly query: Fragment;
  /** Names of its columns, where the query's own are not wanted. */
  readonly columns?: readonly string[];
  /** Its rows are kept, and brought up to date by `refreshView`. */
  readonly materialized?: boolean;
}

export type RoutineKind = 'function' | 'procedure';

export interface Routine {
  readonly kind: RoutineKind;
  readonly name: ObjectName;
  /** All that follows the name, in the words of the dialect. */
  readonly definition: Fragment;
  /** The types of its arguments, where the database tells routines of one name apart by them. */
  readonly signature?: Fragment;
}

export interface Trigger {
  readonly kind: 'trigger';
  /** Its schema is that of its table. */
  readonly name: ObjectName;
  readonly table: TableName;
  /** All that follows the name, in the words of the dialect. */
  readonly definition: Fragment;
}

/** Something that a project's own op makes: remembered, so that the op that drops it can be undone. */
export interface CustomObject {
  readonly kind: 'custom';
  readonly name: ObjectName;
  /** The op that makes it. */
  readonly op: unknown;
}

export type SchemaObject = EnumType | Sequence | Schema | View | Routine | Trigger | CustomObject;
export type ObjectKind = SchemaObject['kind'];
export type ObjectOf<K extends ObjectKind> = Extract<SchemaObject, { readonly kind: K }>;

/** Where an object stands in the model: names of two kinds never meet. */
export const objectKey = (kind: ObjectKind, key: ReturnType<typeof keyOf>): string => `${kind}\0${key}`;
