/** What `autocomplete` writes completes commands and flags in bash itself. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

const cache = makeProject({});
const env = { XDG_CACHE_HOME: cache, SHELL: '/bin/bash' };

const test = suite('autocomplete');

test('the line for the start-up file makes bash complete commands and flags', () => {
  const { status, stdout, stderr } = run(['autocomplete'], { env });
  assert.equal([status, stderr], [0, '']);
  const completed = (...words: readonly string[]): string => {
    // Of bash-completion alone the one function is called, which sets what is set already.
    const script = `_get_comp_words_by_ref() { :; }\n${stdout}\nCOMP_WORDS=(migsql ${words.join(' ')}); COMP_CWORD=${words.length}; _migsql_autocomplete; echo "\${COMPREPLY[*]}"`;
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trim();
  };
  assert.is(completed('mer'), 'merge');
  assert.is(completed('graph', '--for'), '--format');
  assert.is(completed('re'), 'rehearse render revision');
});

test('for zsh as well, and as JSON; other shells are refused', () => {
  const setup = join(cache, 'migsql/autocomplete/zsh_setup');
  assert.equal(JSON.parse(run(['autocomplete', 'zsh', '--json'], { env }).stdout), { shell: 'zsh', setup });
  assert.match(contents(cache)['migsql/autocomplete/functions/zsh/_migsql'] ?? '', /merge:Write a migration that merges heads/);
  const { status, stderr } = run(['autocomplete', 'fish'], { env });
  assert.is(status, 2);
  assert.match(stderr, "SHELL cannot be 'fish' [invalid-choice]\n  It is one of bash, zsh.");
});

test.run();
