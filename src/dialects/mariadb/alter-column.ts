import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Column } from '../../schema/table.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { type RestatingForms, alterByRestating, restated, restates } from '../standard/restate-column.ts';
import { columnForms } from './column-forms.ts';
import { withoutImpliedDefaults } from './timestamp-defaults.ts';

const FORMS: RestatingForms = { ...columnForms, dropDefaultLeavesNull: true };

export const alterColumn = (op: AlterColumn, context: LoweringContext): readonly Lowered[] =>
  withoutImpliedDefaults(alterByRestating(op, context, FORMS), redefined(op, context));

/** The column as it comes out of MODIFY, CHANGE or DROP DEFAULT, as far as it is known. */
function redefined(op: AlterColumn, context: LoweringContext): readonly Column[] {
  const isKnown = (): boolean =>
    context.schema.table(op.table)?.columns.some(({ name }) => name === op.column) ?? false;
  return restates(op, context) || (op.to.default === null && isKnown()) ? [restated(op, context)] : [];
}
