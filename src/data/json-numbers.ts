/**
 * JavaScript rounds numbers of more than 15 to 17 digits. Those are handed on as their digits, behind a mark that no
 * text of a database holds.
 */
const MARK = '\0';

/** Whether some number may be rounded; texts match as well. */
const SUSPICIOUS = /\d[\d.]{15}|\d[eE]/;
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.]*(?:[eE][+-]?\d+)?/g;

/** As JSON.parse, with numbers that would be rounded as `digitsOf` knows them. */
export function parseExactly(text: string): unknown {
  if (!SUSPICIOUS.test(text)) return JSON.parse(text);
  JSON.parse(text);
  return JSON.parse(text.replace(TOKEN, (token) => (token.startsWith('"') || isExact(token) ? token : marked(token))));
}

const marked = (digits: string): string => JSON.stringify(MARK + digits);

/** The digits of a number that JavaScript would round. */
export const digitsOf = (value: string): string | undefined => (value.startsWith(MARK) ? value.slice(1) : undefined);

/** Whether such a number stands somewhere in a document. */
export const holdsDigits = (document: unknown): boolean => JSON.stringify(document).includes('"\\u0000');

function isExact(token: string): boolean {
  const number = Number(token);
  return Number.isFinite(number) && significant(token) === significant(String(number));
}

/** Digits without sign, point, exponent and zeros around them. */
function significant(token: string): string {
  const digits = token.replace(/[eE].*/, '').replace(/[-.]/g, '');
  return digits.replace(/^0+/, '').replace(/0+$/, '');
}
