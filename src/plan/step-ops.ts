import type { Diagnostic, Place } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import type { Migration } from '../migration.ts';
import { type AuthoredOp, type Op, reverse } from '../ops/index.ts';
import { type ForDialect, opsForDialect } from '../ops/for-dialect.ts';
import { isIrreversible } from '../ops/op.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { type ReplayedSchema, after, view } from './replay.ts';

export interface StepOps {
  readonly ops: readonly Op[];
  readonly problems: readonly Diagnostic[];
}

/** A migration's upgrade in one dialect. */
export const upgradeOps = ({ upgrade, file }: Migration, dialect: DialectName): StepOps => chosen(upgrade, dialect, { file });

/** A migration's downgrade in one dialect; `before` is the schema before its upgrade. */
export function downgradeOps(migration: Migration, dialect: DialectName, before: ReplayedSchema): StepOps {
  const { downgrade, file } = migration;
  if (downgrade === 'reversed') return reversed(migration, dialect, before);
  if ('irreversible' in downgrade) {
    const place = downgrade.origin ?? { file };
    return { ops: [], problems: [problem('irreversible', { revision: migration.id, reason: downgrade.irreversible }, place)] };
  }
  return chosen(downgrade, dialect, { file });
}

function chosen(authored: readonly AuthoredOp[], dialect: DialectName, place: Place): StepOps {
  const missing: ForDialect[] = [];
  const ops = opsForDialect(authored, dialect, missing);
  return { ops, problems: missing.map(({ origin }) => problem('no-case-for-dialect', { dialect }, origin ?? place)) };
}

/** Undoes the upgrade op by op, last first; each reversal sees the schema before its op. */
function reversed(migration: Migration, dialect: DialectName, before: ReplayedSchema): StepOps {
  const { ops, problems } = upgradeOps(migration, dialect);
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
