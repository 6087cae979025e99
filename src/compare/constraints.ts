import type { Constraint } from '../schema/constraint.ts';
import { findTable } from '../schema/model.ts';
import { type Difference, type Phase, difference } from './difference.ts';
import { constraintRisk } from './risks.ts';
import { type TablePair, keptTables } from './table-pair.ts';

const isForeignKey = ({ kind }: Constraint): boolean => kind === 'foreignKey';

export const dropping = ({ now: { name: table } }: Pick<TablePair, 'now'>, { name, kind }: Constraint): Difference =>
  difference({ op: 'dropConstraint', table, name: name!, kind });

/** Keys and checks; the foreign keys that are in the way are gone by now. */
export const dropConstraints: Phase = (now, wanted, context) =>
  keptTables(now, wanted, context).flatMap((pair) =>
    pair.constraints.dropped.filter((each) => !isForeignKey(each)).map((each) => dropping(pair, each)),
  );

export const renameConstraints: Phase = (now, wanted, context) =>
  keptTables(now, wanted, context).flatMap(({ now: { name: table }, constraints }) =>
    constraints.kept.flatMap(({ now: { name, kind }, wanted: { name: to } }) =>
      name === undefined || to === undefined || name === to ? [] : [difference({ op: 'renameConstraint', table, name, to, kind })],
    ),
  );

/** Keys and checks of tables that are there; a table that is made brings its own. */
export const addConstraints: Phase = (now, wanted, context) => adding(now, wanted, context, (each) => !isForeignKey(each));

export const addForeignKeys: Phase = (now, wanted, context) => adding(now, wanted, context, () => true);

function adding(...[now, wanted, context, isAdded]: [...Parameters<Phase>, (constraint: Constraint) => boolean]): readonly Difference[] {
  return keptTables(now, wanted, context).flatMap((pair) =>
    pair.constraints.added
      .filter(isAdded)
      .map((constraint) => {
        const former = findTable(context.before, pair.now.name);
        return difference({ op: 'addConstraint', table: pair.now.name, constraint }, constraintRisk(constraint, former, context.dialect));
      }),
  );
}
