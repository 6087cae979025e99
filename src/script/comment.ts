/**
 * Text that may stand behind `-- ` in every client: one line, ASCII, no substitution variable of sqlcmd (`$(x)`),
 * SQL*Plus (`&x`) or psql (`:x`), and no end that SQL*Plus reads as a terminator or continuation.
 */
export function commentText(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]+/gu, (other) => (/^\s+$/u.test(other) ? ' ' : '?'))
    .replaceAll('$(', '$ (')
    .replaceAll('&', '+')
    .replace(/[;\-/\s]+$/u, '');
}

/** Letters, digits and what file names and titles usually hold besides. */
const HARMLESS = /^[\w ./,:'()-]*[\w.)]$/;
