import jsTokens from 'js-tokens';
import type { Found, TokenKind } from './cursor.ts';

const KINDS: { readonly [type: string]: TokenKind } = {
  IdentifierName: 'name',
  PrivateIdentifier: 'name',
  StringLiteral: 'string',
  NumericLiteral: 'number',
  NoSubstitutionTemplate: 'template',
  TemplateHead: 'templateHead',
  TemplateMiddle: 'templateMiddle',
  TemplateTail: 'templateTail',
  RegularExpressionLiteral: 'regex',
};
const BLANKS = new Set([
  'WhiteSpace',
  'LineTerminatorSequence',
  'MultiLineComment',
  'SingleLineComment',
  'HashbangComment',
]);

/** The tokens of a source as js-tokens finds them, punctuators cut into characters; the last is `end`. */
export function* exactTokens(text: string): Generator<Found, Found> {
  let start = 0;
  let afterBreak = true;
  for (const { type, value } of jsTokens(text)) {
    const end = start + value.length;
    if (BLANKS.has(type)) afterBreak ||= /[\n\r\u2028\u2029]/.test(value);
    else if (type === 'Punctuator') {
      for (let at = start; at < end; at++, afterBreak = false)
        yield { kind: 'punctuator', start: at, end: at + 1, afterBreak };
    } else {
      yield { kind: KINDS[type] ?? 'unclear', start, end, afterBreak };
      afterBreak = false;
    }
    start = end;
  }
  return { kind: 'end', start, end: start, afterBreak };
}
