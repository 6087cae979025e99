import type { AlterColumn } from '../../ops/alter-column.ts';
import { displayTable } from '../../ops/display.ts';
import type { Identity } from '../../schema/table.ts';
import { type Lowered, type LoweringContext, dataStatement, refuse, schemaStatement } from '../dialect.ts';
import { type ColumnFacts, columnFacts } from '../standard/column-facts.ts';
import { isWholeNumber } from '../standard/identity.ts';
import { sequenceWords } from '../standard/sequences.ts';
import { writeLiteral, writeName, writeTable } from '../write.ts';
import { doBlock } from './do-block.ts';

/** What becomes of a column's numbering, in its parts: where each stands among the other changes. */
export interface IdentityChange {
  readonly drop: readonly string[];
  /** Whether NULLs are taken or refused from now on, where the op does not say it. */
  readonly nullability: readonly string[];
  /** Where the column was numbered by a sequence of its own, that goes. */
  readonly release: readonly Lowered[];
  readonly set: readonly string[];
  readonly advance: readonly Lowered[];
}

const NOTHING: IdentityChange = { drop: [], nullability: [], release: [], set: [], advance: [] };

export function identityChange(op: AlterColumn, context: LoweringContext): IdentityChange {
  const { identity } = op.to;
  if (identity === undefined) return NOTHING;
  const facts = columnFacts(op, context);
  // The server would refuse it: https://www.postgresql.org/docs/current/sql-altertable.html (DROP IDENTITY)
  if (identity === null && facts.identity === null) return NOTHING;
  if (identity === null) return { ...NOTHING, drop: ['DROP IDENTITY'], nullability: afterDrop(op, facts) };
  if (facts.identity === undefined) return unknownIdentity(op);
  if (facts.identity) return { ...NOTHING, set: changedAttributes(op, facts.identity, identity) };
  checkNumbering(op, facts);
  const options = sequenceWords(identity, 'NO CYCLE');
  return {
    ...NOTHING,
    // "The column must be NOT NULL": https://www.postgresql.org/docs/current/sql-altertable.html
    nullability: op.to.nullable === undefined && facts.nullable !== false ? ['SET NOT NULL'] : [],
    release: mayBeSerial(op, facts) ? [releaseSerial(op, context)] : [],
    set: [`ADD GENERATED ${identity.always ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY${options && ` (${options})`}`],
    advance: [advanceSequence(op, identity, context)],
  };
}

/** Of a column that an op made as a whole number no sequence is its own. */
const mayBeSerial = ({ to }: AlterColumn, { column }: ColumnFacts): boolean =>
  to.default === null && (column === undefined || column.type.type === 'native');

/**
 * Left behind, the sequence of a serial column would be the one that pg_get_serial_sequence finds first. One that a
 * default elsewhere needs stays, and stops the script:
 * https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL
 */
function releaseSerial({ table, column }: AlterColumn, { dialect }: LoweringContext): Lowered {
  const [written, name] = [writeTable(dialect, table), column].map((each) => writeLiteral(dialect, each));
  const body = [
    'DECLARE',
    `  serial text := pg_get_serial_sequence(${written}, ${name});`,
    'BEGIN',
    '  IF serial IS NOT NULL THEN',
    "    EXECUTE 'DROP SEQUENCE ' || serial;",
    '  END IF;',
    'END',
  ];
  return { ...schemaStatement(doBlock(body.join('\n'))), compound: true };
}

/** The column keeps NOT NULL when its identity goes, whatever it was said to be when it was made. */
function afterDrop({ to, existing, column }: AlterColumn, { table }: ColumnFacts): readonly string[] {
  if (to.nullable !== undefined) return [];
  const inKey = table?.constraints.some((each) => each.kind === 'primaryKey' && each.columns.includes(column)) ?? false;
  const nullable = existing?.nullable ?? table?.columns.find(({ name }) => name === column)?.nullable;
  return nullable && !inKey ? ['DROP NOT NULL'] : [];
}

