import { type Dialect, unsupported } from '../dialect.ts';
import { createVersionTableIfMissing } from '../standard/version-table.ts';
import { columnDefinition } from './columns.ts';
import { countedRows } from './guard.ts';
import { lexicon } from './lexicon.ts';
import { literals } from './literals.ts';
import { lowering } from './lowering.ts';
import { stored } from './stored.ts';
import { types } from './types.ts';

/** Version 4 of RFC 9562, whose variant digit is 8, 9, a or b. */
const UUID =
  "(lower(hex(randomblob(4))) || '-' || lower(hex(randomblob(2))) || '-4' || " +
  "substr(lower(hex(randomblob(2))), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || " +
  "substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6))))";

/** SQLite 3.35 and later: the first that drops a column in place. */
export const sqlite: Dialect = {
  name: 'sqlite',
  title: 'SQLite',
  lexicon,
  types,
  literals,
  functions: { now: 'CURRENT_TIMESTAMP', today: 'CURRENT_DATE', uuid: UUID },
  lowering,
  transactionalDdl: true,
  autocommit: true,
  columnDefinition: (column, dialect) => columnDefinition(column, dialect),
  createVersionTable: createVersionTableIfMissing,
  server: [3, 35],
  nextValue: unsupported('SQLite has no sequences', 'Number rows by an identity primary key.'),
  countedRows,
  script: {
    client: 'sqlite3',
    run: 'sqlite3 -bail -batch DATABASE < FILE',
    layout: 'sqlite',
    settings: ['PRAGMA foreign_keys = OFF'],
    ledger: [
      'id INTEGER PRIMARY KEY',
      'revision VARCHAR(128) NOT NULL',
      'direction VARCHAR(9) NOT NULL',
      'script CHAR(64) NOT NULL',
      'step INTEGER NOT NULL',
      'block INTEGER',
      'done INTEGER',
      'statements CHAR(64)',
      'started TIMESTAMP NOT NULL',
      'finished TIMESTAMP',
      'run_by VARCHAR(128)',
      'tag VARCHAR(200)',
    ],
    timeouts: (lock) => [`PRAGMA busy_timeout = ${lock === 0 ? 2_147_483_647 : lock * 1000}`],
  },
  stored,
};
