import { type FileName, type FileNameToken, fileNameOf } from '../config.ts';
import { fail } from '../errors.ts';

/**
 * The name of a new migration's file, without its ending.
 *
 * @throws MigsqlError `invalid-usage` when nothing is left for a name
 */
export function fileStem({ template, timeZone, slugLength }: FileName, id: string, title: string, now: Date): string {
  const slug = words(title.toLowerCase()).slice(0, slugLength);
  const stem = fileNameOf(template, { id: words(id), slug, ...clock(now, timeZone) });
  if (stem) return stem;
  return fail('invalid-usage', { reason: `'${title}' gives the file no name`, instead: "Use letters or digits, or put %(id)s into 'fileName' in the config." });
}

const words = (text: string): string => (text.match(/[\p{L}\p{N}_]+/gu) ?? []).join('_');

type Clock = Readonly<Record<Exclude<FileNameToken, 'id' | 'slug'>, string>>;

/** What the clocks of a zone show. */
function clock(now: Date, timeZone: string): Clock {
  const two = '2-digit';
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two, second: two,
  });
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
  return { year, month, day, hour, minute, second, epoch: String(Math.floor(now.getTime() / 1000)) };
}

/** `2024-01-31 09:05:00` */
export function shownTime(now: Date, timeZone: string): string {
  const { year, month, day, hour, minute, second } = clock(now, timeZone);
  return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
}
