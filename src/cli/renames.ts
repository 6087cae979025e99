import { type Rename, possibleRenames } from '../compare/index.ts';
import { MigsqlError, problem } from '../errors.ts';
import type { SchemaModel } from '../schema/model.ts';

/**
 * What `--rename` says, and what a person at a terminal says of other names that may be new ones for what is there. Where
 * nobody can be asked they are none.
 *
 * @throws MigsqlError of a code of `renamesOf`
 */
export const askedRenames =
  (texts: readonly string[], canAsk: boolean) =>
  async (before: SchemaModel, after: SchemaModel): Promise<readonly Rename[]> => {
    const said = renamesOf(texts);
    const settled = new Set(said.flatMap(({ from, to }) => [from, to]));
    const open = possibleRenames(before, after).filter(({ from, to }) => !settled.has(from) && !settled.has(to));
    if (!canAsk || open.length === 0) return said;
    const { confirm } = await import('@inquirer/prompts');
    const confirmed: Rename[] = [];
    for (const rename of open) {
      const message = `'${rename.from}' is gone and '${rename.to}' is new. Is it the new name, so that its rows stay?`;
      if (await confirm({ message, default: false }, { output: process.stderr })) confirmed.push(rename);
    }
    return [...said, ...confirmed];
  };

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
