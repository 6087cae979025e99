import type { Dialect } from '../dialect.ts';
import { createVersionTableIfMissing } from '../standard/version-table.ts';
import { columnDefinition } from './columns.ts';
import { countedRows } from './counted-rows.ts';
import { lexicon } from './lexicon.ts';
import { literals, quoteText } from './literals.ts';
import { lowering } from './lowering.ts';
import { stored } from './stored.ts';
import { types } from './types.ts';

/** PostgreSQL 13 and later. */
export const postgresql: Dialect = {
  name: 'postgresql',
  title: 'PostgreSQL',
  lexicon,
  types,
  literals,
  functions: {
    now: 'CURRENT_TIMESTAMP',
    today: 'CURRENT_DATE',
    // In the core since version 13: https://www.postgresql.org/docs/13/release-13.html
    uuid: 'gen_random_uuid()',
  },
  lowering,
  transactionalDdl: true,
  autocommit: true,
  columnDefinition: (column, dialect) => columnDefinition(column, dialect),
  createVersionTable: createVersionTableIfMissing,
  server: [13],
  // A name as regclass is looked up once, and follows the sequence when it is renamed:
  // https://www.postgresql.org/docs/current/functions-sequence.html
  nextValue: (sequence) => `nextval(${quoteText(sequence)}::regclass)`,
  countedRows,
  script: {
    client: 'psql',
    run: 'psql -X -v ON_ERROR_STOP=1 -d DATABASE -f FILE',
    layout: 'postgresql',
    settings: [
      "SET client_encoding = 'UTF8'",
      'SET standard_conforming_strings = on',
      "SET default_transaction_isolation = 'read committed'",
      'SET default_transaction_read_only = off',
    ],
    ledger: [
      'id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
      'revision varchar(128) NOT NULL',
      'direction varchar(9) NOT NULL',
      'script char(64) NOT NULL',
      'step integer NOT NULL',
      'block integer',
      'done integer',
      'statements char(64)',
      'started timestamptz NOT NULL',
      'finished timestamptz',
      'run_by text NOT NULL',
      'tag varchar(200)',
    ],
    timeouts: (lock, statement) => [`SET lock_timeout = '${lock}s'`, `SET statement_timeout = '${statement}s'`],
  },
  stored,
};
