/** Ops of a project's own, from its files to the script: nothing of the project runs outside the sandbox. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as authoring from '../src/authoring.ts';
import { type CompileRequest, compile, openProject } from '../src/compiler.ts';
import { findConfig, loadConfig } from '../src/config.ts';
import { formatDiagnostic } from '../src/diagnostics.ts';
import { MigsqlError } from '../src/errors.ts';
import type { Plan } from '../src/plan/index.ts';
import { foldFile } from '../src/sandbox/fold/file.ts';
import { renderScript } from '../src/script/index.ts';
import { run } from './support/cli.ts';
import { makeProject } from './support/project.ts';

const POLICY = `import { defineOp, drops, makes, name, refused, restores, shape, sql } from 'migsql';

const NONE = refused('it has no policies', 'Use a view.');

export const createPolicy = defineOp('createPolicy', {
  shape: { policy: shape.name(), table: shape.table(), using: shape.fragment() },
  describe: ({ policy, table }) => \`create policy \${policy} on \${table.name}\`,
  lower: {
    postgresql: ({ policy, table, using }) => sql\`CREATE POLICY \${name(policy)} ON \${name(table)} USING (\${using})\`,
    default: NONE,
  },
  reverse: ({ policy, table }) => [dropPolicy({ policy, table })],
  evolve: ({ policy, table }) => makes('policy', policy, table),
});

export const dropPolicy = defineOp('dropPolicy', {
  shape: { policy: shape.name(), table: shape.table() },
  describe: ({ policy, table }) => \`drop policy \${policy} on \${table.name}\`,
  lower: { postgresql: ({ policy, table }) => sql\`DROP POLICY \${name(policy)} ON \${name(table)}\`, default: NONE },
  reverse: ({ policy, table }) => restores('policy', policy, table),
  evolve: ({ policy, table }) => drops('policy', policy, table),
});
`;

/** A migration's file whose ops begin at line 7. */
const migration = (id: string, revises: string | null, upgrade: string, head = ''): string =>
  `import { migration, defineOp, shape, sql, execute } from 'migsql';
${head || "import { createPolicy, dropPolicy } from './ops/policy.ts';"}
export default migration({
  id: '${id}',
  revises: ${revises === null ? null : `'${revises}'`},
  upgrade: [
    ${upgrade}
  ],
});
`;

const FILES = {
  'ops/policy.ts': POLICY,
  'a.ts': migration('a1', null, "createPolicy({ policy: 'own', table: 'note', using: sql`owner = current_user` }),"),
  'b.ts': migration('b2', 'a1', "dropPolicy({ policy: 'own', table: 'note' }),"),
};

function projectOf(files: { readonly [name: string]: string }): string {
  const entries = Object.entries(files).map(([name, text]) => [`migrations/${name}`, text]);
  return makeProject({ 'migsql.config.json': '{ "dialect": "postgresql" }', ...Object.fromEntries(entries) });
}

async function planOf(files: { readonly [name: string]: string }, asked: Partial<CompileRequest> = {}): Promise<Plan> {
  const config = await loadConfig(findConfig(projectOf(files)));
  const project = await openProject({ ...config, cache: false });
  return compile(project, { to: 'heads', dialect: 'postgresql', transaction: 'script', ...asked });
}

async function problemsOf(files: { readonly [name: string]: string }, asked: Partial<CompileRequest> = {}): Promise<readonly string[]> {
  const error = await planOf(files, asked).catch((caught: unknown) => caught);
  if (!(error instanceof MigsqlError)) throw new Error(`expected problems, got ${JSON.stringify(error)}`);
  return error.diagnostics.map(formatDiagnostic);
}

const statements = ({ steps }: Plan): readonly string[] =>
  steps
    .flatMap(({ blocks }) => blocks.flatMap((block) => block.statements))
    .filter(({ origin }) => origin.kind === 'op')
    .map(({ sql }) => sql);

const CREATE = 'CREATE POLICY own ON note USING (owner = current_user)';
const DROP = 'DROP POLICY own ON note';

