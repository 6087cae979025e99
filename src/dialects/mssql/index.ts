import { type Dialect, refuse, unsupported } from '../dialect.ts';
import { columnDefinition } from './columns.ts';
import { lexicon } from './lexicon.ts';
import { literals } from './literals.ts';
import { lowering } from './lowering.ts';
import { createVersionTable } from './tables.ts';
import { types } from './types.ts';

/** SQL Server 2016 and later. */
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
  nextValue: unsupported('it is not written yet', 'Use sql`…`.'),
  countedRows: () => refuse('it is not written yet', 'Use execute(…).'),
  script: {
    client: 'sqlcmd',
    run: 'sqlcmd -S SERVER -d DATABASE -b -I -x -i FILE',
    layout: 'mssql',
    timeouts: (lock) => [`SET LOCK_TIMEOUT ${lock === 0 ? -1 : lock * 1000}`],
  },
};
