import type { Constraint } from '../schema/constraint.ts';
import type { Column } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import { type Code, call, list, object, pieces, text } from '../typescript/index.ts';
import type { ColumnExtras } from './builders.ts';
import { columnSource, constraintSource, fragmentSource, indexSource, nameSource, settings } from './source.ts';

type Setting = readonly [name: string, value: Code];

/** A column with its constraints and indexes: as settings of `column`, which have no names, or else as they are. */
export function columnWithExtras(column: Column, { constraints, indexes }: ColumnExtras): Code {
  const found = [...constraints.map((each) => settingOf(column, each)), ...indexes.map((each) => indexSetting(column, each))];
  const all = found.filter((each) => each !== undefined);
  const own = Object.fromEntries(all);
  if (Object.keys(own).length === found.length) return columnSource(column, own);
  const extras = object({ constraints: list(constraints.map(constraintSource)), indexes: list(indexes.map(indexSource)) });
  return { group: 'object', items: [pieces('...', columnSource(column)), pieces('extras: ', extras)] };
}

function settingOf({ name, nullable }: Column, constraint: Constraint): Setting | undefined {
  switch (constraint.kind) {
    case 'primaryKey':
    case 'unique': {
      const { kind, columns, ...rest } = constraint;
      const fits = isOnly(columns, name) && isEmpty(rest) && !(kind === 'primaryKey' && nullable);
      return fits ? [kind, 'true'] : undefined;
    }
    case 'foreignKey': {
      const { kind: _, columns, references: { table, columns: [referenced, ...more] }, ...rest } = constraint;
      if (!isOnly(columns, name) || referenced === undefined || more.length) return undefined;
      return ['references', call('references', nameSource(table), text(referenced), settings(rest))];
    }
    case 'check': {
      const { kind, expression, ...rest } = constraint;
      return isEmpty(rest) ? [kind, fragmentSource(expression)] : undefined;
    }
    case 'exclusion':
      return undefined;
  }
}

function indexSetting({ name }: Column, { keys, unique, ...rest }: Index): Setting | undefined {
  const columns = keys.map((key) => ('column' in key && Object.keys(key).length === 1 ? key.column : undefined));
  return isOnly(columns, name) && !unique && isEmpty(rest) ? ['index', 'true'] : undefined;
}

const isOnly = (columns: readonly (string | undefined)[], name: string): boolean => columns.length === 1 && columns[0] === name;

const isEmpty = (rest: object): boolean => Object.keys(rest).length === 0;
