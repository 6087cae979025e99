import { type Dialect, refuse } from '../dialect.ts';
import { inlineColumn } from '../standard/inline-column.ts';
import { createCaseSensitiveVersionTable } from '../standard/table-with-options.ts';
import { columnForms } from './column-forms.ts';
import { LEDGER, SETTINGS, waits } from '../standard/session-settings.ts';
import { lexicon } from './lexicon.ts';
import { literals } from './literals.ts';
import { lowering } from './lowering.ts';
import { NO_SEQUENCES } from './sequences.ts';
import { stored } from './stored.ts';
import { types } from './types.ts';

/** MySQL 8.0.19 and later: checks are enforced since 8.0.16, and instants are told with their offset since 8.0.19. */
export const mysql: Dialect = {
  name: 'mysql',
  title: 'MySQL',
  lexicon,
  types,
  literals,
  functions: {
    // As many digits as the types have, which CURRENT_TIMESTAMP must match as their default:
    // https://dev.mysql.com/doc/refman/8.4/en/timestamp-initialization.html
    now: 'CURRENT_TIMESTAMP(6)',
    today: 'CURRENT_DATE',
    // Made of the time and the host (version 1): there is no function for random ones.
    uuid: 'UUID()',
  },
  lowering,
  transactionalDdl: false,
  autocommit: true,
  columnDefinition: (column, dialect) => inlineColumn(column, dialect, columnForms),
  createVersionTable: createCaseSensitiveVersionTable,
  server: [8, 0, 19],
  nextValue: NO_SEQUENCES,
  // The ops that count their rows do so before (`counted-before.ts`).
  countedRows: (_, { what }) =>
    refuse(`MySQL cannot tell behind the ${what} how many rows it touched`, 'Count the rows before, in an op of its own.'),
  script: {
    client: 'mysql',
    run: 'mysql --default-character-set=utf8mb4 --show-warnings --comments --skip-reconnect -vvv DATABASE < FILE',
    layout: 'mysql',
    // https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_max_execution_time
    limited: { statement: 'queries alone' },
    settings: SETTINGS,
    ledger: LEDGER,
    timeouts: waits('max_execution_time', 1000),
  },
  stored,
};
