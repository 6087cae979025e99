/** A tag for dollar quotes around a text: it is not in it, nor begins at its end. */
export function freeTag(text: string, tag: string): string {
  let free = tag;
  for (let n = 2; `${text}$`.includes(`$${free}$`); n++) free = `${tag}${n}`;
  return free;
}

export function dollarQuoted(text: string, tag: string): string {
  const free = freeTag(text, tag);
  return `$${free}$${text}$${free}$`;
}

/**
 * A block of PL/pgSQL that runs at once. psql replaces no `:name` within dollar quotes:
 * https://www.postgresql.org/docs/current/sql-do.html
 */
export const doBlock = (body: string): string => `DO ${dollarQuoted(`\n${body}\n`, 'migsql')}`;
