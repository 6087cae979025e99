/** What teams do, as sessions of the shell: each file of `sessions/` is one, and is run as it stands. */
import { readFileSync, readdirSync } from 'node:fs';
import { suite } from 'uvu';
import { runSession } from '../support/session.ts';

const folder = new URL('./sessions/', import.meta.url);
const sessions = suite('sessions');

for (const file of readdirSync(folder).sort()) {
  sessions(file.replace('.txt', ''), () => runSession(readFileSync(new URL(file, folder), 'utf8')));
}

sessions.run();
