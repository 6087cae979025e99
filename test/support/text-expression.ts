/** What the text expressions of SQL Server and Oracle mean, after their documentation: no server can say it here. */
import { type JudgeToken, cutAt, inParentheses, tokensOf } from './judges/tokens.ts';

/** The value of an expression of literals, character functions and concatenation. */
export const textOf = (expression: string, language: 'tsql' | 'plsql'): string =>
  valueOf(tokensOf(expression, language), language);

function valueOf(tokens: readonly JudgeToken[], language: 'tsql' | 'plsql'): string {
  return cutAt(tokens, language === 'tsql' ? '+' : '||')
    .map((term) => termOf(term, language))
    .join('');
}

function termOf(tokens: readonly JudgeToken[], language: 'tsql' | 'plsql'): string {
  const [first, second] = tokens;
  if (!first) throw new Error('a term is missing');
  if (first.kind === 'string' && tokens.length === 1)
    return first.text.replace(/^[^']*'|'$/g, '').replaceAll("''", "'");
  const open = first.text === '(' ? 0 : 1;
  const { inside, close } = inParentheses(tokens, open);
  if ((open === 1 && second?.text !== '(') || close !== tokens.length - 1) {
    throw new Error(`no text: ${tokens.map(({ text }) => text).join(' ')}`);
  }
  return open === 0 ? valueOf(inside, language) : callOf(first.text, inside, language);
}

function callOf(name: string, inside: readonly JudgeToken[], language: 'tsql' | 'plsql'): string {
  const argument = inside[0]?.text ?? '';
  switch (`${language} ${name}`) {
    case 'tsql NCHAR':
    case 'plsql CHR':
      return String.fromCharCode(Number(argument));
    case 'tsql CAST':
      return argument.startsWith('0x')
        ? Buffer.from(argument.slice(2), 'hex').toString('utf16le')
        : termOf(inside.slice(0, 1), language);
    case 'plsql TO_CHAR':
    case 'plsql TO_CLOB':
      return valueOf(inside, language);
    case 'plsql UNISTR':
      return valueOf(inside, language).replace(/\\([0-9a-f]{4})/g, (_, digits: string) =>
        String.fromCharCode(parseInt(digits, 16)),
      );
    default:
      throw new Error(`no function of texts: ${name}`);
  }
}
