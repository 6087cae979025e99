import type { AlterColumn, OptionChanges } from '../../ops/alter-column.ts';
import { displayTable } from '../../ops/display.ts';
import type { Collation, Column, Default, Generated, Identity, Table } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type LoweringContext, refuse } from '../dialect.ts';

/** What is known of a column before it is altered: what the author says of it, else what earlier ops made of it. */
export interface ColumnFacts {
  readonly table?: Table;
  readonly column?: Column;
  readonly type?: ColumnType;
  readonly nullable?: boolean;
  /** `null`: it has none. */
  readonly default?: Default | null;
  readonly comment?: string | null;
  readonly identity?: Identity | null;
  readonly generated?: Generated | null;
  readonly collation?: Collation | null;
  readonly on?: OptionChanges;
}

/** Where hand-written SQL may have changed the table, what earlier ops made of the column is not what it must be restated as. */
export function columnFacts(op: AlterColumn, { schema }: LoweringContext): ColumnFacts {
  const table = schema.isUnread(op.table) ? undefined : schema.table(op.table);
  const column = table?.columns.find(({ name }) => name === op.column);
  const replayed = column && {
    type: column.type,
    nullable: column.nullable && !column.identity && !isInPrimaryKey(table, op.column),
    default: column.default ?? null,
    comment: column.comment ?? null,
    identity: column.identity ?? null,
    generated: column.generated ?? null,
    collation: column.collation ?? null,
    ...(column.on && { on: column.on }),
  };
  return { ...(table && { table }), ...(column && { column }), ...replayed, ...op.existing };
}

/** A key's columns hold no NULL, whatever was said of them. */
export const isInPrimaryKey = (table: Table | undefined, column: string): boolean =>
  table?.constraints.some((each) => each.kind === 'primaryKey' && each.columns.includes(column)) ?? false;

type Fact = 'type' | 'nullable' | 'default' | 'comment' | 'collation';

const EXAMPLES: { readonly [F in Fact]: string } = {
  type: 'types.…()',
  nullable: 'true',
  default: 'null',
  comment: 'null',
  collation: 'null',
};

/** Refuses, naming the facts that the author can add. */
export function missingFacts({ table, column }: AlterColumn, missing: readonly Fact[]): never {
  const example = missing.map((fact) => `${fact}: ${EXAMPLES[fact]}`).join(', ');
  return refuse(
    `no op made column '${displayTable(table)}.${column}', whose ${missing.join(', ')} must be known`,
    `Say what the column has today, with null for what it has not: { existing: { ${example} } }.`,
  );
}
