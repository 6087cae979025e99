import type fc from 'fast-check';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { checkNames } from '../../src/ops/check-names.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import type { ForeignKey } from '../../src/schema/constraint.ts';
import { EMPTY_SCHEMA, type SchemaModel, findTable, triggersOn, viewOf } from '../../src/schema/model.ts';
import { type ObjectName, keyOf } from '../../src/schema/name.ts';
import type { Table } from '../../src/schema/table.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { namedFor } from './lowered.ts';
import { validSequences } from './random-migrations.ts';

/** The ops of a random sequence that the dialect takes, without those that need one of the others. */
export const takenSequences = (dialect: DialectName, longest: number): fc.Arbitrary<readonly Op[]> =>
  validSequences(dialect === 'postgresql' ? 'postgresql' : 'sqlite', longest, (op) => namedFor(op, DIALECTS[dialect])).map((ops) => {
    const taken: Op[] = [];
    let schema = EMPTY_SCHEMA;
    for (const op of ops) {
      const after = evolve(schema, op);
      if (!fits(op, schema, dialect) || ![...after.tables.values()].every((table) => isSound(table, after))) continue;
      taken.push(op);
      schema = after;
    }
    return taken;
  });

function fits(op: Op, schema: SchemaModel, dialect: DialectName): boolean {
  if ('table' in op && op.op !== 'createTable' && !schema.tables.has(keyOf(op.table as ObjectName))) return false;
  // The text of a trigger names its table, and does not follow it.
  if (op.op === 'renameTable' && triggersOn(schema, op.table).length) return false;
  if (op.op === 'createTrigger' && dialect !== 'postgresql' && dialect !== 'sqlite') return false;
  if (op.op === 'dropConstraint' && !findTable(schema, op.table)?.constraints.some(({ name }) => name === op.name)) return false;
  if (op.op === 'dropIndex' && ['mysql', 'mariadb'].includes(dialect)) return false;
  return checkNames(op, schema).length === 0 && !('code' in lowerOp(op, DIALECTS[dialect], viewOf(schema)));
}

/** Whether a database can hold it: with columns, expressions of what is there, and foreign keys to what is there, which set no NULL where none may stand. */
const isSound = ({ columns, constraints }: Table, { tables }: SchemaModel): boolean =>
  columns.length > 0 &&
  [...columns.map(({ generated }) => generated?.expression), ...constraints.map((each) => (each.kind === 'check' ? each.expression : undefined))].every((expression) =>
    (expression?.sql ?? []).every((part) => typeof part !== 'object' || !('name' in part) || columns.some(({ name }) => name === part.name[0]))) &&
  constraints
    .filter((each): each is ForeignKey => each.kind === 'foreignKey')
    .every(({ columns: own, references, onDelete }) => {
      const target = tables.get(keyOf(references.table));
      const takesNull = own.every((column) => columns.find(({ name }) => name === column)?.nullable);
      return (onDelete !== 'setNull' || takesNull) && references.columns.every((column) => target?.columns.some(({ name }) => name === column));
    });

/** Schemas that a database of the dialect can hold. */
export const randomModels = (dialect: DialectName, longest: number): fc.Arbitrary<SchemaModel> =>
  takenSequences(dialect, longest).map((ops) => ops.reduce(evolve, EMPTY_SCHEMA));
