import type { BulkInsert, Cell } from '../../ops/bulk-insert.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { insertHead, insertStatements, knownTable, someRow } from './data.ts';
import { underSqlModes } from './session-settings.ts';

// A statement stays well below max_allowed_packet, 16 MiB at the client, with up to three bytes a character:
// https://dev.mysql.com/doc/refman/8.4/en/packet-too-large.html
const ROWS = 1000;
const CHARACTERS = 1_000_000;

/** Multi-row INSERTs; 0 in an AUTO_INCREMENT column stays 0 where it would else become the next number. */
export function insertKeepingZeros(op: BulkInsert, context: LoweringContext): readonly Lowered[] {
  const statements = insertStatements(op, context, {
    rowsPerStatement: ROWS,
    charactersPerStatement: CHARACTERS,
    head: insertHead(op, context),
  });
  return bringsZero(op, context) ? underSqlModes(['NO_AUTO_VALUE_ON_ZERO'], statements) : statements;
}

function bringsZero(op: BulkInsert, context: LoweringContext): boolean {
  const identity = knownTable(op, context)?.columns.find((column) => column.identity)?.name;
  const position = identity === undefined ? -1 : op.columns.indexOf(identity);
  return position >= 0 && someRow(op, context, (row) => isZero(row[position]));
}

const isZero = (cell: Cell | undefined): boolean =>
  typeof cell === 'object' && cell !== null
    ? 'bigint' in cell && BigInt(cell.bigint) === 0n
    : cell !== null && Number(cell) === 0;