function unknownIdentity({ table, column }: AlterColumn): never {
  return refuse(
    `no op made column '${displayTable(table)}.${column}', so whether it has an identity already is not known`,
    'Say what it has today, with null where it has none: { existing: { identity: null } }.',
  );
}

function checkNumbering({ column, to }: AlterColumn, { type, default: value }: ColumnFacts): void {
  const after = to.type ?? type;
  if (type?.type === 'native' && to.default === undefined)
    refuse(`column '${column}' may have a default`, "Add 'default: null' to the changes: an identity takes its place.");
  if (after && !isWholeNumber(after)) {
    refuse(
      `column '${column}' is of type ${after.type}`,
      'Numbers by the database need types.smallint(), types.integer() or types.bigint().',
    );
  }
  if (to.default === undefined && value !== undefined && value !== null)
    refuse(`column '${column}' has a default`, "Add 'default: null' to the changes: an identity takes its place.");
  if (to.nullable) refuse(`an identity column holds no NULL ('${column}')`, "Leave 'nullable: true' out.");
}

/** Each attribute as SET writes it, with the server's own where nothing is said. */
function attributes(identity: Identity): readonly string[] {
  const { always, start, increment = 1, minValue, maxValue, cycle, cache = 1 } = identity;
  const first = increment > 0 ? (minValue ?? 1) : (maxValue ?? -1);
  return [
    `GENERATED ${always ? 'ALWAYS' : 'BY DEFAULT'}`,
    `START WITH ${start ?? first}`,
    `INCREMENT BY ${increment}`,
    minValue === undefined ? 'NO MINVALUE' : `MINVALUE ${minValue}`,
    maxValue === undefined ? 'NO MAXVALUE' : `MAXVALUE ${maxValue}`,
    cycle ? 'CYCLE' : 'NO CYCLE',
    `CACHE ${cache}`,
  ];
}

/** One action of those that differ; the number that comes next stays. */
function changedAttributes({ column }: AlterColumn, former: Identity, identity: Identity): readonly string[] {
  const before = attributes(former);
  const turns = Math.sign(former.increment ?? 1) !== Math.sign(identity.increment ?? 1);
  if (turns) checkBounds(column, identity);
  const differs = (each: string, index: number): boolean => each !== before[index];
  const changes = attributes(identity).filter((each, index) => differs(each, index) || (turns && isBound(each)));
  return changes.length ? [changes.map((each) => `SET ${each}`).join(' ')] : [];
}

const isBound = (words: string): boolean => words.includes('VALUE');

/** In the other direction the server's own bounds leave the numbers out that the column came to. */
function checkBounds(column: string, { increment = 1, minValue, maxValue }: Identity): void {
  const missing = increment > 0 ? minValue === undefined && 'minValue' : maxValue === undefined && 'maxValue';
  if (!missing) return;
  refuse(`the numbers of '${column}' turn round, out of the bounds of the new direction`, `Say '${missing}' as well.`);
}

/** The sequence begins behind the numbers that the rows have: https://wiki.postgresql.org/wiki/Fixing_Sequences */
function advanceSequence({ table, column }: AlterColumn, identity: Identity, { dialect }: LoweringContext): Lowered {
  const [written, name] = [writeTable(dialect, table), writeName(dialect, column)];
  const { start, increment = 1, minValue, maxValue } = identity;
  const [last, reached, first] = increment > 0 ? ['max', '>=', minValue ?? 1] : ['min', '<=', maxValue ?? -1];
  const sequence = `pg_get_serial_sequence(${writeLiteral(dialect, written)}, ${writeLiteral(dialect, column)})`;
  const furthest = `${last}(${name})`;
  return dataStatement(
    `SELECT setval(${sequence}, ${furthest}) FROM ${written} HAVING ${furthest} ${reached} ${start ?? first}`,
  );
}
