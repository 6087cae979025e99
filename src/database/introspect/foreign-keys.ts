import type { ForeignKey, ReferentialAction } from '../../schema/constraint.ts';
import { type Row, type Scope, known, nameIn, text } from './row.ts';

/** What a catalogue calls each action that is more than none. */
export type Actions = { readonly [word: string]: ReferentialAction };

/** A foreign key of its columns' rows: `column`, `other_schema`, `other`, `other_column`, `on_delete`, `on_update`. */
export function foreignKeyOf(columns: readonly [Row, ...Row[]], scope: Scope, actions: Actions): ForeignKey {
  const [row] = columns;
  return known<ForeignKey>({
    kind: 'foreignKey',
    name: text(row, 'name'),
    columns: columns.map((each) => text(each, 'column')),
    references: {
      table: nameIn(scope, text(row, 'other_schema'), text(row, 'other')),
      columns: columns.map((each) => text(each, 'other_column')),
    },
    onDelete: actions[text(row, 'on_delete')],
    onUpdate: actions[text(row, 'on_update')],
  });
}
