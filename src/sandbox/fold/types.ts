import { type Folding, giveUp, is, isName, next, take, takeName } from './state.ts';

/** Passes over a type that is made of names, texts, `[]`, `<…>` and unions; gives up on any other. */
export function passType(folding: Folding): void {
  if (is(folding, '|')) next(folding);
  passMember(folding);
  while ((is(folding, '|') || is(folding, '&')) && !isDoubled(folding)) {
    next(folding);
    passMember(folding);
  }
}

/** `||` and `&&` are operators of values. */
const isDoubled = ({ cursor: { text, start } }: Folding): boolean => text.charAt(start) === text.charAt(start + 1);

function passMember(folding: Folding): void {
  const { cursor } = folding;
  const isReadonly = isName(folding, 'readonly');
  if (isReadonly) next(folding);
  if (cursor.kind === 'string' || cursor.kind === 'number') next(folding);
  else passName(folding);
  // Only a list type can be readonly.
  if (isReadonly && !is(folding, '[')) giveUp();
  while (is(folding, '[') && !cursor.afterBreak) {
    next(folding);
    take(folding, ']');
  }
}

/** What a type may begin with beside a plain name. */
const PREFIXES = new Set(['typeof', 'keyof', 'infer', 'unique', 'asserts', 'new', 'import', 'abstract']);

function passName(folding: Folding): void {
  if (PREFIXES.has(takeName(folding))) giveUp();
  while (is(folding, '.')) {
    next(folding);
    takeName(folding);
  }
  if (!is(folding, '<') || folding.cursor.afterBreak) return;
  next(folding);
  passType(folding);
  while (is(folding, ',')) {
    next(folding);
    passType(folding);
  }
  take(folding, '>');
}
