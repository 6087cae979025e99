import type fc from 'fast-check';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { checkNames } from '../../src/ops/check-names.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel, viewOf } from '../../src/schema/model.ts';
import { keyOf } from '../../src/schema/name.ts';
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
      const isTaken = !checkNames(op, schema).length && !('code' in lowerOp(op, DIALECTS[dialect], viewOf(schema)));
      if (!isTaken || !hasTargets(after) || [...after.tables.values()].some(({ columns }) => columns.length === 0)) continue;
      taken.push(op);
      schema = after;
    }
    return taken;
  });

/** Whether every foreign key references what is there. */
const hasTargets = ({ tables }: SchemaModel): boolean =>
  [...tables.values()].every(({ constraints }) =>
    constraints.every((each) => {
      if (each.kind !== 'foreignKey') return true;
      const target = tables.get(keyOf(each.references.table));
      return each.references.columns.every((column) => target?.columns.some(({ name }) => name === column));
    }),
  );

/** Schemas that a database of the dialect can hold. */
export const randomModels = (dialect: DialectName, longest: number): fc.Arbitrary<SchemaModel> =>
  takenSequences(dialect, longest).map((ops) => ops.reduce(evolve, EMPTY_SCHEMA));
