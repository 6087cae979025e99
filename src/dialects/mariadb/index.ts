import type { Dialect } from '../dialect.ts';
import { countedBehind } from '../standard/counted-before.ts';
import { inlineColumn } from '../standard/inline-column.ts';
import { stopBySignal } from '../standard/stop-unless.ts';
import { createCaseSensitiveVersionTable } from '../standard/table-with-options.ts';
import { columnForms } from './column-forms.ts';
import { LEDGER, SETTINGS, waits } from '../standard/session-settings.ts';
import { lexicon } from './lexicon.ts';
import { literals } from './literals.ts';
import { lowering } from './lowering.ts';
import { stored } from './stored.ts';
import { types } from './types.ts';

/** MariaDB 10.6 and later (10.6.9 for instants without a default, see `timestamp-defaults.ts`). */
export const mariadb: Dialect = {
  name: 'mariadb',
  title: 'MariaDB',
  lexicon,
  types,
  literals,
  functions: {
    now: 'CURRENT_TIMESTAMP(6)',
    today: 'CURRENT_DATE',
    // Made of the time and the host (version 1): UUID_v4() came with 11.7.
    uuid: 'UUID()',
  },
  lowering,
  transactionalDdl: false,
  autocommit: true,
  columnDefinition: (column, dialect) => inlineColumn(column, dialect, columnForms),
  createVersionTable: createCaseSensitiveVersionTable,
  server: [10, 6, 9],
  nextValue: (sequence) => `NEXT VALUE FOR ${sequence}`,
  countedRows: countedBehind(stopBySignal),
  script: {
    client: 'mariadb',
    run:
      'mariadb --default-character-set=utf8mb4 --abort-source-on-error --show-warnings --comments --skip-reconnect ' +
      '-vvv DATABASE < FILE',
    layout: 'mysql',
    settings: SETTINGS,
    ledger: LEDGER,
    timeouts: waits('max_statement_time', 1),
  },
  stored,
};
