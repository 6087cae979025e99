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

/** Lines that SQL*Plus takes for its own or cuts, wherever they stand: `sqlplus-lines.ts` says which. */
const CLIENT_LINE = /^\s*[/.]\s*$|^\s*#|-[^\S\n]*$|^.{2400}/m;

/**
 * A statement of a script as the text that runs it, of at most 32767 bytes or a CLOB. A line that the client would take
 * for its own is joined to the others by CHR(10):
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/lnpls/EXECUTE-IMMEDIATE-statement.html
 */
export function dynamicText(sql: string): string {
  const text = dynamic(sql);
  return text.length < LONGEST_LITERAL && !CLIENT_LINE.test(text) ? text : textExpression(sql);
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
  emulated('a block passes over the error of what is not there', [
    { ...passingOver(code, statement), ...proofOf(statement) },
  ]);

/** Of what runs several statements, the last is the proof. */
const proofOf = (statement: Lowered | undefined): Pick<Lowered, 'proof'> =>
  statement?.proof === undefined ? {} : { proof: statement.proof };

/** What to look for in a view of the catalogue: `all_tables`, and what holds of the row. */
export interface CatalogueRow {
  readonly view: string;
  readonly where: readonly string[];
}

const lookup = (not: string, { view, where }: CatalogueRow): string =>
  `${not}EXISTS (SELECT 1 FROM ${view} WHERE ${where.join(' AND ')})`;

/** A statement that has taken effect once the catalogue has the row. */
export const making = (row: CatalogueRow, statement: Lowered): Lowered => ({ ...statement, proof: lookup('', row) });

/** A statement that has taken effect once the catalogue has no such row. */
export const removing = (row: CatalogueRow, statement: Lowered): Lowered => ({
  ...statement,
  proof: lookup('NOT ', row),
});

/** A rename: the new name is there, the old one is not. */
export const moving = (from: CatalogueRow, to: CatalogueRow, statement: Lowered): Lowered => ({
  ...statement,
  proof: `${lookup('', to)} AND ${lookup('NOT ', from)}`,
});

/** Statements that run only where the catalogue has no such row, or only where it has one. */
export const onlyIf = (
  wanted: 'missing' | 'there',
  row: CatalogueRow,
  statements: readonly Lowered[],
): readonly Lowered[] =>
  emulated('a block looks into the catalogue first', [{
    ...block(
      [
        `  SELECT COUNT(*) INTO migsql_found FROM ${row.view}`,
        `  WHERE ${row.where.join(' AND ')};`,
        `  IF migsql_found ${wanted === 'missing' ? '= 0' : '> 0'} THEN`,
        ...statements.map((statement) => runs(statement, '    ')),
        '  END IF;',
      ],
      ['  migsql_found PLS_INTEGER;'],
    ),
    ...proofOf(statements.at(-1)),
  }]);

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

/** A table has no two constraints of a name, nor has a schema. */
export function constraintRow(table: ObjectName, constraint: string, dialect: Dialect): CatalogueRow {
  const { where } = tableRow(table, dialect);
  return { view: 'all_constraints', where: [...where, `constraint_name = ${catalogueName(constraint, dialect)}`] };
}

/** `TRIGGER`, `VIEW`, `MATERIALIZED VIEW` …; of PL/SQL, what does not compile is there all the same. */
export function objectRow(type: string, object: ObjectName, dialect: Dialect): CatalogueRow {
  const { where } = rowOf('all_objects', 'owner', 'object_name', object, dialect);
  return { view: 'all_objects', where: [...where, `object_type = '${type}'`] };
}

/** An index of the name on another table is none that was asked for: CREATE INDEX stops there. */
export function indexRow(table: ObjectName, index: string, dialect: Dialect): CatalogueRow {
  const { where } = rowOf('all_indexes', 'owner', 'index_name', { ...table, name: index }, dialect);
  return { view: 'all_indexes', where: [...where, `table_name = ${catalogueName(table.name, dialect)}`] };
}
