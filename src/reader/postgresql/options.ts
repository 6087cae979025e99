import type { DefElem, Node } from 'libpg-query';
import type { SequenceOptions } from '../../schema/object.ts';
import { nothingElse, unread } from '../reading.ts';
import { allOf, asKind, isKind, stringsOf } from './nodes.ts';

const named = (element: DefElem): string => {
  const { defnamespace, defname = '', arg: _argument, defaction: _, location: __, ...rest } = element;
  nothingElse(rest);
  return defnamespace === undefined ? defname : `${defnamespace}.${defname}`;
};

/** `WITH (fillfactor = 70)` */
export function parametersOf(options: readonly Node[]): { readonly [parameter: string]: string | number | boolean } {
  return Object.fromEntries(allOf(options, 'DefElem').map((each) => [named(each), parameterValue(each.arg)]));
}

function parameterValue(arg: Node | undefined): string | number | boolean {
  if (arg === undefined) return true;
  if (isKind(arg, 'Integer')) return asKind(arg, 'Integer').ival ?? 0;
  if (isKind(arg, 'Float')) return Number(asKind(arg, 'Float').fval);
  const text = isKind(arg, 'TypeName') ? stringsOf(asKind(arg, 'TypeName').names).join('.') : (asKind(arg, 'String').sval ?? '');
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

/** What the options of a sequence say. Who owns it, and what that of an identity is called, is not in the schema model. */
export interface SequenceSettings {
  readonly options: SequenceOptions;
  /** The number that comes next; `true` where it is the one that the sequence began with. */
  readonly restart?: number | true;
}

type Setting = readonly [keyof SequenceOptions, number | boolean];

/** Of a sequence that is being made, options that say what it is by itself are left out. */
export function sequenceSettings(nodes: readonly Node[] | undefined, isNew: boolean): SequenceSettings {
  const elements = allOf(nodes, 'DefElem').map((each) => [named(each), each.arg] as const);
  const type = elements.find(([name]) => name === 'as')?.[1];
  const pairs = elements.flatMap(([name, arg]) => sequenceOption(name, arg, isNew));
  const options: SequenceOptions = Object.fromEntries([...typeLimit(type), ...pairs]);
  if (type && (!isNew || (options.increment ?? 1) < 0)) unread('it gives a sequence another type');
  const restart = elements.find(([name]) => name === 'restart');
  return { options, ...(restart && { restart: restart[1] ? wholeNumber(restart[1]) : true }) };
}

const FIELDS: { readonly [option: string]: keyof SequenceOptions | undefined } = {
  start: 'start',
  increment: 'increment',
  minvalue: 'minValue',
  maxvalue: 'maxValue',
  cache: 'cache',
};

const ELSEWHERE: ReadonlySet<string> = new Set(['restart', 'as', 'owned_by', 'sequence_name']);

function sequenceOption(name: string, arg: Node | undefined, isNew: boolean): readonly Setting[] {
  if (ELSEWHERE.has(name)) return [];
  if (name === 'cycle') {
    const cycle = asKind(arg, 'Boolean').boolval ?? false;
    return cycle || !isNew ? [['cycle', cycle]] : [];
  }
  const field = FIELDS[name] ?? unread(`it says '${name}' of a sequence`);
  if (arg === undefined) return isNew ? [] : unread('it takes a limit of a sequence away');
  return [[field, wholeNumber(arg)]];
}

/** The largest number of each type of a sequence; a sequence is of the last by itself. */
const LARGEST: { readonly [type: string]: number | null | undefined } = { int2: 32767, int4: 2147483647, int8: null };

function typeLimit(type: Node | undefined): readonly Setting[] {
  if (!type) return [];
  const largest = LARGEST[stringsOf(asKind(type, 'TypeName').names).at(-1) ?? ''];
  if (largest === undefined) return unread('it makes a sequence of a type that is not known');
  return largest === null ? [] : [['maxValue', largest]];
}

function wholeNumber(arg: Node): number {
  const value = isKind(arg, 'Integer') ? (asKind(arg, 'Integer').ival ?? 0) : Number(asKind(arg, 'Float').fval);
  return Number.isSafeInteger(value) ? value : unread('it holds a number that is too large');
}
