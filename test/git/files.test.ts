/** What commits hold, asked of a real git. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MigsqlError } from '../../src/errors.ts';
import { commitOf, filesOf, openRepository, prefixOf } from '../../src/git/index.ts';
import { makeProject } from '../support/project.ts';

const test = suite('git');

const git = (cwd: string, args: readonly string[], input = ''): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] }).trim();

function repository(files: { readonly [path: string]: string }): string {
  const root = makeProject(files);
  git(root, ['init', '-q', '-b', 'main']);
  git(root, ['add', '.']);
  git(root, ['commit', '-q', '-m', 'first']);
  return root;
}

test('the plain files of a folder, byte for byte, whatever their names are', () => {
  const root = repository({ 'db/m/a.ts': 'a', 'db/m/é "x"\n.sql': 'b\r\n\0ü', 'db/m/sub/c.ts': '', 'db/more/d.ts': 'd', 'e.ts': 'e' });
  symlinkSync('a.ts', join(root, 'db/m/link.ts'));
  writeFileSync(join(root, 'db/m/run.sh'), 'x');
  chmodSync(join(root, 'db/m/run.sh'), 0o755);
  git(root, ['add', '.']);
  git(root, ['commit', '-q', '-m', 'second']);
  writeFileSync(join(root, 'db/m/a.ts'), 'changed since');
  const open = openRepository(join(root, 'db'));
  assert.is(open.prefix, 'db/');
  const files = filesOf(open, commitOf(open, 'main')!, ['db/m']);
  assert.equal(files.map(({ path, content }) => [path, content.toString()]), [
    ['db/m/a.ts', 'a'],
    ['db/m/run.sh', 'x'],
    ['db/m/sub/c.ts', ''],
    ['db/m/é "x"\n.sql', 'b\r\n\0ü'],
  ]);
  assert.equal(filesOf(open, commitOf(open, 'main~1')!, ['db/nowhere', '../outside']), []);
});

test('the repository\'s own folder is all of it, and what a hook says of git is seen from where the hook runs', () => {
  const root = repository({ 'a.ts': 'a', 'db/b.ts': 'b' });
  const open = openRepository(root);
  for (const folder of ['', '.', './']) assert.equal(filesOf(open, commitOf(open, 'main')!, [folder]).map(({ path }) => path), ['a.ts', 'db/b.ts']);
  const here = process.cwd();
  try {
    process.chdir(root);
    process.env['GIT_DIR'] = '.git';
    assert.ok(commitOf(openRepository(join(root, 'db')), 'main'));
  } finally {
    delete process.env['GIT_DIR'];
    process.chdir(here);
  }
});

test('a ref that names no commit is none, and none is taken for an option', () => {
  const open = openRepository(repository({ 'a.ts': 'a' }));
  for (const ref of ['nowhere', '', '--help', '-q', 'main:a.ts', 'main\n']) assert.is(commitOf(open, ref), undefined, ref);
  assert.match(commitOf(open, 'HEAD')!, /^[0-9a-f]{40}$/);
});

test('a tree that was made by hand puts nothing elsewhere', () => {
  const root = repository({ 'a.ts': 'a' });
  const blob = git(root, ['rev-parse', 'HEAD:a.ts']);
  const entry = (mode: string, name: string, id: string): Buffer => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
  const write = (tree: Buffer): string =>
    execFileSync('git', ['hash-object', '-t', 'tree', '--literally', '-w', '--stdin'], { cwd: root, input: tree, encoding: 'utf8' }).trim();
  const inner = write(entry('100644', 'evil.ts', blob));
  const outer = write(Buffer.concat([entry('40000', '..', inner), entry('100644', 'good.ts', blob)]));
  const commit = git(root, ['commit-tree', '-m', 'by hand', write(entry('40000', 'm', outer))]);
  const open = openRepository(root);
  assert.equal(filesOf(open, commit, ['m']).map(({ path }) => path), ['m/good.ts']);
});

test('a folder that is in no repository is said to be in none', () => {
  const root = makeProject({ 'x/.keep': '' });
  mkdirSync(join(root, 'y'));
  assert.is(prefixOf(root), undefined);
  assert.throws(() => openRepository(root), (error: unknown) => error instanceof MigsqlError && error.code === 'no-repository' && /not a git repository/.test(error.message));
});

test.run();
