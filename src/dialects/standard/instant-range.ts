import { refuse } from '../dialect.ts';
import { type Timestamp, inUtc } from './calendar.ts';

const FIRST = '1970-01-01 00:00:01';
const LAST = '2038-01-19 03:14:07.999999';

/**
 * The instant in UTC as `YYYY-MM-DD HH:MM:SS[.ffffff]`. A TIMESTAMP counts seconds in 31 bits:
 * https://dev.mysql.com/doc/refman/8.4/en/datetime.html (MariaDB counts further from version 11.5 on).
 */
export function utcText(timestamp: Timestamp): string {
  const utc = inUtc(timestamp);
  // Texts of this form sort as the instants do.
  const text = utc && `${utc.date} ${utc.time}`;
  if (text !== undefined && text >= FIRST && text <= LAST) return text;
  return refuse(
    `'${timestamp.date} ${timestamp.time}${timestamp.zone}' is beyond TIMESTAMP, which holds ${FIRST} to ${LAST} UTC`,
    'Use types.timestamp(), a DATETIME in a zone of your choice, for such a column.',
  );
}
