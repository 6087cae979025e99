import type { Dialect } from '../dialect.ts';
import { columnDefinition } from './columns.ts';
import { countedRows } from './counted-rows.ts';
import { lexicon } from './lexicon.ts';
import { literals } from './literals.ts';
import { lowering } from './lowering.ts';
import { nextValue } from './sequences.ts';
import { stored } from './stored.ts';
import { createVersionTable } from './tables.ts';
import { types } from './types.ts';

/** SQL Server 2016 and later, whose own version is 13: 14 is 2017, 15 is 2019, 16 is 2022. */
export const mssql: Dialect = {
  name: 'mssql',
  title: 'SQL Server',
  lexicon,
  types,
  literals,
  functions: {
    // Its offset is dropped by datetime2 and kept by datetimeoffset; SYSDATETIME would be taken for UTC by the latter:
    // https://learn.microsoft.com/sql/t-sql/data-types/datetimeoffset-transact-sql
    now: 'SYSDATETIMEOFFSET()',
    today: 'CAST(SYSDATETIME() AS date)',
    uuid: 'NEWID()',
  },
  lowering,
  transactionalDdl: true,
  autocommit: true,
  columnDefinition: (column, dialect) => columnDefinition(column, dialect),
  createVersionTable: createVersionTable,
  server: [13],
  nextValue,
  countedRows,
  script: {
    client: 'sqlcmd',
    run: 'sqlcmd -S SERVER -d DATABASE -b -I -x -i FILE',
    layout: 'mssql',
    settings: [
      'SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON',
      'SET NUMERIC_ROUNDABORT OFF',
      'SET NOCOUNT ON',
      'SET IMPLICIT_TRANSACTIONS OFF',
      'SET TRANSACTION ISOLATION LEVEL READ COMMITTED',
      'SET ROWCOUNT 0',
    ],
    ledger: [
      'id bigint IDENTITY(1, 1) NOT NULL PRIMARY KEY',
      'revision nvarchar(128) NOT NULL',
      'direction nvarchar(9) NOT NULL',
      'script nvarchar(64) NOT NULL',
      'step int NOT NULL',
      'block int NULL',
      'done int NULL',
      'statements nvarchar(64) NULL',
      'started datetime2 NOT NULL',
      'finished datetime2 NULL',
      'run_by nvarchar(128) NOT NULL',
      'tag nvarchar(200) NULL',
    ],
    timeouts: (lock) => [`SET LOCK_TIMEOUT ${lock === 0 ? -1 : lock * 1000}`],
  },
  stored,
};
