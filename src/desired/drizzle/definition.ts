import type { Diagnostic, Place } from '../../diagnostics.ts';
import { problem } from '../../errors.ts';
import type { Op } from '../../ops/index.ts';
import type { DialectName } from '../../sql/dialect-name.ts';
import { type Read, wrong } from '../context.ts';
import type { DrizzleDefinition, DrizzleExport } from './facts.ts';
import { toFragment } from './fragment.ts';
import { toNumbers } from './numbers.ts';
import { toCreateTable, toName } from './table.ts';

/** The op that makes what an export defines, or why there is none. */
export function readExport(exported: DrizzleExport, dialect: DialectName, origin: Place): Read {
  if ('failed' in exported) return wrong([problem('unread-definition', { name: exported.export, reason: exported.failed }, origin)]);
  const { definition } = exported;
  return { ops: [{ ...toOp(definition, dialect), origin }], problems: unreadDefaults(definition, origin) };
}

function toOp(definition: DrizzleDefinition, dialect: DialectName): Op {
  switch (definition.kind) {
    case 'table':
      return toCreateTable(definition, dialect);
    case 'view': {
      const { query, materialized } = definition;
      return { op: 'createView', name: toName(definition), query: toFragment(query.trim()), ...(materialized && { materialized }) };
    }
    case 'enum':
      return { op: 'createEnum', name: toName(definition), values: definition.values };
    case 'sequence':
      return { op: 'createSequence', name: toName(definition), options: toNumbers(definition) };
    case 'schema':
      return { op: 'createSchema', name: definition.name };
  }
}

/** Defaults that only drizzle-orm's driver can write. */
function unreadDefaults(definition: DrizzleDefinition, place: Place): readonly Diagnostic[] {
  if (definition.kind !== 'table') return [];
  const unread = definition.columns.filter((column) => column.default && 'unknown' in column.default);
  return unread.map(({ name: column }) => problem('unread-default', { column, table: definition.name }, place));
}
