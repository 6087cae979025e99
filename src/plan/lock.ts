import type { Dialect } from '../dialects/dialect.ts';
import { writeLiteral, writeTable } from '../dialects/write.ts';
import type { VersionTable } from '../schema/version-table.ts';

/** What a lock goes by that all runs on one version table take, as scripts and `apply` write it. */
export interface LockName {
  /** The version table as a text literal, written as in a statement. */
  readonly tableText: string;
  /** `migsql:` and that table, as a text literal. */
  readonly text: string;
  /** A number made of it, in decimal: advisory locks go by a signed number of 64 bits. */
  readonly number: string;
}

export function lockName(versionTable: VersionTable, dialect: Dialect): LockName {
  const table = writeTable(dialect, versionTable);
  const name = `migsql:${table}`;
  return { tableText: writeLiteral(dialect, table), text: writeLiteral(dialect, name), number: fnv63(name) };
}

/** FNV-1a of 63 bits. */
function fnv63(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return String(hash >> 1n);
}
