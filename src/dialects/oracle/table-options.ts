import type { SetTableOptions, TableOptionChanges } from '../../ops/set-table-options.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { has } from '../server.ts';
import { words } from '../standard/words.ts';
import { writeName, writeTable } from '../write.ts';
import { block, catalogueName, ownerOf } from './blocks.ts';

/** ROW STORE came with 12.1. COMPRESS ADVANCED needs the Advanced Compression option. */
const COMPRESSION = {
  basic: { words: 'ROW STORE COMPRESS BASIC', before: 'COMPRESS BASIC' },
  advanced: { words: 'ROW STORE COMPRESS ADVANCED', before: 'COMPRESS FOR OLTP' },
  none: { words: 'NOCOMPRESS', before: 'NOCOMPRESS' },
} as const;

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-TABLE.html (physical_properties) */
export function storageWords(on: TableOptionChanges | undefined, dialect: Dialect): string {
  const { tablespace, compress } = on?.oracle ?? {};
  const compression = compress && COMPRESSION[compress];
  return words(
    tablespace !== undefined && `TABLESPACE ${writeName(dialect, tablespace)}`,
    compression && (has({ dialect }, 12, 1) ? compression.words : compression.before),
  );
}

/**
 * MOVE writes every row anew, while others wait, and leaves the table's indexes UNUSABLE, so that they are built again;
 * without waiting it is a feature of the Enterprise Edition (ONLINE). LOBs stay in their own segments:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html (move_table_clause)
 */
export function setTableOptions({ table, on }: SetTableOptions, { dialect }: LoweringContext): readonly Lowered[] {
  const storage = storageWords(on, dialect);
  if (storage === '') return [];
  return [
    schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} MOVE ${storage}`),
    rebuildIndexes(table, dialect),
  ];
}

const rebuildIndexes = (table: SetTableOptions['table'], dialect: Dialect): Lowered =>
  block([
    '  FOR migsql_row IN (',
    '    SELECT owner, index_name FROM all_indexes',
    `    WHERE table_owner = ${ownerOf(table, dialect)} AND table_name = ${catalogueName(table.name, dialect)}`,
    "    AND status = 'UNUSABLE'",
    '  ) LOOP',
    `    EXECUTE IMMEDIATE 'ALTER INDEX "' || migsql_row.owner || '"."' || migsql_row.index_name || '" REBUILD';`,
    '  END LOOP;',
  ]);
