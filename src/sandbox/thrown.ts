import type { Diagnostic, Place } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { similar } from '../similar.ts';
import { advance, openExactCursor, tokenText } from './cursor.ts';
import type { Thrown } from './engine.ts';
import { AUTHORING } from './imports.ts';
import { placeAt } from './places.ts';
import type { Program } from './program.ts';
import { syntaxError } from './typescript.ts';
import { explainUnknownName } from './unknown-name.ts';

const NO_IO = 'Migrations have no I/O, environment or clock; write the value, or import it from a data file.';

/** What people reach for that Node or a browser has, and what to do here. */
const ABSENT: { readonly [name: string]: string } = {
  process: NO_IO,
  require: "Use import; only 'migsql' and files beside the migration can be imported.",
  module: 'Use export default.',
  exports: 'Use export default.',
  console: 'There is nothing to print to; look at the ops with migsql show.',
  fetch: NO_IO,
  performance: NO_IO,
  crypto: 'Write the value, or let the database make it: uuid().',
  Buffer: 'Use Uint8Array.',
  setTimeout: NO_IO,
  setInterval: NO_IO,
  setImmediate: NO_IO,
  queueMicrotask: NO_IO,
  __dirname: 'Import paths are relative to the file.',
  __filename: 'Import paths are relative to the file.',
  Intl: 'Its results depend on the locale; format with plain string methods.',
  WeakRef: 'It depends on the garbage collector.',
  FinalizationRegistry: 'It depends on the garbage collector.',
  SharedArrayBuffer: 'There are no threads.',
  Atomics: 'There are no threads.',
  URL: 'Take the text apart with string methods.',
  TextEncoder: 'Write the bytes, or use string methods.',
  TextDecoder: 'Write the text, or use string methods.',
  structuredClone: 'Copy with spread or JSON.parse(JSON.stringify(…)).',
};

/** An error thrown by project code, as a diagnostic at its place. */
export function explainThrown(thrown: Thrown, program: Program, place: Place): Diagnostic {
  const { name, message, missing, instead, known } = thrown;
  if (missing !== undefined && instead !== undefined)
    return problem('not-available', { name: missing, instead }, place);
  const absent = /^'(\w+)' is not defined$/.exec(message)?.[1] ?? '';
  if (name === 'ReferenceError' && Object.hasOwn(ABSENT, absent)) {
    return problem('not-available', { name: absent, instead: ABSENT[absent] ?? '' }, place);
  }
  const [, unknown, module] = /^Could not find export '(.*)' in module '([^\u001f']*)/.exec(message) ?? [];
  if (name === 'SyntaxError' && unknown !== undefined && module !== undefined) {
    const suggestions = module === AUTHORING ? similar(unknown, Object.keys(known)) : [];
    return problem('unknown-export', { name: unknown, module, suggestions }, placeOfName(unknown, program));
  }
  if (name === 'SyntaxError' && place.line !== undefined && isParsing(thrown.stack)) return syntaxError(message, place);
  return explainUnknownName(thrown, program, place) ?? problem('evaluation-failed', { name, reason: message }, place);
}

/** An error of the parser has one frame without a function. */
const isParsing = (stack: string): boolean => /^ {4}at [^()]*\n?$/.test(stack);

function placeOfName(name: string, program: Program): Place {
  for (const { file, text } of program.sources()) {
    const cursor = openExactCursor(text);
    while (advance(cursor) !== 'end') {
      if (cursor.kind === 'name' && tokenText(cursor) === name) return placeAt(text, cursor.start, file);
    }
  }
  return { file: program.entry };
}
