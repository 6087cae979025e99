import type { AlterColumn } from '../../ops/alter-column.ts';
import { sameName } from '../../schema/name.ts';
import type { ColumnType } from '../../sql/types.ts';
import type { LoweringContext } from '../dialect.ts';
import { ownCollation } from '../standard/collation.ts';
import { columnFacts, missingFacts } from '../standard/column-facts.ts';
import { words } from '../standard/words.ts';
import { writeFragment, writeName, writeType } from '../write.ts';
import { collateColumn, isCollated } from './collations.ts';

export interface TypeChange {
  readonly words: string;
  /** Whether the default must be taken away before and set again after. */
  readonly resetsDefault: boolean;
}

/**
 * `TYPE … [COLLATE …] [USING …]`. Without COLLATE the column would take the collation of its new type, so the one that
 * it has is said again: https://www.postgresql.org/docs/current/sql-altertable.html
 */
export function changeType(op: AlterColumn, context: LoweringContext): TypeChange | undefined {
  const { column, to } = op;
  const { dialect } = context;
  const wanted = ownCollation(to.collation, dialect);
  if (to.type === undefined && wanted === undefined) return undefined;
  const type = to.type ?? columnFacts(op, context).type ?? missingFacts(op, ['type']);
  const collation = wanted === undefined ? keptCollation(op, type, context) : wanted;
  const using = op.using ? writeFragment(dialect, op.using) : castToEnum(op, context);
  const collate = collateColumn({ name: column, type, collation }, dialect);
  return {
    words: words(`TYPE ${writeType(dialect, type)}`, collate, using && `USING ${using}`),
    resetsDefault: using !== undefined || leavesEnum(op, type, context),
  };
}

/** The default would go on to be a value of the enum, cast to a text, and DROP TYPE would be refused. */
function leavesEnum(op: AlterColumn, type: ColumnType, context: LoweringContext): boolean {
  return type.type !== 'enum' && isCollated(type) && columnFacts(op, context).type?.type === 'enum';
}

/** Only a text asks for it, so that other types do not make the chain be replayed. */
function keptCollation(op: AlterColumn, type: ColumnType, context: LoweringContext): AlterColumn['to']['collation'] {
  if (!isCollated(type)) return undefined;
  return op.existing?.collation === undefined ? columnFacts(op, context).collation : op.existing.collation;
}

/**
 * No cast leads from a text, or from another enum, to an enum, but one leads over the text of the value. The same type,
 * of which only the list is said anew, needs none, and no row is written.
 */
function castToEnum(op: AlterColumn, context: LoweringContext): string | undefined {
  const { type } = op.to;
  if (type?.type !== 'enum') return undefined;
  const former = columnFacts(op, context).type;
  if (former?.type === 'enum' && sameName(former, type)) return undefined;
  return `${writeName(context.dialect, op.column)}::text::${writeType(context.dialect, type)}`;
}
