import { openCursor, tokenText } from '../cursor.ts';
import { AUTHORING } from '../imports.ts';
import { placesIn } from '../places.ts';
import { decodeText } from '../strings.ts';
import { foldExpression } from './expression.ts';
import { type Binding, type Folding, TOO_MUCH, giveUp, is, isName, next, take, takeName, takeWord } from './state.ts';
import { isPlainData } from './plain.ts';
import { passType } from './types.ts';

export interface FoldContext {
  /** Names the module in places. */
  readonly file: string;
  /** What `migsql` exports: functions that make plain data of plain data. */
  readonly authoring: { readonly [name: string]: unknown };
  /** The value of a data file and the length of its text; nothing for any other import. */
  readonly importData: (specifier: string) => { readonly value: unknown; readonly size: number } | undefined;
}

/**
 * The default export of a module that only writes values down: literals, lists, records, constants and calls of
 * migsql's builders, as most migrations do. Nothing of the module is run, so nothing needs to be confined; the
 * builders are called with what the source says. Whatever is not plain enough, or wrong in any way, gives nothing:
 * then the interpreter evaluates the module, with the same result and better words.
 */
export function foldModule(text: string, context: FoldContext): { readonly value: unknown } | undefined {
  const folding: Folding = {
    cursor: openCursor(text),
    placeOf: placesIn(text, context.file),
    bindings: new Map(),
    spent: 0,
    ops: 0,
    holders: new Set([context.authoring['migration'], context.authoring['forDialect']]),
    depth: 0,
  };
  if (ODD_BREAK.test(text)) return undefined;
  try {
    next(folding);
    for (;;) {
      if (isName(folding, 'import')) foldImport(folding, context);
      else if (isName(folding, 'const')) foldConstant(folding);
      else if (is(folding, ';')) next(folding);
      else return foldDefault(folding);
    }
  } catch (error) {
    // Whatever a builder objects to, the interpreter says it with the place.
    if (error === TOO_MUCH || error instanceof Error) return undefined;
    throw error;
  }
}

/** Line breaks that not everything counts as one. */
const ODD_BREAK = /\r(?!\n)|[\u2028\u2029]/;

function foldDefault(folding: Folding): { readonly value: unknown } {
  takeWord(folding, 'export');
  takeWord(folding, 'default');
  const value = foldExpression(folding);
  if (is(folding, ';')) next(folding);
  if (folding.cursor.kind !== 'end' || !isPlainData(value)) giveUp();
  return { value };
}

/** `const name = value`, with a plain type or none. */
function foldConstant(folding: Folding): void {
  next(folding);
  const { start } = folding.cursor;
  const name = takeName(folding);
  if (is(folding, ':')) {
    next(folding);
    passType(folding);
  }
  const { spent, ops } = folding;
  take(folding, '=');
  const value = foldExpression(folding);
  endStatement(folding);
  const weight = folding.cursor.start - start + folding.spent - spent;
  bind(folding, name, { value, weight, hasOps: folding.ops > ops });
}

function bind(folding: Folding, name: string, binding: Binding | (() => Binding)): void {
  if (folding.bindings.has(name) || RESERVED.has(name)) giveUp();
  folding.bindings.set(name, binding);
}

const RESERVED = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function if implements import in instanceof interface let new null package private protected
  public return static super switch this throw true try typeof undefined var void while with yield`.split(/\s+/),
);

function endStatement(folding: Folding): void {
  if (is(folding, ';')) next(folding);
  else if (!folding.cursor.afterBreak && folding.cursor.kind !== 'end') giveUp();
}

/** `import { a, b as c, type D } from 'migsql'`, `import type …`, and `import data from './file.csv'`. */
function foldImport(folding: Folding, context: FoldContext): void {
  next(folding);
  const isTypes = isName(folding, 'type');
  if (isTypes) next(folding);
  const names = is(folding, '{') ? importedNames(folding) : defaultName(folding);
  // Without names the import stays, for its effects.
  if (names.length === 0) giveUp();
  takeWord(folding, 'from');
  const { cursor } = folding;
  if (cursor.kind !== 'string') giveUp();
  const specifier = decodeText(tokenText(cursor)) ?? giveUp();
  next(folding);
  if (isName(folding, 'with')) passAttributes(folding);
  endStatement(folding);
  for (const [local, imported] of names)
    bind(folding, local, isTypes ? giveUp : importer(specifier, imported, context));
}

function defaultName(folding: Folding): readonly (readonly [local: string, imported: string])[] {
  return [[takeName(folding), 'default']];
}

function importedNames(folding: Folding): readonly (readonly [local: string, imported: string])[] {
  const names: [string, string][] = [];
  next(folding);
  while (!is(folding, '}')) {
    const first = takeName(folding);
    const isType = first === 'type' && folding.cursor.kind === 'name' && !isName(folding, 'as');
    const imported = isType ? takeName(folding) : first;
    let local = imported;
    if (isName(folding, 'as')) {
      next(folding);
      local = takeName(folding);
    }
    names.push([local, isType ? '' : imported]);
    if (is(folding, ',')) next(folding);
    else if (!is(folding, '}')) giveUp();
  }
  next(folding);
  return names;
}

/** `with { type: 'json' }` */
function passAttributes(folding: Folding): void {
  next(folding);
  take(folding, '{');
  takeWord(folding, 'type');
  take(folding, ':');
  if (folding.cursor.kind !== 'string') giveUp();
  next(folding);
  take(folding, '}');
}

/** Looks the import up when it is first used: TypeScript drops one that never is. */
const importer = (specifier: string, imported: string, context: FoldContext) => (): Binding => {
  if (specifier === AUTHORING) {
    // What it makes calls functions of the project's own.
    if (!Object.hasOwn(context.authoring, imported) || imported === 'defineOp') giveUp();
    return { value: context.authoring[imported], weight: 1 };
  }
  const data = imported === 'default' ? context.importData(specifier) : undefined;
  return data ? { value: data.value, weight: data.size } : giveUp();
};
