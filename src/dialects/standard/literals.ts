import type { Literal } from '../../sql/fragment.ts';
import type { ColumnType } from '../../sql/types.ts';
import type { Literals } from '../dialect.ts';
import {
  type Duration,
  type Timestamp,
  checkBoolean,
  checkBytes,
  checkCharacters,
  checkDate,
  checkDuration,
  checkEnum,
  checkFloat,
  checkInteger,
  checkJson,
  checkNumber,
  checkNumeric,
  checkText,
  checkTime,
  checkTimestamp,
  checkUuid,
} from './values.ts';

/** How a dialect writes values that are known to be right; every entry is the dialect's own choice. */
export interface LiteralForms {
  /** Text of any length; `as` where a type is known, for dialects that write long text in another way. */
  readonly text: (text: string, as: ColumnType | undefined) => string;
  readonly boolean: (value: boolean) => string;
  /** Hexadecimal digits, two a byte. */
  readonly bytes: (hex: string) => string;
  readonly date: (date: string) => string;
  readonly time: (time: string) => string;
  /** Its `zone` is there exactly where the type has one. */
  readonly timestamp: (timestamp: Timestamp) => string;
  /** `iso` is the ISO 8601 text of `duration`. */
  readonly interval: (iso: string, duration: Duration) => string;
  /** Lower case, with hyphens. */
  readonly uuid: (uuid: string) => string;
  /** A document's text. */
  readonly json: (text: string) => string;
}

/** Checks values against their types, and writes them in a dialect's forms; plain numbers are the same in all. */
export const literalsOf =
  (forms: LiteralForms): Literals =>
  (value, as) => {
    if (value === null) return 'NULL';
    switch (as?.type) {
      case 'smallint':
      case 'integer':
      case 'bigint':
        return checkInteger(value, as.type);
      case 'string':
        return forms.text(checkText(value, as.length), as);
      case 'text':
        return forms.text(checkText(value), as);
      case 'boolean':
        return forms.boolean(checkBoolean(value));
      case 'numeric':
        return checkNumeric(value, as);
      case 'float':
      case 'double':
        return checkFloat(value, as.type);
      case 'date':
        return forms.date(checkDate(value));
      case 'time':
        return forms.time(checkTime(value));
      case 'timestamp':
        return forms.timestamp(checkTimestamp(value, as));
      case 'interval':
        return forms.interval(String(value), checkDuration(value));
      case 'uuid':
        return forms.uuid(checkUuid(value));
      case 'json':
        return forms.json(checkJson(value));
      case 'binary':
        return forms.bytes(checkBytes(value, as.length));
      case 'enum':
        return forms.text(checkEnum(value, as), as);
      case 'native':
      case undefined:
        return untyped(value, forms, as);
    }
  };

/** The value alone decides. */
function untyped(value: Exclude<Literal, null>, forms: LiteralForms, as: ColumnType | undefined): string {
  switch (typeof value) {
    case 'string':
      return forms.text(checkCharacters(value), as);
    case 'number':
      return checkNumber(value);
    case 'boolean':
      return forms.boolean(value);
    default:
      if ('bigint' in value) return value.bigint;
      return 'bytes' in value ? forms.bytes(value.bytes) : forms.json(checkJson(value));
  }
}
