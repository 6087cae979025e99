import * as v from 'valibot';
import type { Diagnostic, Place } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { type DialectName, type PerDialect, chooseForDialect } from '../sql/dialect-name.ts';
import type { AuthoredOp, Op } from './index.ts';
import type { OpBase } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, perDialect } from './shapes.ts';

/**
 * Other ops for other databases; `default` stands for the dialects not named.
 * It is gone once the dialect is chosen, so no dialect lowers it.
 */
export interface ForDialect extends OpBase {
  readonly op: 'forDialect';
  readonly cases: PerDialect<readonly AuthoredOp[]>;
}

/** `forDialect({ mssql: [execute('…')], default: [] })` */
export function forDialect(cases: PerDialect<readonly AuthoredOp[]>): ForDialect {
  return { op: 'forDialect', cases, ...origin() };
}

export const forDialectShape = (): v.GenericSchema<unknown, ForDialect> =>
  v.strictObject({
    op: v.literal('forDialect'),
    cases: perDialect(v.custom<readonly AuthoredOp[]>(Array.isArray, 'expected a list of ops')),
    ...baseFields,
  });

/** The ops of one dialect in order; `missing` collects every forDialect that has no case for it. */
export function opsForDialect(
  authored: readonly AuthoredOp[],
  dialect: DialectName,
  missing: ForDialect[] = [],
): readonly Op[] {
  return authored.flatMap((op) => {
    if (op.op !== 'forDialect') return [op];
    const chosen = chooseForDialect(op.cases, dialect);
    if (chosen) return opsForDialect(chosen, dialect, missing);
    missing.push(op);
    return [];
  });
}

/** The ops of one dialect in order, and a problem for each forDialect that has no case for it. */
export function chosenOps(
  authored: readonly AuthoredOp[],
  dialect: DialectName,
  place?: Place,
): { readonly ops: readonly Op[]; readonly problems: readonly Diagnostic[] } {
  const missing: ForDialect[] = [];
  const ops = opsForDialect(authored, dialect, missing);
  return { ops, problems: missing.map(({ origin }) => problem('no-case-for-dialect', { dialect }, origin ?? place)) };
}
