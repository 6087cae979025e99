/** From files to a plan: what is evaluated, what is replayed, and that every problem is reported at once. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type CompileRequest, compile, openProject } from '../src/compiler.ts';
import { findConfig, loadConfig } from '../src/config.ts';
import { MigsqlError } from '../src/errors.ts';
import type { Plan } from '../src/plan/index.ts';
import { makeProject } from './support/project.ts';

const BUILDERS = 'migration, createTable, dropTable, addColumn, alterColumn, column, types, execute, sql, irreversible';

/** A migration's file: `upgrade` and what follows are TypeScript. */
const source = (id: string, revises: string | null, upgrade: string, more = ''): string =>
  `import { ${BUILDERS} } from 'migsql';\nexport default migration({\n  id: '${id}',\n  revises: ${revises === null ? null : `'${revises}'`},\n  upgrade: [${upgrade}],\n  ${more}\n});\n`;

async function planOf(files: { readonly [name: string]: string }, asked: Partial<CompileRequest>): Promise<Plan> {
  const entries = Object.entries(files).map(([name, text]) => [`migrations/${name}`, text]);
  const root = makeProject({ 'migsql.config.json': '{ "cache": false }', ...Object.fromEntries(entries) });
  const project = await openProject(await loadConfig(findConfig(root)));
  return compile(project, { to: 'heads', dialect: 'mysql', transaction: 'script', ...asked });
}

async function problemsOf(files: { readonly [name: string]: string }, asked: Partial<CompileRequest> = {}): Promise<readonly string[]> {
  try {
    await planOf(files, asked);
  } catch (error) {
    if (!(error instanceof MigsqlError)) throw error;
    return error.diagnostics.map(({ code, place }) => `${place?.file}:${place?.line ?? ''} ${code}`);
  }
  return [];
}

const statements = (plan: Plan): readonly string[] =>
  plan.steps.flatMap(({ blocks }) => blocks.flatMap((block) => block.statements.map(({ sql }) => sql)));

const TABLE = source('a1', null, "createTable('t', [column('n', types.integer(), { nullable: false, comment: 'old' })])");
const BROKEN = source('b2', 'a1', "(() => { throw new Error('evaluated'); })()");

const evaluation = suite('what is evaluated');
evaluation('only the walked migrations', async () => {
  const files = { 'a.ts': TABLE, 'b.ts': BROKEN, 'c.ts': source('c3', 'b2', "createTable('x', [column('n', types.integer())])") };
  assert.equal(statements(await planOf(files, { from: 'b2' })).slice(0, 1), ['CREATE TABLE x (\n  n INT\n)']);
  assert.equal(await problemsOf(files, { from: 'a1' }), ['migrations/b.ts:5 evaluation-failed']);
});
evaluation('their ancestors where a statement cannot be written without the schema', async () => {
  const files = { 'a.ts': TABLE, 'b.ts': source('b2', 'a1', "alterColumn('t', 'n', { type: types.bigint() })") };
  assert.equal(statements(await planOf(files, { from: 'a1' })).slice(0, 1), [
    "ALTER TABLE t MODIFY COLUMN n BIGINT NOT NULL COMMENT 'old'",
  ]);
  const broken = { 'a.ts': TABLE, 'b.ts': BROKEN, 'c.ts': source('c3', 'b2', "alterColumn('t', 'n', { type: types.bigint() })") };
  assert.equal(await problemsOf(broken, { from: 'b2' }), ['migrations/b.ts:5 evaluation-failed']);
});
evaluation('a downgrade restores what the replayed schema had', async () => {
  const files = { 'a.ts': TABLE, 'b.ts': source('b2', 'a1', "dropTable('t')") };
  const [create] = statements(await planOf(files, { from: 'b2', to: 'a1', dialect: 'postgresql' }));
  assert.is(create, 'CREATE TABLE t (\n  n INTEGER NOT NULL\n)');
});
evaluation('hand-written SQL is read where a statement needs what it made, in the same plan as well', async () => {
  const made = source('a1', null, "execute('CREATE TABLE t (n INT NOT NULL DEFAULT 5)', { reverse: 'DROP TABLE t' })");
  const files = { 'a.ts': made, 'b.ts': source('b2', 'a1', "alterColumn('t', 'n', { type: types.bigint() })") };
  const altered = 'ALTER TABLE t MODIFY COLUMN n BIGINT NOT NULL DEFAULT 5';
  assert.ok(statements(await planOf(files, { from: 'base' })).includes(altered));
  assert.ok(statements(await planOf(files, { from: 'a1' })).includes(altered));
  assert.ok(statements(await planOf(files, { from: 'b2', to: 'base' })).includes('ALTER TABLE t MODIFY COLUMN n INT NOT NULL DEFAULT 5'));
});
evaluation.run();

const problems = suite('problems');
problems('of every file, in one run and in order', async () => {
  const files = {
    'c.ts': source('c3', 'b2', "dropTable('t', 1).oops.oops"),
    'a.ts': source('a1', null, "createTable('t', [])"),
    'b.ts': source('b2', 'a1', "alterColumn('t', 'n', { nulable: true })"),
  };
  assert.equal(await problemsOf(files), [
    'migrations/a.ts:5 invalid-op', 'migrations/b.ts:5 invalid-op', 'migrations/c.ts:5 evaluation-failed',
  ]);
});
problems('an irreversible step stops a downgrade through it, and no other', async () => {
  const files = {
    'a.ts': TABLE,
    'b.ts': source('b2', 'a1', "execute('DELETE FROM t')", "downgrade: irreversible('the rows are gone'),"),
    'c.ts': source('c3', 'b2', "addColumn('t', column('m', types.text()))"),
  };
  assert.equal(await problemsOf(files, { from: 'c3', to: 'base' }), ['migrations/b.ts:6 irreversible']);
  assert.equal(await problemsOf(files, { from: 'c3', to: 'b2' }), []);
});
problems('a target on another line needs a direction', async () => {
  const files = { 'a.ts': TABLE, 'b.ts': source('b2', 'a1', ''), 'c.ts': source('c3', 'a1', '') };
  assert.equal(await problemsOf(files, { from: 'b2', to: 'c3' }), ['undefined: open-direction']);
  const { steps } = await planOf(files, { from: 'b2', to: 'c3', direction: 'upgrade' });
  assert.equal(steps.map(({ revision }) => revision), ['c3']);
});
problems.run();
