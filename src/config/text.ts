import type { Document, Node } from 'yaml';
import type { Place } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import { placeAt } from '../sandbox/places.ts';
import type { Path } from './path.ts';

/** Where a path of a config stands. */
export type Locate = (path: Path) => Place;

export interface ParsedText {
  readonly data: unknown;
  /** Finds the key or the item; reads the text once more, so it is asked for only when something is wrong. */
  readonly locator: () => Promise<Locate>;
}

/** @throws MigsqlError `invalid-config` with the place of the mistake */
export async function parseJson(text: string, file: string): Promise<ParsedText> {
  try {
    return { data: JSON.parse(text), locator: () => locatorIn(text, file) };
  } catch (error) {
    const { message } = error as SyntaxError;
    const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? (await firstMistake(text)));
    const reason = message.replace(/(?: in JSON)? at position .*$|, (?:\.{3})?".*$/s, '');
    throw new MigsqlError([invalid(`not valid JSON: ${reason}`, placeAt(text, offset, file))]);
  }
}

/** Where JSON.parse does not say it: YAML is a superset, and stumbles over the same. */
async function firstMistake(text: string): Promise<number> {
  const { parseDocument } = await import('yaml');
  return parseDocument(text, { prettyErrors: false }).errors[0]?.pos[0] ?? text.length;
}

/** @throws MigsqlError `invalid-config` for every mistake in the text */
export async function parseYaml(text: string, file: string): Promise<ParsedText> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { prettyErrors: false });
  const mistakes = [...document.errors, ...document.warnings];
  if (mistakes.length === 0) return { data: dataOf(document, file), locator: () => locatorIn(text, file) };
  throw new MigsqlError(
    mistakes.map(({ message, pos }) => invalid(`not valid YAML: ${message}`, placeAt(text, pos[0], file))),
  );
}

function dataOf(document: Document, file: string): unknown {
  try {
    // All of it may be comments: every key may be left out.
    return document.contents === null ? {} : document.toJS();
  } catch (error) {
    // An alias of an anchor that is not there, or too many of them.
    throw new MigsqlError([invalid(`not valid YAML: ${(error as Error).message}`, { file })]);
  }
}

const invalid = (reason: string, place: Place) =>
  problem('invalid-config', { path: '', reason, instead: 'Correct the file; an editor marks the place.' }, place);

/** JSON is YAML as far as positions go. */
async function locatorIn(text: string, file: string): Promise<Locate> {
  const { isMap, isScalar, isSeq, parseDocument } = await import('yaml');
  const { contents } = parseDocument(text, { prettyErrors: false });
  return (path) => {
    let found: Node | null = null;
    let inside: unknown = contents;
    for (const part of path) {
      const pair = isMap(inside) ? inside.items.find(({ key }) => isScalar(key) && key.value === part) : undefined;
      const item: unknown = isSeq(inside) ? inside.items[Number(part)] : pair?.value;
      found = ((pair?.key ?? item) as Node | undefined) ?? found;
      inside = item;
    }
    const offset = found?.range?.[0];
    return offset === undefined ? { file } : placeAt(text, offset, file);
  };
}
