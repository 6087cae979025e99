import { fail } from '../errors.ts';
import { runInteractive } from './interactive.ts';
import { shownPath } from './report.ts';

/**
 * The user's editor: a command line for the shell, which may hold flags, as Git takes it.
 *
 * @throws MigsqlError `no-editor`
 */
export const editorOf = ({ VISUAL, EDITOR }: NodeJS.ProcessEnv): string => VISUAL || EDITOR || fail('no-editor', {});

/** The shell puts the path in: it needs no quoting, whatever it holds. */
const FILE = process.platform === 'win32' ? '"%MIGSQL_FILE%"' : '"$MIGSQL_FILE"';

/**
 * Opens a file and waits until the editor is closed.
 *
 * @param json whether stdout is to hold nothing but JSON
 * @throws MigsqlError `editor-failed`
 */
export function openEditor(editor: string, path: string, json: boolean): void {
  const { status, signal, error } = runInteractive(`${editor} ${FILE}`, {
    stdio: ['inherit', json ? process.stderr : 'inherit', 'inherit'],
    env: { ...process.env, MIGSQL_FILE: path },
  });
  if (status === 0) return;
  const reason = error?.message ?? (signal ? `it was ended by ${signal}` : `it ended with ${status}`);
  fail('editor-failed', { editor, reason, file: shownPath(path) });
}
