import type { ReferentialAction } from '../../schema/constraint.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { Literal } from '../../sql/fragment.ts';

/** What the guest module says of an export of a schema's module. SQL in it has a mark around each name. */
export type DrizzleExport = ExportedFrom & ({ readonly definition: DrizzleDefinition } | { readonly failed: string });

export interface ExportedFrom {
  /** Which of the schema's modules, and its export. */
  readonly module: number;
  readonly export: string;
}

export type DrizzleDefinition =
  | DrizzleTable
  | (ObjectName & { readonly kind: 'view'; readonly query: string; readonly materialized: boolean })
  | (ObjectName & { readonly kind: 'enum'; readonly values: readonly string[] })
  | (ObjectName & { readonly kind: 'sequence' } & DrizzleNumbers)
  | { readonly kind: 'schema'; readonly name: string };

export interface DrizzleTable extends ObjectName {
  readonly kind: 'table';
  readonly columns: readonly DrizzleColumn[];
  readonly primaryKeys: readonly DrizzleKey[];
  readonly uniques: readonly DrizzleUnique[];
  readonly foreignKeys: readonly DrizzleForeignKey[];
  readonly checks: readonly { readonly name: string; readonly expression: string }[];
  readonly indexes: readonly DrizzleIndex[];
}

export interface DrizzleColumn {
  readonly name: string;
  readonly type: string;
  /** Of an array, where the type does not say it. */
  readonly dimensions?: number;
  readonly notNull: boolean;
  readonly primary: boolean;
  readonly unique?: Omit<DrizzleUnique, 'columns'>;
  readonly default?: { readonly expression: string } | { readonly value: Literal } | { readonly unknown: true };
  readonly generated?: { readonly expression: string; readonly stored: boolean };
  readonly identity?: DrizzleNumbers & { readonly always?: boolean };
  /** The list of texts that the type is. */
  readonly enum?: ObjectName & { readonly values: readonly string[] };
  readonly onUpdateNow?: boolean;
}

/** Numbers may be written as texts. */
type DrizzleNumber = number | string;

export interface DrizzleNumbers {
  readonly startWith?: DrizzleNumber;
  readonly increment?: DrizzleNumber;
  readonly minValue?: DrizzleNumber;
  readonly maxValue?: DrizzleNumber;
  readonly cache?: DrizzleNumber;
  readonly cycle?: boolean;
}

export interface DrizzleKey {
  readonly name?: string;
  readonly columns: readonly string[];
}

export interface DrizzleUnique extends DrizzleKey {
  readonly nullsNotDistinct?: boolean;
}

export interface DrizzleForeignKey extends DrizzleKey {
  readonly table: ObjectName;
  readonly foreignColumns: readonly string[];
  readonly onDelete?: DrizzleAction;
  readonly onUpdate?: DrizzleAction;
}

export type DrizzleAction = 'cascade' | 'restrict' | 'no action' | 'set null' | 'set default';

export const ACTIONS: { readonly [A in DrizzleAction]: ReferentialAction | undefined } = {
  cascade: 'cascade',
  restrict: 'restrict',
  'no action': undefined,
  'set null': 'setNull',
  'set default': 'setDefault',
};

export interface DrizzleIndex {
  readonly name?: string;
  readonly unique: boolean;
  readonly keys: readonly DrizzleIndexKey[];
  readonly where?: string;
  readonly using?: string;
  readonly parameters?: { readonly [parameter: string]: string | number | boolean };
  readonly concurrently?: boolean;
  readonly algorithm?: 'default' | 'inplace' | 'copy';
  readonly lock?: 'default' | 'none' | 'shared' | 'exclusive';
}

export type DrizzleIndexKey = ({ readonly column: string } | { readonly expression: string }) & {
  readonly order?: 'asc' | 'desc';
  readonly nulls?: 'first' | 'last';
  readonly opClass?: string;
};
