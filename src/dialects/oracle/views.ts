import type { CreateView } from '../../ops/create-view.ts';
import type { DropView } from '../../ops/drop-view.ts';
import type { RefreshView } from '../../ops/refresh-view.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { has } from '../server.ts';
import { viewStatement } from '../standard/views.ts';
import { ifExists, words } from '../standard/words.ts';
import { writeLiteral, writeTable } from '../write.ts';
import { block, making, objectRow, removing, unlessMissing } from './blocks.ts';

/**
 * A materialized view is filled at once, and again when it is asked for:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-MATERIALIZED-VIEW.html
 */
export function createView(op: CreateView, { dialect }: LoweringContext): readonly Lowered[] {
  if (op.materialized && op.orReplace) {
    refuse(
      `the materialized view '${op.name.name}' cannot be replaced`,
      'Drop it before: dropView(…, { materialized: true, ifExists: true }).',
    );
  }
  const statement = viewStatement(op, op.orReplace ? 'CREATE OR REPLACE' : 'CREATE', dialect);
  // What is replaced was there before, and a materialized view is a table beside, so that neither has a proof.
  return [op.orReplace || op.materialized ? statement : making(objectRow('VIEW', op.name, dialect), statement)];
}

/**
 * Views on it stay, and are invalid; foreign keys that reference it keep it from going, without CASCADE CONSTRAINTS.
 * ORA-00942 and ORA-12003: there is no such view.
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/DROP-VIEW.html
 */
export function dropView(op: DropView, { dialect }: LoweringContext): readonly Lowered[] {
  const { name, materialized, cascade } = op;
  if (materialized && cascade) {
    refuse(
      `the materialized view '${name.name}' is dropped with what rests on it, and Oracle has no CASCADE for one`,
      'Leave it out: views on it stay, and are invalid. Drop those by an op each.',
    );
  }
  const drop = (condition: string): Lowered => {
    const statement = schemaStatement(
      words(
        'DROP',
        materialized && 'MATERIALIZED',
        'VIEW',
        condition,
        writeTable(dialect, name),
        cascade && 'CASCADE CONSTRAINTS',
      ),
    );
    return materialized ? statement : removing(objectRow('VIEW', name, dialect), statement);
  };
  if (!op.ifExists || has({ dialect }, 23)) return [drop(ifExists(op))];
  return unlessMissing(materialized ? -12003 : -942, drop(''));
}

/**
 * It commits, before and after:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_MVIEW.html (REFRESH)
 */
export const refreshView = ({ name }: RefreshView, { dialect }: LoweringContext): readonly Lowered[] => [
  block([`  DBMS_MVIEW.REFRESH(${writeLiteral(dialect, writeTable(dialect, name))});`]),
];
