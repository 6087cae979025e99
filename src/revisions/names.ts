/** Words of the target notation, which name no revision and no branch. */
export const SYMBOLS: readonly string[] = ['base', 'head', 'heads'];

/** White space, control, formatting and unpaired surrogate characters: nobody sees or types them. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Cs}]/u;

/** The length of the version table's column. */
const LONGEST_ID = 128;

/** What nearly all ids are, found without looking at each forbidden character. */
const PLAIN = /^\w{1,128}$/;

/** Characters of the target notation, and what shells, paths and literals would take for their own. */
const NOT_IN_IDS = ['@', '+', '-', ':', ',', "'", '"', '`', '/', '\\'];

/** Why `id` cannot be a revision's id, as the end of a sentence; nothing when it can. */
export function invalidId(id: string): string | undefined {
  if (PLAIN.test(id) && !SYMBOLS.includes(id)) return undefined;
  if (id.length > LONGEST_ID) return `has ${id.length} characters, more than ${LONGEST_ID}`;
  return reserved(id) ?? holds(id, NOT_IN_IDS);
}

/**
 * Why `label` cannot be a branch label. Hyphens are allowed inside (`feature-x`), but not before a closing
 * number: `rel-2024` would read as 'the revision 2024 below rel'.
 */
export function invalidLabel(label: string): string | undefined {
  const offset = /-\d+$/.exec(label)?.[0];
  if (offset !== undefined) return `ends in '${offset}', which reads as an offset`;
  if (label.startsWith('-') || label.endsWith('-')) return 'begins or ends with a hyphen';
  return reserved(label) ?? holds(label, ['@', '+', ':', ',']);
}

/** Why `text` can name nothing at all: neither an id, nor a label, nor the beginning of one. */
export function invalidName(text: string): string | undefined {
  if (text.startsWith('-') || text.endsWith('-')) return 'begins or ends with a hyphen';
  return holds(text, ['@', '+', ':', ',']);
}

function reserved(name: string): string | undefined {
  if (name === '') return 'is empty';
  return SYMBOLS.includes(name) ? 'is a word of the target notation' : undefined;
}

function holds(name: string, characters: readonly string[]): string | undefined {
  const found = characters.filter((character) => name.includes(character)).map((character) => `'${character}'`);
  if (INVISIBLE.test(name)) found.push('white space or an invisible character');
  return found.length ? `holds ${found.join(', ')}` : undefined;
}
