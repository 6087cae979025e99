import { type Unsupported, refuse, unsupported } from '../dialect.ts';

/** https://dev.mysql.com/doc/refman/8.4/en/data-types.html has none; INTERVAL is but a word of date arithmetic. */
export const NO_INTERVAL: Unsupported = unsupported(
  'there is no type for intervals',
  "Keep a number with its unit in the name, as in column('timeout_seconds', types.integer()).",
);

export const refuseInterval = (): never => refuse(NO_INTERVAL.unsupported, NO_INTERVAL.hint);
