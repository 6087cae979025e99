import type { CreateTrigger } from '../../ops/create-trigger.ts';
import { displayTable } from '../../ops/display.ts';
import type { DropTrigger } from '../../ops/drop-trigger.ts';
import type { Trigger } from '../../schema/object.ts';
import type { Table } from '../../schema/table.ts';
import { mentions } from '../../sql/mentions.ts';
import { type Dialect, type Lowered, type LoweringContext, emulated, refuse, schemaStatement } from '../dialect.ts';
import { ifExists, words } from '../standard/words.ts';
import { writeFragment, writeTable } from '../write.ts';

/** The trigger names the database file, its table does not: https://www.sqlite.org/lang_createtrigger.html */
const triggerStatement = ({ name, definition }: Pick<Trigger, 'name' | 'definition'>, dialect: Dialect): Lowered => ({
  ...schemaStatement(`CREATE TRIGGER ${writeTable(dialect, name)} ${bodyOf(definition, dialect)}`),
  compound: true,
});

const bodyOf = (definition: Trigger['definition'], dialect: Dialect): string =>
  writeFragment(dialect, definition).trim().replace(/;$/, '').trim();

export function createTrigger(op: CreateTrigger, context: LoweringContext): readonly Lowered[] {
  const { name, table, definition, orReplace } = op;
  const made = triggerStatement({ name: { ...table, name }, definition }, context.dialect);
  if (!orReplace) return [made];
  const former = dropTrigger({ op: 'dropTrigger', name, table, ifExists: true }, context);
  return emulated('the former one is dropped', [...former, made]);
}

export const dropTrigger = (op: DropTrigger, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(words('DROP TRIGGER', ifExists(op), writeTable(dialect, { ...op.table, name: op.name }))),
];

/** The triggers that ops put on a view, which are gone with the former one. */
export const viewTriggers = (view: Trigger['table'], { schema, dialect }: LoweringContext): readonly Lowered[] =>
  schema.triggersOn(view).map((trigger) => triggerStatement(trigger, dialect));

/** The triggers that ops put on a table, for the table as it is after a rebuild. */
export const tableTriggers = (after: Table, { schema, dialect }: LoweringContext): readonly Lowered[] =>
  schema.triggersOn(after.name).map((trigger) => {
    checkFits(trigger, after, dialect);
    return triggerStatement(trigger, dialect);
  });

/**
 * SQLite corrects a trigger's text where its table or a column of it is renamed; the definition in the migration stays
 * as it was written. CREATE TRIGGER takes any text, and would fail only when a row changes.
 */
function checkFits({ name, definition }: Trigger, { name: table, columns }: Table, dialect: Dialect): void {
  const again =
    'Drop the trigger before this, or make it anew for the table as it then is: ' +
    `createTrigger('${name.name}', …, { orReplace: true }).`;
  const text = bodyOf(definition, dialect);
  if (!mentions({ sql: [text] }, table.name)) {
    refuse(`the trigger '${displayTable(name)}' was written before its table was called '${table.name}'`, again);
  }
  const known = new Set(columns.map((column) => column.name.toLowerCase()));
  const gone = rowColumns(text).find((column) => !known.has(column.toLowerCase()));
  if (gone === undefined) return;
  refuse(
    `the trigger '${displayTable(name)}' names the column '${gone}', which '${displayTable(table)}' then has not`,
    again,
  );
}

const TEXT = /'(?:[^']|'')*'/g;
const WORD = '(?:"(?:[^"]|"")*"|`[^`]*`|\\[[^\\]]*\\]|[\\w$\\u0080-\\uffff]+)';
const ROW = new RegExp(String.raw`\b(?:NEW|OLD)\s*\.\s*(${WORD})`, 'gi');
const UPDATE_OF = new RegExp(String.raw`\bUPDATE\s+OF\s+(${WORD}(?:\s*,\s*${WORD})*)`, 'i');

/** The table's columns that a trigger names: `NEW.a`, `OLD."b"`, `UPDATE OF a, b`. */
function rowColumns(definition: string): readonly string[] {
  const text = definition.replace(TEXT, "''");
  const listed = UPDATE_OF.exec(text)?.[1]?.match(new RegExp(WORD, 'g')) ?? [];
  return [...[...text.matchAll(ROW)].map(([, column = '']) => column), ...listed]
    .map((word) => (/^["`[]/.test(word) ? word.slice(1, -1).replaceAll('""', '"') : word))
    .filter((column) => !/^(rowid|oid|_rowid_)$/i.test(column));
}
