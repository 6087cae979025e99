import { type Prose, list } from './prose.ts';

/** Files of rows beside a migration: what is wrong stands at a line of the file. */
export interface DataErrors {
  'missing-data-file': { file: string };
  'forbidden-data-file': { file: string; reason: string };
  'empty-data-file': { expected: string };
  'data-columns': { reason: string; instead: string };
  'ragged-row': { cells: number; columns: number };
  'empty-row': Record<never, never>;
  'misquoted-cell': { cell: number; reason: string; instead: string };
  'not-rows': { found: string; expected: string };
  'broken-json': { reason: string };
  'row-columns': { missing: readonly string[]; extra: readonly string[] };
  'unfit-cell': { column: string; found: string; expected: string; instead: string };
}

const columns = (names: readonly string[]): string =>
  `${names.length === 1 ? 'column' : 'columns'} ${list(names.map((name) => `'${name}'`))}`;

export const DATA_PROSE: Prose<DataErrors> = {
  'missing-data-file': ({ file }) => ({
    message: `the file of rows '${file}' does not exist`,
    hint: "Correct the path; it is relative to the migration's own file.",
  }),
  'forbidden-data-file': ({ file, reason }) => ({
    message: `the file of rows '${file}' is not allowed: ${reason}`,
    hint: "Put it into the migration folder, and name it from the migration's own file on: fromFile('./rows.csv').",
  }),
  'empty-data-file': ({ expected }) => ({
    message: `the file is empty: expected ${expected}`,
    hint: 'Write the columns and rows, or take the op away.',
  }),
  'data-columns': ({ reason, instead }) => ({ message: reason, hint: instead }),
  'ragged-row': ({ cells, columns: count }) => ({
    message: `the row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, and the header ${count}`,
    hint: 'Write a cell for each column; one that holds a comma, a quote or a line break stands in double quotes.',
  }),
  'empty-row': () => ({
    message: 'the line is empty',
    hint: 'Take it away; a row of one empty text is written "".',
  }),
  'misquoted-cell': ({ cell, reason, instead }) => ({ message: `cell ${cell}: ${reason}`, hint: instead }),
  'not-rows': ({ found, expected }) => ({
    message: `expected ${expected}, found ${found}`,
    hint: 'A row is an object with the same columns as the first: [{ "code": "EUR", "digits": 2 }, …].',
  }),
  'broken-json': ({ reason }) => ({
    message: `this is not JSON: ${reason}`,
    hint: 'Correct the syntax of the file.',
  }),
  'row-columns': ({ missing, extra }) => ({
    message: [
      ...(missing.length ? [`the row has no ${columns(missing)}`] : []),
      ...(extra.length ? [`the row has ${columns(extra)}, which the first row has not`] : []),
    ].join('; '),
    hint: 'Give every row the columns of the first; null stands for NULL.',
  }),
  'unfit-cell': ({ column, found, expected, instead }) => ({
    message: `column '${column}': expected ${expected}, got ${found}`,
    hint: instead,
  }),
};
