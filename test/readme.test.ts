/** The README's commands do what it says. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const blocks = [...readme.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, text]) => text!.trim());

const test = suite('README');

test('the two commands are there, and are scripts of the package', () => {
  assert.ok(blocks.includes('npm ci && npm run demo'));
  assert.ok(blocks.includes('npm test'));
  assert.type(manifest.scripts.demo, 'string');
  assert.type(manifest.scripts.test, 'string');
});

test('the demo prints the script of the example chain, and nothing else', () => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'demo'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.is(status, 0, stderr);
  assert.is(stdout, readFileSync(join(root, 'snapshots/scripts/shop/postgresql.up.sql'), 'utf8'));
});

test('the example is applied to a database with nothing installed', () => {
  const line = blocks.find((text) => text.startsWith('node bin/migsql.cjs apply '));
  assert.ok(line);
  const file = join(mkdtempSync(join(tmpdir(), 'migsql-readme-')), 'shop.db');
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line.replace('sqlite:shop.db', `sqlite:${file}`)], { cwd: root, encoding: 'utf8' });
  assert.is(status, 0, stderr);
  assert.is(stdout, `sqlite:${file} is at c4e01ec1d4be\n`);
  rmSync(dirname(file), { recursive: true });
});

test('links of the documents lead to files', () => {
  for (const document of ['README.md', 'examples/README.md', 'docs/cli.md', 'docs/formats.md', 'docs/architecture.md', 'docs/extending.md', 'docs/ddl.md', 'docs/api.md', 'docs/database.md', 'docs/safety.md']) {
    const text = readFileSync(join(root, document), 'utf8');
    for (const [, target] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      assert.ok(existsSync(join(root, dirname(document), target!)), `${document}: ${target}`);
    }
  }
});

test.run();
