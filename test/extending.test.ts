/** The example of docs/extending.md is of right types, renders what the page says, and runs on PostgreSQL. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type CompileRequest, compile, openProject } from '../src/compiler.ts';
import { findConfig, loadConfig } from '../src/config.ts';
import { formatDiagnostic } from '../src/diagnostics.ts';
import { MigsqlError } from '../src/errors.ts';
import type { Plan } from '../src/plan/index.ts';
import { renderScript } from '../src/script/index.ts';
import { makeProject } from './support/project.ts';
import { createDatabase, isReachable } from './support/servers.ts';
import { typeErrors } from './support/type-errors.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(join(root, 'docs/extending.md'), 'utf8');
const blocks = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({ language, text: text! }));

/** The files of the page: each names itself in its first line. */
const files = Object.fromEntries(
  blocks.flatMap(({ text }) => {
    const [, path] = /^\/\/ (migrations\/\S+)\n/.exec(text) ?? [];
    return path === undefined ? [] : [[path, text]];
  }),
);
const folder = makeProject({ 'migsql.config.json': '{ "cache": false }', ...files });
const project = await openProject(await loadConfig(findConfig(folder)));

const planOf = (asked: Partial<CompileRequest>): Promise<Plan> =>
  compile(project, { to: 'head', dialect: 'postgresql', transaction: 'script', ...asked });
const DOWN = { from: 'head', to: 'base' };

/** What the ops of a plan give, as SQL text. */
const sqlOf = ({ steps }: Plan): string =>
  steps
    .flatMap((step) => step.blocks.flatMap(({ statements }) => statements))
    .filter(({ origin }) => origin.kind === 'op')
    .map(({ sql }) => `${sql};\n`)
    .join('');

const shown = (title: string): string => {
  const [block] = blocks.filter(({ text }) => text.startsWith(`-- ${title}\n`));
  return block?.text.slice(title.length + 4) ?? `no block '-- ${title}'`;
};

const test = suite('docs/extending.md');

test('the files are three', () => {
  assert.is(Object.keys(files).length, 3);
});

test('their types are right, as a project that has the package sees them', () => {
  assert.is(typeErrors(files), '');
});

test('the upgrade and the downgrade are those of the page', async () => {
  assert.is(sqlOf(await planOf({})), shown('upgrade'));
  assert.is(sqlOf(await planOf(DOWN)), shown('downgrade'));
});

test('another database is refused in the words of the page', async () => {
  const error = await planOf({ to: 'b81f', dialect: 'mysql' }).catch((caught: unknown) => caught);
  if (!(error instanceof MigsqlError)) throw new Error('expected a refusal');
  const said = error.diagnostics.map(formatDiagnostic).find((text) => text.includes('createPolicy'));
  assert.ok(blocks.some(({ text }) => text === `${said}\n`), said);
});

if (isReachable('postgresql')) {
  test('the scripts run on PostgreSQL', async () => {
    const database = createDatabase('postgresql');
    const policies = (): readonly (readonly string[])[] => database.query('SELECT policyname, tablename, qual FROM pg_policies');
    const made = [['own_notes', 'note', '((owner)::text = CURRENT_USER)']];
    const run = async (asked: Partial<CompileRequest>): Promise<void> => {
      database.run([...renderScript(await planOf(asked))].join(''));
    };
    await run({ to: 'b81f' });
    assert.equal(policies(), made);
    await run({ from: 'b81f', to: 'head' });
    assert.equal(policies(), []);
    await run({ from: 'head', to: 'b81f' });
    assert.equal(policies(), made);
    await run({ from: 'b81f', to: 'base' });
    assert.equal(database.query("SELECT relname FROM pg_class WHERE relname = 'note'"), []);
    database.drop();
  });
}

test.run();
