import type { Dialect } from '../dialect.ts';
import { columnDefinition } from './columns.ts';
import { countedRows } from './counted-rows.ts';
import { lexicon } from './lexicon.ts';
import { literals } from './literals.ts';
import { lowering } from './lowering.ts';
import { stored } from './stored.ts';
import { createVersionTable } from './tables.ts';
import { types } from './types.ts';

/** Oracle Database 12.2 and later, after the manuals of 19c; the config may name an older server, from 11.2 on. */
export const oracle: Dialect = {
  name: 'oracle',
  title: 'Oracle',
  lexicon,
  types,
  literals,
  functions: {
    now: 'CURRENT_TIMESTAMP',
    // A DATE has a time of day.
    today: 'TRUNC(CURRENT_DATE)',
    uuid: 'SYS_GUID()',
  },
  lowering,
  transactionalDdl: false,
  // AUTOCOMMIT is off:
  // https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/SET-system-variable-summary.html
  autocommit: false,
  columnDefinition: (column, dialect) => columnDefinition(column, dialect),
  createVersionTable: createVersionTable,
  server: [12, 2],
  nextValue: (sequence) => `${sequence}.NEXTVAL`,
  countedRows,
  script: {
    client: 'sqlplus',
    run: 'sqlplus -S -L USER@DB @FILE',
    layout: 'oracle',
    // https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/DDL_LOCK_TIMEOUT.html
    limited: { lock: 'schema changes and the version table alone' },
    settings: [
      "ALTER SESSION SET NLS_NUMERIC_CHARACTERS = '.,'",
      "ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY-MM-DD HH24:MI:SS'",
      'ALTER SESSION SET NLS_LENGTH_SEMANTICS = BYTE',
      'ALTER SESSION SET NLS_SORT = BINARY',
      'ALTER SESSION SET NLS_COMP = BINARY',
    ],
    ledger: [
      'id NUMBER(19) GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
      'script VARCHAR2(64) NOT NULL',
      'run NUMBER(10) NOT NULL',
      'block NUMBER(10)',
      'step NUMBER(10) NOT NULL',
      'revision VARCHAR2(128 CHAR)',
      'direction VARCHAR2(16)',
      'outcome VARCHAR2(8) NOT NULL',
      'done NUMBER(10)',
      'statements VARCHAR2(64)',
      'started TIMESTAMP WITH TIME ZONE NOT NULL',
      'finished TIMESTAMP WITH TIME ZONE',
      'run_by VARCHAR2(128)',
      'tag VARCHAR2(200 CHAR)',
    ],
    timeouts: (lock) => [`ALTER SESSION SET DDL_LOCK_TIMEOUT = ${lock === 0 ? 1_000_000 : lock}`],
  },
  stored,
};
