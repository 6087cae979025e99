import { DEEPEST_DATA } from './limits.ts';

/**
 * The script that runs once in a fresh interpreter, before any project code: it takes away what is not
 * deterministic, freezes everything that two migrations could share, and gives the host its functions. `encode`
 * writes what is no plain data as `!` and the reason.
 */
export const GUEST_SCRIPT = String.raw`(() => {
'use strict';

const refuse = (name, instead) => function () {
  const error = new Error(name + ' is not available while migrations are evaluated');
  error.instead = instead;
  error.missing = name;
  throw error;
};
const replace = (object, name, value) =>
  Object.defineProperty(object, name, { value, writable: true, enumerable: false, configurable: true });

// Code from text.
const functions = [function () {}, function* () {}, async function () {}, async function* () {}];
const functionPrototypes = functions.map(Object.getPrototypeOf);
const NO_CODE = 'Write the code itself in the file.';
for (const prototype of functionPrototypes) replace(prototype, 'constructor', refuse('Function()', NO_CODE));
const NoFunction = refuse('Function()', NO_CODE);
Object.defineProperty(NoFunction, 'prototype', { value: Function.prototype });
replace(globalThis, 'Function', NoFunction);
replace(globalThis, 'eval', refuse('eval()', NO_CODE));

// What depends on the garbage collector, on threads, on chance.
const UNSTEADY = ['WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics', 'performance', 'Intl', 'console'];
for (const name of UNSTEADY) delete globalThis[name];
const NO_CHANCE = 'Write the value, or let the database make it: uuid() or a sql fragment.';
replace(Math, 'random', refuse('Math.random()', NO_CHANCE));

// What depends on the locale.
const LOCALE = 'Its result depends on the locale; format with plain string methods.';
const typedArray = Object.getPrototypeOf(Uint8Array.prototype);
for (const prototype of [Object.prototype, Number.prototype, BigInt.prototype, Array.prototype, typedArray]) {
  replace(prototype, 'toLocaleString', refuse('toLocaleString()', LOCALE));
}
for (const name of ['localeCompare', 'toLocaleUpperCase', 'toLocaleLowerCase']) {
  replace(String.prototype, name, refuse(name + '()', LOCALE));
}

// What depends on the clock or the time zone.
const NO_CLOCK = "Write the date: new Date('2024-01-31T00:00:00Z'); the database's time is now().";
const NO_ZONE = "Its result depends on the time zone; use the UTC method, or toISOString().";
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
const TIME_WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
const NativeDate = Date;
const checkText = (text) => {
  if (DATE.test(text) || TIME_WITH_ZONE.test(text)) return;
  refuse("new Date('" + text + "')", "Write an ISO date with its zone: '2024-01-31T00:00:00Z'.")();
};
function ZonelessDate(...given) {
  if (!new.target) refuse('Date()', NO_CLOCK)();
  if (given.length === 0) refuse('new Date()', NO_CLOCK)();
  if (given.length > 1) refuse('new Date(year, month, …)', 'Use new Date(Date.UTC(year, month, …)).')();
  const [value] = given;
  if (typeof value === 'string') checkText(value);
  else if (typeof value !== 'number' && !(value instanceof NativeDate)) {
    throw new TypeError('a date is made of a number or an ISO text');
  }
  return Reflect.construct(NativeDate, [value], new.target);
}
const nativeParse = NativeDate.parse;
Object.defineProperty(ZonelessDate, 'name', { value: 'Date' });
Object.defineProperty(ZonelessDate, 'length', { value: 7 });
Object.defineProperty(ZonelessDate, 'prototype', { value: NativeDate.prototype, writable: false });
replace(ZonelessDate, 'UTC', NativeDate.UTC);
replace(ZonelessDate, 'parse', function parse(text) { checkText(String(text)); return nativeParse(String(text)); });
replace(ZonelessDate, 'now', refuse('Date.now()', NO_CLOCK));
replace(NativeDate.prototype, 'constructor', ZonelessDate);
replace(globalThis, 'Date', ZonelessDate);
for (const name of Object.getOwnPropertyNames(NativeDate.prototype)) {
  const isZoned = /^(?:get|set)(?!UTC|Time$)/.test(name) || /^to(?!ISOString$|UTCString$|GMTString$|JSON$)/.test(name);
  if (isZoned) replace(NativeDate.prototype, name, refuse('Date.prototype.' + name + '()', NO_ZONE));
}

// What two migrations could tell each other by. Properties of Object.prototype and of errors become accessors that
// define an own property when set, so that freezing them does not forbid error.name = 'X' on an object of one's own.
const thaw = (prototype) => {
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const { value, writable } = Object.getOwnPropertyDescriptor(prototype, name);
    if (!writable) continue;
    Object.defineProperty(prototype, name, {
      get() { return value; },
      set(own) {
        if (this === prototype) throw new TypeError('cannot change ' + name + ' of a built-in object');
        Object.defineProperty(this, name, { value: own, writable: true, enumerable: true, configurable: true });
      },
      enumerable: false,
      configurable: false,
    });
  }
};
const seen = new Set();
const freeze = (roots) => {
  const left = [...roots];
  while (left.length > 0) {
    const value = left.pop();
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) continue;
    seen.add(value);
    if (!ArrayBuffer.isView(value)) Object.freeze(value);
    left.push(Object.getPrototypeOf(value));
    for (const key of Reflect.ownKeys(value)) {
      const { value: held, get, set } = Object.getOwnPropertyDescriptor(value, key);
      left.push(held, get, set);
    }
  }
};

// Plain data out, as JSON.
const DEEPEST = ${DEEPEST_DATA};
const nameOf = (value) => {
  if (value instanceof Promise) return 'a promise';
  if (value instanceof NativeDate) return 'a Date';
  const name = value.constructor && value.constructor.name;
  return typeof name === 'string' && name ? 'an instance of ' + name : 'an object with a prototype';
};
const bad = (found) => ({ path: '', found });
const within = (step, found) => { found.path = step + found.path; return found; };
const step = (key) => (/^[\w$]+$/.test(key) ? '.' + key : '[' + JSON.stringify(key) + ']');
const { getPrototypeOf, keys, prototype: plain } = Object;
const { isArray } = Array;
const flaw = (value, depth) => {
  switch (typeof value) {
    case 'string': case 'boolean': return undefined;
    case 'number': return value - value === 0 ? undefined : bad(String(value));
    case 'object': break;
    case 'function': return bad('a function');
    case 'undefined': return bad('undefined');
    default: return bad('a ' + typeof value);
  }
  if (value === null) return undefined;
  if (depth > DEEPEST) return bad('nested deeper than ' + DEEPEST + ' levels');
  if (isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const item = value[i];
      // Rows of a data migration are many: the usual cells take no call.
      if (typeof item === 'string' || item === null || (typeof item === 'number' && item - item === 0)) continue;
      const found = flaw(item, depth + 1);
      if (found) return within('[' + i + ']', found);
    }
    return undefined;
  }
  const prototype = getPrototypeOf(value);
  if (prototype !== plain && prototype !== null) return bad(nameOf(value));
  const names = keys(value);
  for (let i = 0; i < names.length; i++) {
    const held = value[names[i]];
    if (typeof held === 'string' || held === undefined || held === true || held === false) continue;
    const found = flaw(held, depth + 1);
    if (!found) continue;
    if (typeof value.origin === 'string') found.origin ??= value.origin;
    return within(step(names[i]), found);
  }
  return undefined;
};
const encode = (exports) => {
  if (exports instanceof Promise) return '!{"pending":true}';
  if (!('default' in exports)) return '!{"none":true}';
  const found = flaw(exports.default, 0);
  if (found) return '!' + JSON.stringify({ ...found, path: found.path.replace(/^\./, '') });
  const json = JSON.stringify(exports.default);
  // A toJSON() that is not enumerable, or a proxy's, can give anything.
  return json === undefined ? '!' + JSON.stringify(bad('undefined')) : json;
};
const text = (read) => {
  try {
    const value = read();
    return value === undefined ? undefined : String(value);
  } catch {
    return undefined;
  }
};
const known = {};
const explain = (error) => {
  const isObject = typeof error === 'object' && error !== null;
  const own = (name) => (isObject ? text(() => error[name]) : undefined);
  return JSON.stringify({
    name: own('name') || 'Error',
    message: (isObject ? own('message') : text(() => error)) || 'no message',
    stack: own('stack') || '',
    missing: own('missing'),
    instead: own('instead'),
    known,
  });
};

const harden = () => {
  const usual = [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];
  const errors = [...usual, AggregateError, InternalError];
  for (const { prototype } of [Object, ...errors]) thaw(prototype);
  const iterators = [
    [].values(), new Map().values(), new Set().values(), ''[Symbol.iterator](), 'x'.matchAll(/x/g),
    (function* () {})(), (async function* () {})(), [].values().map((x) => x), Iterator.from({ next() {} }),
  ];
  freeze([globalThis, ...functionPrototypes, ...iterators.map(Object.getPrototypeOf)]);
};
const freezeExports = (exports) => {
  for (const name of keys(exports)) known[name] = typeof exports[name] === 'object' ? keys(exports[name]) : [];
  freeze(Object.values(exports));
};
return { harden, freeze: freezeExports, encode, explain };
})()`;
