import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { type RestatingForms, alterByRestating } from '../standard/restate-column.ts';
import { aroundChecks } from './checks-of-column.ts';
import { columnForms } from './column-forms.ts';

// DROP DEFAULT leaves no default at all, so that an INSERT without the column fails even where NULL would do.
const FORMS: RestatingForms = { ...columnForms, dropDefaultLeavesNull: false };

export const alterColumn = (op: AlterColumn, context: LoweringContext): readonly Lowered[] =>
  aroundChecks(op, context, (each) => alterByRestating(each, context, FORMS));
