import type { Dialect, Lowered } from '../dialects/dialect.ts';
import type { VersionChange } from '../revisions/index.ts';
import type { VersionTable } from '../schema/version-table.ts';
import type { Origin, Statement } from './plan.ts';
import { versionStatement } from './version-table.ts';

export function statementOf(lowered: Lowered, origin: Origin): Statement {
  const { sql, kind, transactional, compound, emulation, proof, mayHoldBefore, leaves, clearing } = lowered;
  return {
    sql,
    origin,
    kind,
    transactional,
    compound,
    ...(emulation !== undefined && { emulation }),
    ...(proof !== undefined && { proof }),
    ...(mayHoldBefore && { mayHoldBefore }),
    ...(leaves !== undefined && { leaves }),
    ...(clearing !== undefined && { clearing }),
  };
}

/** What makes the version table where it is missing. */
export const versionTableStatements = (table: VersionTable, dialect: Dialect): Statement[] =>
  dialect.createVersionTable(table, dialect).map((lowered) => statementOf(lowered, { kind: 'version-table' }));

export const versionChange = (change: VersionChange, table: VersionTable, dialect: Dialect): Statement =>
  statementOf(versionStatement(change, table, dialect), { kind: 'version-table', change });
