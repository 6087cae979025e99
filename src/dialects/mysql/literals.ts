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
  // With its offset, since 8.0.19, so that the session's zone has no say, nor any hour that it counts twice:
  // https://dev.mysql.com/doc/refman/8.4/en/date-and-time-literals.html
  timestamp: (timestamp) =>
    timestamp.zone === undefined ? `'${timestamp.date} ${timestamp.time}'` : `'${utcText(timestamp)}+00:00'`,
  interval: refuseInterval,
  uuid: (uuid) => `'${uuid}'`,
  json: neutralText,
};

export const literals: Literals = literalsOf(FORMS);
