import { runInteractive } from './interactive.ts';

/** Where a text is shown. */
export interface Screen {
  readonly isTTY: boolean;
  /** Lines that it has room for. */
  readonly rows: number;
}

/**
 * The command that shows a text a page at a time; nothing where it fits, where nobody looks, or where none is wanted:
 * MIGSQL_PAGER, then PAGER, then less. An empty one and `cat` are none.
 */
export function pagerFor(text: string, { isTTY, rows }: Screen, { MIGSQL_PAGER, PAGER }: NodeJS.ProcessEnv): string | undefined {
  const pager = (MIGSQL_PAGER ?? PAGER ?? 'less').trim();
  if (!isTTY || pager === '' || pager === 'cat') return undefined;
  return text.split('\n').length > rows ? pager : undefined;
}

/** What a shell ends with where it finds no such command. */
const NOT_FOUND = 127;

/** Shows a text until the user has seen enough. @returns whether the pager could be run */
export function page(text: string, pager: string): boolean {
  // As Git has it: less ends by itself where all fits, passes colours on, and leaves the text on the screen.
  const env = { LESS: 'FRX', LV: '-c', ...process.env };
  const { status, error } = runInteractive(pager, { input: text, stdio: ['pipe', 'inherit', 'inherit'], env });
  // A pager that is closed early takes no more of the text.
  const isClosedEarly = error !== undefined && 'code' in error && error.code === 'EPIPE';
  return (error === undefined || isClosedEarly) && status !== NOT_FOUND;
}
