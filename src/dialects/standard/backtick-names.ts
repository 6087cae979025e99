import { type Lexicon, refuse } from '../dialect.ts';

// A name that begins like `_utf8mb4` is read as the character set of a literal:
// https://dev.mysql.com/doc/refman/8.4/en/charset-introducer.html
const CHARACTER_SETS =
  'armscii8 ascii big5 binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 cp932 dec8 eucjpms euckr filename ' +
  'gb18030 gb2312 gbk geostd8 greek hebrew hp8 keybcs2 koi8r koi8u latin1 latin2 latin5 latin7 macce macroman sjis ' +
  'swe7 tis620 ucs2 ujis utf16 utf16le utf32 utf8 utf8mb3 utf8mb4';

// With the flag `u` a surrogate pair is one character.
const UNNAMEABLE = /[\u{10000}-\u{10FFFF}\uD800-\uDFFF]|\s$/u;

/**
 * Names between backticks are in the Basic Multilingual Plane and do not end in a blank:
 * https://dev.mysql.com/doc/refman/8.4/en/identifiers.html
 */
function quoteWithBackticks(name: string): string {
  if (UNNAMEABLE.test(name)) {
    refuse(
      `the name '${name}' ends in a blank or holds a character beyond U+FFFF`,
      'MySQL and MariaDB have no such names: choose another one.',
    );
  }
  return `\`${name.replaceAll('`', '``')}\``;
}

/** The names of MySQL and MariaDB, which keep upper case; `reserved` are the words that each one reserves. */
export const backtickLexicon = (reserved: string): Lexicon => ({
  quote: quoteWithBackticks,
  reserved: new Set([...reserved.split(' '), ...CHARACTER_SETS.split(' ').map((name) => `_${name}`)]),
  plain: /^[A-Za-z_][A-Za-z0-9_$]*$/,
  // https://dev.mysql.com/doc/refman/8.4/en/identifier-length.html
  longestName: { count: 64, unit: 'characters' },
});
