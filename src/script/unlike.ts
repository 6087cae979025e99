import type { DialectName } from '../sql/dialect-name.ts';
import { commentText } from './comment.ts';
import { type Line, scriptLines } from './script-lines.ts';

/*
 * What a project's own template writes is taken where it tells client and server what the package's own would, line by
 * line: it may have other comments and other blank lines. Clients look at lines (GO, /, a semicolon at the end, commands of
 * their own), so that not even a line's end is another's to move.
 */

/** Why a text is not to be taken, and the line of it, from 1, that shows it. */
export interface Unlike {
  readonly reason: string;
  readonly line: number;
}

export interface Allowed {
  readonly dialect: DialectName;
  /** No blank line where ours has none: some tools cut what they send at them. */
  readonly isOneBatch: boolean;
}

/** The first line in which a text of a project's own tells anything else than ours. */
export function unlike(own: string, ours: string, allowed: Allowed): Unlike | undefined {
  if (own === ours) return undefined;
  if (own !== '' && !own.endsWith('\n')) return { reason: 'it ends within a line', line: own.split('\n').length };
  const [written, wanted] = [scriptLines(own, allowed.dialect), scriptLines(ours, allowed.dialect)];
  const different = otherCode(written.code, wanted.code);
  if (different) return different;
  for (const [index, gap] of written.gaps.entries()) {
    const known = new Set(wanted.gaps[index]?.map(({ text }) => text));
    const flaw = gap.find((line) => !known.has(line.text) && !isHarmless(line, written.code[index - 1], allowed));
    if (flaw) return { reason: whyNot(flaw), line: flaw.number };
  }
  return undefined;
}

function otherCode(written: readonly Line[], wanted: readonly Line[]): Unlike | undefined {
  const at = Array.from({ length: Math.max(written.length, wanted.length) }).findIndex((_, index) => written[index]?.text !== wanted[index]?.text);
  if (at < 0) return undefined;
  const [own, ours] = [written[at], wanted[at]];
  const line = own?.number ?? (written.at(-1)?.number ?? 0) + 1;
  if (own === undefined || own.text === wanted[at + 1]?.text) return { reason: `it leaves out the line ${shown(ours)}`, line };
  if (ours === undefined || ours.text === written[at + 1]?.text) return { reason: `it adds the line ${shown(own)}, which is no comment`, line };
  return { reason: `it writes the line ${shown(own)} where ${shown(ours)} must stand`, line };
}

const shown = (line: Line | undefined): string => {
  const text = line?.text ?? '';
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 99)}…` : text);
};

const isHarmless = ({ text }: Line, before: Line | undefined, { isOneBatch }: Allowed): boolean =>
  text.trim() === '' ? !isOneBatch && (before === undefined || ENDS.test(before.text)) : isPlainComment(text);

/** What ends a statement, and lines of a client. */
const ENDS = /(?:;|\\gset)\s*$|^\s*(?:GO|\/)\s*$|^(?:\\|\.|DELIMITER |SET [A-Z]+ |WHENEVER |PROMPT |EXIT )/;

/** One that no client takes anything of for its own. */
function isPlainComment(text: string): boolean {
  const comment = /^ *--(?: (.*))?$/.exec(text.trimEnd());
  return comment !== null && commentText(comment[1] ?? '') === (comment[1] ?? '');
}

const whyNot = (line: Line): string =>
  line.text.trim() === ''
    ? 'it has a blank line within a statement'
    : `its comment ${shown(line)} may mean something to a client: behind '-- ' only ASCII, neither & nor $(, and none of ; - / at the end`;
