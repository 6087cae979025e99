/** What a terminal gets and a pipe does not: pages, and bars of progress. */
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { pagerFor } from '../../src/cli/pager.ts';
import { migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';
import { hasTerminals, inTerminal } from '../support/terminal.ts';

const pages = suite('pages');

pages('where a long text meets a terminal, by the first of MIGSQL_PAGER, PAGER and less', () => {
  const screen = { isTTY: true, rows: 3 };
  assert.is(pagerFor('1\n2\n3\n', screen, {}), 'less');
  assert.is(pagerFor('1\n2\n3\n', screen, { PAGER: 'more' }), 'more');
  assert.is(pagerFor('1\n2\n3\n', screen, { PAGER: 'more', MIGSQL_PAGER: 'less -S' }), 'less -S');
  for (const none of ['', ' ', 'cat']) assert.is(pagerFor('1\n2\n3\n', screen, { PAGER: 'more', MIGSQL_PAGER: none }), undefined);
  assert.is(pagerFor('1\n2\n', screen, {}), undefined, 'it fits');
  assert.is(pagerFor('1\n2\n3\n', { isTTY: false, rows: 3 }, { PAGER: 'more' }), undefined);
});

/** 40 revisions in a line. */
const names = Array.from({ length: 40 }, (_, index) => `r${String(index).padStart(3, '0')}`);
const cwd = makeProject({
  'migsql.config.json': '{}',
  ...Object.fromEntries(names.map((id, index) => [`migrations/${id}.ts`, migrationText(id, names[index - 1] ?? null)])),
});
const expected = run(['history'], { cwd }).stdout;

/** In the project of 40, unless it is another. */
const terminal = (args: string, env: NodeJS.ProcessEnv = {}, folder = cwd): string => inTerminal(args, { cwd: folder, env });

if (hasTerminals) {
  pages('the pager has the whole list, and what is short goes past it', () => {
    const file = join(makeProject({}), 'paged');
    const env = { MIGSQL_PAGER: `cat > '${file}'` };
    assert.is(terminal('history', env), '');
    assert.is(readFileSync(file, 'utf8'), expected);
    const unused = join(makeProject({}), 'unused');
    assert.match(terminal('heads', { MIGSQL_PAGER: `cat > '${unused}'` }), 'r039');
    assert.match(terminal('history --json', { MIGSQL_PAGER: `cat > '${unused}'` }), '"revisions"');
    assert.not.ok(existsSync(unused));
  });

  pages('one that is not there, or is left early, loses nothing and breaks nothing', () => {
    assert.ok(terminal('history', { MIGSQL_PAGER: 'no-such-pager' }).endsWith(expected));
    assert.is(terminal('history --graph --verbose', { MIGSQL_PAGER: 'head -n 1' }), '* r039\n');
  });

  pages('what takes longer than a second tells how far it is, and leaves no trace', () => {
    const slow = 'upgrade: (() => { let n = 0; for (let i = 0; i < 15e6; i++) n += i; return n ? [] : []; })()';
    const folder = makeProject({
      'migsql.config.json': '{ "limits": { "steps": 2000 } }',
      'migrations/a.ts': migrationText('aaaa1111', null, slow),
      'migrations/b.ts': migrationText('bbbb2222', 'aaaa1111'),
    });
    const shown = terminal('render heads -d sqlite --no-cache > out.sql', {}, folder);
    assert.match(shown, /\/2 steps planned[^]* statements written/);
    assert.match(shown.slice(shown.lastIndexOf('written')), /\u001b\[(0|2)?[KJ]/, 'the line is cleared');
    assert.match(readFileSync(join(folder, 'out.sql'), 'utf8'), /^-- migsql [^\u001b]*-- end: bbbb2222\n$/);
    assert.not.match(terminal('render aaaa:heads -d sqlite > short.sql', {}, folder), /planned|evaluated/);
  });
}

pages.run();
