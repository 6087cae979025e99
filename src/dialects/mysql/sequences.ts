import { unsupported } from '../dialect.ts';

/** https://dev.mysql.com/doc/refman/8.4/en/example-auto-increment.html */
export const NO_SEQUENCES = unsupported(
  'MySQL has no sequences',
  'Number the rows with { identity: true }, or keep the last number in a table of your own.',
);
