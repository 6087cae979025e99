import type { Dialect } from '../dialects/dialect.ts';
import { longestName } from '../dialects/server.ts';
import type { Diagnostic, Place } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import type { Migration } from '../migration.ts';
import { type AuthoredOp, type Op, reverse } from '../ops/index.ts';
import { chosenOps } from '../ops/for-dialect.ts';
import { schemaInText, withSchemas } from '../ops/map-schemas.ts';
import { isIrreversible } from '../ops/op.ts';
import { type NamingConvention, named } from '../ops/naming.ts';
import { type Variables, withVariables } from '../ops/variables.ts';
import type { SchemaMap } from '../schema/name.ts';
import { type ReplayedSchema, after, view } from './replay.ts';

export interface StepOps {
  readonly ops: readonly Op[];
  readonly problems: readonly Diagnostic[];
}

/** What decides which ops a migration has for a database, and how what has no name is called. */
export interface OpContext {
  readonly dialect: Dialect;
  readonly naming: NamingConvention;
  /** What schemas are called in the database, where it is not as in the migrations. */
  readonly schemaMap?: SchemaMap;
  /** The values of what migrations name with `variable(…)`. */
  readonly variables?: Variables;
}

/** A migration's upgrade in one dialect. */
export const upgradeOps = ({ upgrade, file }: Migration, context: OpContext): StepOps => chosen(upgrade, context, { file });

/** A migration's downgrade in one dialect; `before` is the schema before its upgrade. */
export function downgradeOps(migration: Migration, context: OpContext, before: ReplayedSchema): StepOps {
  const { downgrade, file } = migration;
  if (downgrade === 'reversed') return reversed(migration, context, before);
  if ('irreversible' in downgrade) {
    const place = downgrade.origin ?? { file };
    return { ops: [], problems: [problem('irreversible', { revision: migration.id, reason: downgrade.irreversible }, place)] };
  }
  return chosen(downgrade, context, { file });
}

function chosen(authored: readonly AuthoredOp[], { dialect, naming, schemaMap, variables }: OpContext, place: Place): StepOps {
  const { ops, problems } = chosenOps(authored, dialect.name, place);
  const filled = variables ? ops.map((op) => withVariables(op, variables)) : ops;
  const mapped = schemaMap ? filled.map((op) => withSchemas(op, schemaMap)) : filled;
  const unmapped = schemaMap ? ops.flatMap((op) => unmappedSchema(op, schemaMap, place)) : [];
  return { ops: mapped.map((op) => named(op, naming, longestName(dialect))), problems: [...problems, ...unmapped] };
}

/** Hand-written text of an op that names a schema of the map, which does not reach there. */
export function unmappedSchema(op: Op, map: SchemaMap, place?: Place): readonly Diagnostic[] {
  const schema = schemaInText(op, map);
  return schema === undefined ? [] : [problem('unmapped-schema', { op: op.op, schema }, op.origin ?? place)];
}

/** Undoes the upgrade op by op, last first; each reversal sees the schema before its op. */
function reversed(migration: Migration, context: OpContext, before: ReplayedSchema): StepOps {
  const { ops, problems } = upgradeOps(migration, context);
  const found: Diagnostic[] = [...problems];
  const back: (readonly Op[])[] = [];
  let schema = before;
  for (const op of ops) {
    const undo = reverse(op, view(schema));
    if (isIrreversible(undo)) {
      found.push(
        problem('irreversible', { revision: migration.id, reason: undo.irreversible }, op.origin ?? { file: migration.file }),
      );
    } else back.push(undo);
    schema = after(schema, op);
  }
  return { ops: back.reverse().flat(), problems: found };
}
