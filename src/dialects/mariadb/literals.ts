import type { Literals } from '../dialect.ts';
import { neutralText } from '../standard/backslash-neutral-text.ts';
import { utcText } from '../standard/instant-range.ts';
import { type LiteralForms, literalsOf } from '../standard/literals.ts';
import { refuseInterval } from '../standard/no-interval.ts';

const FORMS: LiteralForms = {
  text: neutralText,
  boolean: (value) => (value ? 'TRUE' : 'FALSE'),
  bytes: (hex) => (hex === '' ? "''" : `x'${hex}'`),
  date: (date) => `'${date}'`,
  time: (time) => `'${time}'`,
  // MariaDB has no literal with an offset, so the instant is told in the session's zone. That is exact but for the
  // hour that a zone counts twice in autumn; bulkInsert has a form of its own for that reason.
  // https://mariadb.com/docs/server/reference/sql-functions/date-time-functions/convert_tz
  timestamp: (timestamp) =>
    timestamp.zone === undefined
      ? `'${timestamp.date} ${timestamp.time}'`
      : `CONVERT_TZ('${utcText(timestamp)}', '+00:00', @@session.time_zone)`,
  interval: refuseInterval,
  uuid: (uuid) => `'${uuid}'`,
  json: neutralText,
};

export const literals: Literals = literalsOf(FORMS);

/** As `literals`, for a session whose time zone is UTC. */
export const utcLiterals: Literals = literalsOf({
  ...FORMS,
  timestamp: (timestamp) =>
    `'${timestamp.zone === undefined ? `${timestamp.date} ${timestamp.time}` : utcText(timestamp)}'`,
});
