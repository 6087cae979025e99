import type { ObjectName } from '../../schema/name.ts';
import { type Dialect, type Lowered, emulated, schemaStatement } from '../dialect.ts';
import { writeLiteral, writeName } from '../write.ts';
import { withShortLines } from './short-lines.ts';
import { textExpression } from './text.ts';

/*
 * PL/SQL around statements that Oracle has not, or not before 23ai. The roles of the session are in effect in an
 * anonymous block, so that what is allowed outside of it is allowed within:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/lnpls/EXECUTE-IMMEDIATE-statement.html
 */

const compound = (lines: readonly string[]): Lowered => ({ ...schemaStatement(lines.join('\n')), compound: true });

/** `BEGIN … END;`, with what is declared before it; the body is indented by the caller. */
export const block = (body: readonly string[], declared: readonly string[] = []): Lowered =>
  compound([...(declared.length ? ['DECLARE', ...declared] : []), 'BEGIN', ...body, 'END;']);

/** A literal of PL/SQL holds 32767 bytes. */
const LONGEST_LITERAL = 30_000;

/** A statement as the text that runs it; its lines stay as they are, since they may end within quotes. */
function dynamic(sql: string): string {
  const text = withShortLines(sql);
  const isPlain = /^[\x20-\x7e\n]*$/.test(text) && text.length < LONGEST_LITERAL;
  return isPlain ? `'${text.replaceAll("'", "''")}'` : textExpression(text);
}

export const runs = ({ sql }: Pick<Lowered, 'sql'>, indent: string): string =>
  `${indent}EXECUTE IMMEDIATE ${dynamic(sql)};`;

/** Passes over one error of the server and no other: -942 is ORA-00942. */
export const passingOver = (code: number, statement: Lowered): Lowered =>
  compound([
    'BEGIN',
    runs(statement, '  '),
    'EXCEPTION',
    '  WHEN OTHERS THEN',
    `    IF SQLCODE <> ${code} THEN`,
    '      RAISE;',
    '    END IF;',
    'END;',
  ]);

/** `DROP … IF EXISTS` before 23ai: by the error of what is not there. */
export const unlessMissing = (code: number, statement: Lowered): readonly Lowered[] =>
  emulated('a block passes over the error of what is not there', [passingOver(code, statement)]);

/** What to look for in a view of the catalogue: `all_tables`, and what holds of the row. */
export interface CatalogueRow {
  readonly view: string;
  readonly where: readonly string[];
}

/** Statements that run only where the catalogue has no such row, or only where it has one. */
export const onlyIf = (
  wanted: 'missing' | 'there',
  row: CatalogueRow,
  statements: readonly Lowered[],
): readonly Lowered[] =>
  emulated('a block looks into the catalogue first', [
    block(
      [
        `  SELECT COUNT(*) INTO migsql_found FROM ${row.view}`,
        `  WHERE ${row.where.join(' AND ')};`,
        `  IF migsql_found ${wanted === 'missing' ? '= 0' : '> 0'} THEN`,
        ...statements.map((statement) => runs(statement, '    ')),
        '  END IF;',
      ],
      ['  migsql_found PLS_INTEGER;'],
    ),
  ]);

/** A name as the catalogue keeps it: what stands between its quotes, or else in upper case. */
export function catalogueName(name: string, dialect: Dialect): string {
  const written = writeName(dialect, name);
  return writeLiteral(dialect, written.startsWith('"') ? written.slice(1, -1) : written.toUpperCase());
}

/** The schema that an object is in. */
export const ownerOf = ({ schema }: Pick<ObjectName, 'schema'>, dialect: Dialect): string =>
  schema === undefined ? "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')" : catalogueName(schema, dialect);

const rowOf = (view: string, owner: string, column: string, name: ObjectName, dialect: Dialect): CatalogueRow => ({
  view,
  where: [`${owner} = ${ownerOf(name, dialect)}`, `${column} = ${catalogueName(name.name, dialect)}`],
});

/** ORA-00955 comes for a view or a sequence of the name as well, so that tables alone are looked for. */
export const tableRow = (table: ObjectName, dialect: Dialect): CatalogueRow =>
  rowOf('all_tables', 'owner', 'table_name', table, dialect);

export const sequenceRow = (sequence: ObjectName, dialect: Dialect): CatalogueRow =>
  rowOf('all_sequences', 'sequence_owner', 'sequence_name', sequence, dialect);

export function columnRow(table: ObjectName, column: string, dialect: Dialect): CatalogueRow {
  const { where } = tableRow(table, dialect);
  return { view: 'all_tab_columns', where: [...where, `column_name = ${catalogueName(column, dialect)}`] };
}

/** An index of the name on another table is none that was asked for: CREATE INDEX stops there. */
export function indexRow(table: ObjectName, index: string, dialect: Dialect): CatalogueRow {
  const { where } = rowOf('all_indexes', 'owner', 'index_name', { ...table, name: index }, dialect);
  return { view: 'all_indexes', where: [...where, `table_name = ${catalogueName(table.name, dialect)}`] };
}
