/** What people read of an error: one sentence that says what is wrong, and one that says what to do next. */
export type Prose<D> = { readonly [C in keyof D]: (details: D[C]) => { message: string; hint: string } };

/** Long lists are cut in prose; the details hold them whole. */
export const list = (items: readonly string[], separator = ', '): string =>
  items.length <= 12 ? items.join(separator) : [...items.slice(0, 10), `… (${items.length - 10} more)`].join(separator);

/** A line of a source, as far as a message needs it. */
export const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

export const others = (items: readonly string[], known: readonly string[]): string[] => {
  const without = new Set(known);
  return items.filter((item) => !without.has(item));
};
