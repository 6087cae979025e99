import type { Rename } from '../compare/index.ts';
import { MigsqlError, problem } from '../errors.ts';

/**
 * What `--rename` says: `old=new`.
 *
 * @throws MigsqlError `invalid-usage` for each that does not
 */
export function renamesOf(texts: readonly string[]): readonly Rename[] {
  const pairs = texts.map((text) => ({ text, parts: text.split('=') }));
  const wrong = pairs.filter(({ parts }) => parts.length !== 2 || parts.includes(''));
  const instead = "Write '--rename old=new' for a table, '--rename account.mail=account.email' for a column.";
  if (wrong.length) throw new MigsqlError(wrong.map(({ text }) => problem('invalid-usage', { reason: `--rename '${text}' is no pair of names`, instead })));
  return pairs.map(({ parts: [from = '', to = ''] }) => ({ from, to }));
}
