import type { Dialect } from '../dialects/dialect.ts';
import type { TableOptionChanges } from '../ops/set-table-options.ts';
import type { TableOptions } from '../schema/table.ts';
import { type Phase, difference } from './difference.ts';
import { ownOptions } from './forms.ts';
import { keptTables } from './table-pair.ts';

export const setTableOptions: Phase = (now, wanted, context) =>
  keptTables(now, wanted, context).flatMap((pair) => {
    const on = changedOptions(pair.now.on, pair.wanted.on, context.dialect);
    return on ? [difference({ op: 'setTableOptions', table: pair.now.name, on })] : [];
  });

/** An option that is no longer said is put back where the database's own choice is known, and else left as it is. */
function changedOptions(now: TableOptions | undefined, wanted: TableOptions | undefined, dialect: Dialect): TableOptionChanges | undefined {
  const [former, after] = [now, wanted].map((on) => new Map(ownOptions(on, dialect))) as [Map<string, unknown>, Map<string, unknown>];
  const { with: _, ...rest } = Object.fromEntries([
    ...[...after].filter(([option, value]) => form(former.get(option)) !== form(value)),
    ...[...former].flatMap(([option, value]) => (after.has(option) || value !== true ? [] : [[option, false] as const])),
  ]);
  const changedWith = parameterChanges(former.get('with'), after.get('with'));
  const changed = { ...rest, ...(changedWith && { with: changedWith }) };
  return Object.keys(changed).length ? { [dialect.name]: changed } : undefined;
}

type Parameters = { readonly [name: string]: unknown };

function parameterChanges(now: unknown, wanted: unknown): Parameters | undefined {
  const [former, after] = [(now ?? {}) as Parameters, (wanted ?? {}) as Parameters];
  const changed = Object.keys({ ...former, ...after }).filter((name) => form(former[name]) !== form(after[name]));
  return changed.length ? Object.fromEntries(changed.map((name) => [name, after[name] ?? null])) : undefined;
}

const form = (value: unknown): string => JSON.stringify(value ?? null).toLowerCase();
