/** The text that a string token or a whole template token stands for; nothing where an escape is not plain. */
export function decodeText(token: string): string | undefined {
  return decodeEscapes(token.slice(1, -1), token.startsWith('`'));
}

/** The text between the quotes with its escapes read, as ECMAScript 2023 (12.9.4, 12.9.6) says. */
export function decodeEscapes(inner: string, template: boolean): string | undefined {
  const text = template && inner.includes('\r') ? inner.replace(/\r\n?/g, '\n') : inner;
  if (!text.includes('\\')) return text;
  let plain = true;
  const decoded = text.replace(ESCAPE, (_, hex?: string, four?: string, braced?: string, other?: string) => {
    const code = Number.parseInt(hex ?? four ?? braced ?? '', 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    plain &&= other !== undefined;
    return SIMPLE[other ?? ''] ?? other ?? '';
  });
  return plain ? decoded : undefined;
}

/** The last alternative without a group takes what is no plain escape: octal ones and broken ones. */
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,8})\}|(0(?!\d)|\r\n|[^\dxu])|[^])/g;

const SIMPLE: { readonly [escape: string]: string | undefined } = {
  __proto__: null as never,
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
  '\n': '',
  '\r': '',
  '\r\n': '',
  '\u2028': '',
  '\u2029': '',
};