const rendered = suite('an op of the project');
rendered('up, and down: what was dropped is restored, also where its migration is only an ancestor', async () => {
  assert.equal(statements(await planOf(FILES)), [CREATE, DROP]);
  assert.equal(statements(await planOf(FILES, { from: 'b2', to: 'base' })), [CREATE, DROP]);
  assert.equal(statements(await planOf(FILES, { from: 'b2', to: 'a1' })), [CREATE]);
});
rendered('refused for another database in the words of the author, at the line that uses the op', async () => {
  assert.equal(await problemsOf(FILES, { dialect: 'mysql' }), [
    'migrations/a.ts:7:5: createPolicy on mysql: it has no policies [refused]\n  Use a view.',
    'migrations/b.ts:7:5: dropPolicy on mysql: it has no policies [refused]\n  Use a view.',
  ]);
});
rendered('described in the script, and by show', async () => {
  const script = [...renderScript(await planOf(FILES))].join('');
  assert.ok(script.includes(`${CREATE};`), script);
  assert.ok(script.includes('migrations/ops/policy.ts'), 'the helper is among the source files');
  const { status, stdout, stderr } = run(['show', 'b2'], { cwd: projectOf(FILES) });
  assert.is(status, 0, stderr);
  assert.match(stdout, /upgrade: +drop policy own on note \(migrations\/b\.ts:7:5\)/);
});
rendered('what has no name in its downgrade is named as anywhere', async () => {
  const head = `import { addConstraint, unique } from 'migsql';
const op = defineOp('own', { shape: {}, describe: () => 'own', lower: { default: () => [] }, reverse: () => [addConstraint('t', unique(['a']))] });`;
  const plan = await planOf({ 'a.ts': migration('a1', null, 'op({}),', head) }, { from: 'a1', to: 'base' });
  assert.equal(statements(plan), ['ALTER TABLE t ADD CONSTRAINT uq_t_a UNIQUE (a)']);
});
rendered('the same bytes on every run', async () => {
  const [one, two] = [await planOf(FILES), await planOf(FILES)];
  assert.is([...renderScript(one)].join(''), [...renderScript(two)].join(''));
});
rendered.run();

const wrong = suite('problems');
wrong('wrong parameters, at the line that builds the op', async () => {
  const files = { ...FILES, 'b.ts': migration('b2', 'a1', "dropPolicy({ polcy: 'own', table: 'note' }),") };
  assert.equal(await problemsOf(files), [
    'migrations/b.ts:7:5: TypeError: dropPolicy: policy: is missing, expected a name; polcy: no such field [evaluation-failed]\n' +
      '  The file fails while it is evaluated; correct the line named.',
  ]);
});
const inline = (fields: string): string => `const op = defineOp('own', { shape: {}, describe: () => 'own', ${fields} });`;
wrong('chance, clock and environment, where the definition asks for them', async () => {
  const definitions = ['lower: { default: () => sql`${{ sql: [String(Math.random())] }}` }', 'lower: { default: () => sql`${process.env.HOME}` }'];
  const [chance = '', environment = ''] = (
    await Promise.all(definitions.map((fields) => problemsOf({ 'a.ts': migration('a1', null, 'op({}),', inline(fields)) })))
  ).flat();
  assert.match(chance, /^migrations\/a\.ts:2:\d+: .*Math\.random\(\).* \[not-available\]/);
  assert.match(environment, /^migrations\/a\.ts:2:\d+: .*process.* \[not-available\]/);
});
wrong('ops that its reverse gives with a place of their own', async () => {
  const head = inline("lower: {}, reverse: () => [{ ...execute('SELECT 1'), origin: { file: '/etc/passwd', line: 1 } }]");
  const [forged = ''] = await problemsOf({ 'a.ts': migration('a1', null, 'op({}),', head) });
  assert.match(forged, /execute: origin: migsql writes it; leave it out/);
  const inEffect = inline("lower: {}, evolve: () => [{ ...execute('SELECT 1'), origin: { file: '/etc/passwd', line: 1 } }]");
  assert.match((await problemsOf({ 'a.ts': migration('a1', null, 'op({}),', inEffect) })).join(), /execute: origin: migsql writes it/);
});
wrong('an op that calls itself without end', async () => {
  const head = "const op = defineOp('own', { shape: {}, describe: () => 'own', lower: {}, evolve: () => [op({})] });";
  const [found = ''] = await problemsOf({ 'a.ts': migration('a1', null, 'op({}),', head) });
  assert.match(found, /^migrations\/a\.ts:2:\d+: .*\[stack-limit\]/);
});
wrong('no downgrade where the definition says none', async () => {
  const files = { 'a.ts': migration('a1', null, 'op({}),', inline('lower: { default: () => [] }')) };
  assert.equal(statements(await planOf(files)), []);
  assert.match((await problemsOf(files, { from: 'a1', to: 'base' })).join(), /a\.ts:7:5: revision 'a1' cannot be undone: 'own' does not say what undoes it/);
});
wrong.run();

const hermetic = suite('hermetic');
hermetic('a migration that defines an op is not read without running it: the interpreter runs it', () => {
  const root = projectOf({});
  const territory = { project: root, folders: [`${root}/migrations`] };
  const fold = (upgrade: string, head: string): unknown =>
    foldFile({ path: `${root}/migrations/a.ts`, text: migration('a1', null, upgrade, head), territory }, authoring);
  assert.ok(fold("execute('SELECT 1')", 'const a = 1;'));
  assert.is(fold('op({})', inline('lower: {}')), undefined);
  assert.is(fold("defineOp('a', { shape: {}, describe: sql, lower: {} })({})", 'const a = 1;'), undefined);
});
hermetic('the functions see no host', async () => {
  const seen = 'sql`SELECT ${{ sql: [[typeof process, typeof require, typeof fetch, typeof Buffer].join()] }}`';
  const plan = await planOf({ 'a.ts': migration('a1', null, 'op({}),', inline(`lower: { default: () => ${seen} }`)) });
  assert.equal(statements(plan), ['SELECT undefined,undefined,undefined,undefined']);
});
hermetic.run();
