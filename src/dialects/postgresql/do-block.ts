/** A text between dollar quotes, of a tag that is not in it, nor begins at its end. */
export function dollarQuoted(text: string, tag: string): string {
  let free = tag;
  for (let n = 2; `${text}$`.includes(`$${free}$`); n++) free = `${tag}${n}`;
  return `$${free}$${text}$${free}$`;
}

/**
 * A block of PL/pgSQL that runs at once. psql replaces no `:name` within dollar quotes:
 * https://www.postgresql.org/docs/current/sql-do.html
 */
export const doBlock = (body: string): string => `DO ${dollarQuoted(`\n${body}\n`, 'migsql')}`;
