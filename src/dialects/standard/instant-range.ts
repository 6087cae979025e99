import { refuse } from '../dialect.ts';
import type { Timestamp } from './calendar.ts';

const LEAST = Date.parse('1970-01-01T00:00:01Z');
const BEYOND = Date.parse('2038-01-19T03:14:08Z');

/**
 * The instant in UTC as `YYYY-MM-DD HH:MM:SS[.ffffff]`. A TIMESTAMP counts seconds in 31 bits:
 * https://dev.mysql.com/doc/refman/8.4/en/datetime.html (MariaDB counts further from version 11.5 on).
 */
export function utcText({ date, time, zone = '+00:00' }: Timestamp): string {
  const instant = Date.parse(`${date}T${time.slice(0, 8)}${zone}`);
  if (instant < LEAST || instant >= BEYOND) {
    refuse(
      `'${date} ${time}${zone}' is beyond TIMESTAMP, which holds 1970-01-01 00:00:01 to 2038-01-19 03:14:07 UTC`,
      'Use types.timestamp(), a DATETIME in a zone of your choice, for such a column.',
    );
  }
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ') + time.slice(8);
}
