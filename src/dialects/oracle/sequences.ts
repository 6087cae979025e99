import type { AlterSequence } from '../../ops/alter-sequence.ts';
import type { CreateSequence } from '../../ops/create-sequence.ts';
import type { DropSequence } from '../../ops/drop-sequence.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { has, needs } from '../server.ts';
import { ifExists, ifNotExists, words } from '../standard/words.ts';
import { writeTable } from '../write.ts';
import { making, onlyIf, removing, sequenceRow, unlessMissing } from './blocks.ts';
import { refuseEndless, sequenceOptions } from './identity.ts';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-SEQUENCE.html */
export function createSequence(op: CreateSequence, { dialect }: LoweringContext): readonly Lowered[] {
  refuseEndless(op.options);
  const create = (condition: string): Lowered =>
    making(
      sequenceRow(op.name, dialect),
      schemaStatement(
        words('CREATE SEQUENCE', condition, writeTable(dialect, op.name), sequenceOptions(op.options)),
      ),
    );
  if (!op.ifNotExists || has({ dialect }, 23)) return [create(ifNotExists(op))];
  return onlyIf('missing', sequenceRow(op.name, dialect), [create('')]);
}

/**
 * RESTART, and with it START WITH, came with 18; a start alone cannot change (ORA-02283):
 * https://docs.oracle.com/en/database/oracle/oracle-database/18/sqlrf/ALTER-SEQUENCE.html
 */
export function alterSequence(
  { name, to, restart }: AlterSequence,
  { dialect, schema }: LoweringContext,
): readonly Lowered[] {
  const { start, ...options } = to;
  if (start !== undefined && start !== restart) {
    refuse(
      `the start of sequence '${name.name}' changes, and Oracle knows only where it goes on`,
      'Say the number that comes next: alterSequence(…, {}, { restart: … }).',
    );
  }
  if (restart !== undefined) needs(dialect, 'the restart of a sequence', 18);
  const known = schema.object('sequence', name);
  // What is not said stays as it is, so that a cycle may have its end already.
  if (known) refuseEndless({ ...known.options, ...options });
  return [
    schemaStatement(
      words(
        'ALTER SEQUENCE',
        writeTable(dialect, name),
        restart !== undefined && `RESTART START WITH ${restart}`,
        sequenceOptions(options),
      ),
    ),
  ];
}

/** ORA-02289: there is no such sequence. */
export function dropSequence(op: DropSequence, { dialect }: LoweringContext): readonly Lowered[] {
  const drop = (condition: string): Lowered =>
    removing(sequenceRow(op.name, dialect), schemaStatement(words('DROP SEQUENCE', condition, writeTable(dialect, op.name))));
  return op.ifExists && !has({ dialect }, 23) ? unlessMissing(-2289, drop('')) : [drop(ifExists(op))];
}
