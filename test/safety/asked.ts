import { spawn } from 'node:child_process';
import type { Database } from '../support/servers.ts';

/** A database with a session that stays, for what takes less time than a client to start. */
export interface Asked extends Database {
  /** What the session answers to a text. @throws what the client wrote when it ended, as it does at an error */
  readonly ask: (text: string) => Promise<string>;
}

export interface Session {
  readonly ask: Asked['ask'];
  readonly end: () => void;
}

/** The last line of each answer. */
export const ANSWERED = 'migsql: answered\n';

/** A client that takes texts on standard input, and ends at an error; `mark` makes it write the last line. */
export function sessionOf(command: string, args: readonly string[], env: Readonly<Record<string, string>>, mark: string): Session {
  const child = spawn(command, args, { env: { ...process.env, ...env } });
  let output = '';
  let answered = (): void => {};
  let ended = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      if (output.endsWith(ANSWERED)) answered();
    });
  }
  child.stdin.on('error', () => {});
  child.on('close', () => ended());
  const ask = async (text: string): Promise<string> => {
    output = '';
    const answer = new Promise<void>((resolve, reject) => {
      answered = resolve;
      ended = () => reject(new Error(`${command} has ended: ${output}`));
    });
    child.stdin.write(`${text}\n${mark}\n`);
    await answer;
    return output.slice(0, -ANSWERED.length);
  };
  return { ask, end: () => void child.stdin.end() };
}
