import type { AddColumn } from '../../ops/add-column.ts';
import { displayTable } from '../../ops/display.ts';
import type { DropColumn } from '../../ops/drop-column.ts';
import { refuse } from '../dialect.ts';

/** Where no op made the column, whether it is there only the database knows. */
export function checkAddColumn({ table, column, ifNotExists }: AddColumn): void {
  if (!ifNotExists) return;
  refuse(
    `SQLite has no ADD COLUMN IF NOT EXISTS, and no op made '${displayTable(table)}.${column.name}'`,
    "Leave 'ifNotExists' out: the script stops, and changes nothing, where the column is there.",
  );
}

export function checkDropColumn({ table, column, ifExists, cascade }: DropColumn): void {
  if (ifExists) {
    refuse(
      `SQLite has no DROP COLUMN IF EXISTS for '${displayTable(table)}.${column}'`,
      "Leave 'ifExists' out: the script stops, and changes nothing, where the column is not there.",
    );
  }
  if (cascade) {
    refuse(
      `SQLite drops '${displayTable(table)}.${column}' alone: views and foreign keys that rest on it stay as they are`,
      "Leave 'cascade' out, and drop before what rests on it.",
    );
  }
}
