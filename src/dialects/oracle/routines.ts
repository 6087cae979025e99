import type { CreateRoutine } from '../../ops/create-routine.ts';
import type { CreateTrigger } from '../../ops/create-trigger.ts';
import { displayTable } from '../../ops/display.ts';
import type { DropRoutine } from '../../ops/drop-routine.ts';
import type { DropTrigger } from '../../ops/drop-trigger.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { Fragment } from '../../sql/fragment.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { has } from '../server.ts';
import { ifExists, words } from '../standard/words.ts';
import { writeFragment, writeLiteral, writeTable } from '../write.ts';
import { block, catalogueName, making, objectRow, ownerOf, removing, unlessMissing } from './blocks.ts';

interface Unit {
  readonly type: 'FUNCTION' | 'PROCEDURE' | 'TRIGGER';
  readonly name: ObjectName;
  readonly definition: Fragment;
  readonly orReplace?: boolean;
}

/**
 * A unit with errors is kept all the same, with a warning that stops no script, so that its errors are looked for:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_ERRORS.html
 */
function createUnit({ type, name, definition, orReplace }: Unit, dialect: Dialect): readonly Lowered[] {
  const body = writeFragment(dialect, definition).trim();
  const create = words('CREATE', orReplace && 'OR REPLACE', type, writeTable(dialect, name), body);
  // The semicolon behind END is part of the text.
  const sql = create.endsWith(';') ? create : `${create};`;
  const statement = { ...schemaStatement(sql), compound: true };
  // What is replaced was there before: nothing in the catalogue says whether it is the new one.
  return [orReplace ? statement : making(objectRow(type, name, dialect), statement), stopOnErrors(type, name, dialect)];
}

function stopOnErrors(type: Unit['type'], name: ObjectName, dialect: Dialect): Lowered {
  const message = writeLiteral(dialect, `${type.toLowerCase()} ${displayTable(name)} does not compile, line `);
  const where = [
    `owner = ${ownerOf(name, dialect)}`,
    `name = ${catalogueName(name.name, dialect)}`,
    `type = '${type}'`,
    "attribute = 'ERROR'",
  ];
  return removing({ view: 'all_errors', where }, block([
    '  FOR migsql_row IN (',
    '    SELECT line, text FROM all_errors',
    `    WHERE ${where.slice(0, 2).join(' AND ')}`,
    `    AND ${where.slice(2).join(' AND ')} ORDER BY sequence`,
    '  ) LOOP',
    `    RAISE_APPLICATION_ERROR(-20001, ${message} || migsql_row.line || ': ' || SUBSTR(migsql_row.text, 1, 1000));`,
    '  END LOOP;',
  ]));
}

const TYPES = { function: 'FUNCTION', procedure: 'PROCEDURE' } as const;

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/lnpls/CREATE-FUNCTION-statement.html */
export const createRoutine = ({ kind, ...rest }: CreateRoutine, { dialect }: LoweringContext): readonly Lowered[] =>
  createUnit({ type: TYPES[kind], ...rest }, dialect);

/**
 * In the schema of its table:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/lnpls/CREATE-TRIGGER-statement.html
 */
export const createTrigger = (
  { name, table, ...rest }: CreateTrigger,
  { dialect }: LoweringContext,
): readonly Lowered[] => createUnit({ type: 'TRIGGER', name: { ...table, name }, ...rest }, dialect);

/** ORA-04043: there is no such routine. */
export function dropRoutine(op: DropRoutine, { dialect }: LoweringContext): readonly Lowered[] {
  const { kind, name, cascade } = op;
  if (cascade) {
    refuse(
      `the ${kind} '${name.name}' is dropped with what rests on it, and Oracle has no CASCADE for one`,
      'Leave it out: what rests on it stays, and is invalid. Drop that by an op each.',
    );
  }
  return dropUnit(TYPES[kind], name, op, -4043, dialect);
}

/** ORA-04080: there is no such trigger. */
export const dropTrigger = (op: DropTrigger, { dialect }: LoweringContext): readonly Lowered[] =>
  dropUnit('TRIGGER', { ...op.table, name: op.name }, op, -4080, dialect);

function dropUnit(
  type: Unit['type'],
  name: ObjectName,
  op: { readonly ifExists?: boolean },
  missing: number,
  dialect: Dialect,
): readonly Lowered[] {
  const drop = (condition: string): Lowered =>
    removing(objectRow(type, name, dialect), schemaStatement(words('DROP', type, condition, writeTable(dialect, name))));
  return op.ifExists && !has({ dialect }, 23) ? unlessMissing(missing, drop('')) : [drop(ifExists(op))];
}
