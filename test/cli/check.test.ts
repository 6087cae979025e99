/** check: one gate for a pipeline. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Draft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { RULES, checkProject } from '../../src/check/index.ts';
import { MERGE_RULES, RULE_NAMES, type RuleName } from '../../src/check/names.ts';
import { githubLines } from '../../src/cli/check/github.ts';
import { openProject } from '../../src/compiler.ts';
import { findConfig, loadConfig } from '../../src/config.ts';
import { formatPlace } from '../../src/diagnostics.ts';
import { migrationText, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

type Files = { readonly [path: string]: string };

const CONFIG = { 'migsql.config.json': '{ "dialect": ["postgresql", "mysql"] }' };
const TABLE = "upgrade: [createTable('t', [column('id', types.integer())])]";
const GOOD: Files = { ...CONFIG, 'migrations/a.ts': migrationText('a1', null, TABLE) };
const project = (files: Files = {}): string => makeProject({ ...GOOD, ...files });

/** `rule code file:line` for each finding. */
async function found(root: string, rules: readonly RuleName[] = RULE_NAMES): Promise<readonly string[]> {
  const config = await loadConfig(findConfig(root));
  const { findings } = await checkProject(() => openProject(config), { rules, dialects: config.dialects, asked: [], mergeWith: [] });
  return findings.map(({ rule, code, place }) => `${rule} ${code} ${place ? formatPlace({ file: place.file, line: place.line ?? 0 }) : ''}`);
}

const without = (...names: readonly RuleName[]): readonly RuleName[] => RULE_NAMES.filter((name) => !names.includes(name));

const rules = suite('check');

rules('finds nothing where all is right, and says what it looked at', () => {
  const { status, stdout, stderr } = run(['check'], { cwd: project() });
  assert.equal([status, stdout], [0, `no problems (${RULE_NAMES.join(', ')})\n`]);
  assert.match(stderr, /^late: not checked: git does not know what other branches hold: not a git repository .*\n  Run it within a git repository, or /);
});

rules('compile: what cannot be read, and what a dialect cannot do; the other rules go on', async () => {
  const wrong = "upgrade: [createIndex('i', 't', ['nope'])]";
  const cwd = project({ 'migrations/b.ts': migrationText('b2', 'a1', wrong), 'migrations/c.ts': migrationText('c3', 'a1') });
  assert.equal(await found(cwd), ['heads several-heads migrations/b.ts:4', 'compile not-in-schema migrations/b.ts:6', 'heads several-heads migrations/c.ts:4']);
});

rules('a migration that cannot be evaluated is told once, of the first rule that meets it', async () => {
  const cwd = project({ 'migrations/b.ts': migrationText('b2', 'a1', "upgrade: [addColumn('t', 'b')]") });
  assert.equal(await found(cwd), ['compile invalid-op migrations/b.ts:6']);
  assert.equal(await found(cwd, without('compile')), ['downgrades invalid-op migrations/b.ts:6']);
});

rules('a graph that cannot be made is all that there is to say, in every form', async () => {
  const cwd = project({ 'migrations/b.ts': migrationText('b2', 'nowhere') });
  assert.equal(await found(cwd), ['compile missing-parent migrations/b.ts:4']);
  assert.match(run(['check', '--format', 'github', '--only', 'heads'], { cwd }).stdout, /^::error file=migrations\/b\.ts,line=4,title=migsql compile::/);
});

rules('heads and labels: a branch whose line has heads of its own; not one that holds all heads', async () => {
  const cwd = project({
    'migrations/a.ts': migrationText('a1', null, `branchLabels: ['trunk'],\n  ${TABLE}`),
    'migrations/b.ts': migrationText('b2', 'a1', "branchLabels: ['left'],\n  upgrade: []"),
    'migrations/c.ts': migrationText('c3', 'a1'),
  });
  assert.equal(await found(cwd), ['heads several-heads migrations/b.ts:4', 'labels unmerged-label migrations/b.ts:6', 'heads several-heads migrations/c.ts:4']);
  assert.equal(await found(cwd, without('heads', 'labels')), []);
  const needed = project({
    'migrations/b.ts': migrationText('b2', 'a1', "branchLabels: ['left'],\n  upgrade: []"),
    'migrations/c.ts': migrationText('c3', 'a1', "dependsOn: ['left'],\n  upgrade: []"),
  });
  assert.equal(await found(needed), [], 'what another line needs is no head');
});

rules('downgrades: missing and empty ones; one that is said to be impossible is right', async () => {
  const remove = "execute('DELETE FROM t')";
  const cwd = project({
    'migrations/b.ts': migrationText('b2', 'a1', `upgrade: [\n    ${remove},\n  ]`),
    'migrations/c.ts': migrationText('c3', 'b2', `upgrade: [${remove}],\n  downgrade: []`),
    'migrations/d.ts': migrationText('d4', 'c3', `upgrade: [${remove}],\n  downgrade: irreversible('why')`),
    'migrations/e.sql': '-- id: e5\n-- revises: d4\n-- migsql:upgrade\nDELETE FROM t;\n',
    'migrations/f.sql': '-- id: f6\n-- revises: e5\n-- migsql:upgrade\nDELETE FROM t;\n-- migsql:irreversible why\n',
    'migrations/g.ts': migrationText('g7', 'f6', 'upgrade: [],\n  downgrade: []'),
  });
  assert.equal(await found(cwd), [
    'downgrades missing-downgrade migrations/b.ts:7',
    'downgrades empty-downgrade migrations/c.ts:7',
    'downgrades missing-downgrade migrations/e.sql:1',
  ]);
});

rules('proofs: a downgrade that leads elsewhere, once for all dialects', async () => {
  const wrong = "upgrade: [addColumn('t', column('m', types.integer()))],\n  downgrade: [dropTable('t')]";
  const cwd = project({ 'migrations/b.ts': migrationText('b2', 'a1', wrong) });
  assert.equal(await found(cwd), ['proofs broken-downgrade migrations/b.ts:7']);
  assert.match(run(['check'], { cwd }).stdout, "(postgresql, mysql): 'create table t' is still to be done");
});

rules('conflicts: of heads that are open, which two ops, once for all dialects', async () => {
  const side = (id: string, type: string): string => migrationText(id, 'a1', `upgrade: [\n    alterColumn('t', 'id', { type: types.${type}() }),\n  ],\n  downgrade: irreversible('why')`);
  const cwd = project({ 'migrations/b.ts': side('b2', 'bigint'), 'migrations/c.ts': side('c3', 'text') });
  assert.equal(await found(cwd, ['conflicts']), ['conflicts conflicting-ops migrations/b.ts:7']);
  assert.equal(await found(project({ 'migrations/b.ts': side('b2', 'bigint'), 'migrations/c.ts': side('c3', 'bigint') }), ['conflicts']), []);
});

rules('schema: what is still to be done, where the schema says it', async () => {
  const wanted = (columns: string): string =>
    `import { column, createTable, types } from 'migsql';\nexport default [\n  createTable('t', [${columns}]),\n];\n`;
  const config = { 'migsql.config.json': '{ "dialect": ["postgresql", "mysql"], "schema": "schema.ts" }' };
  const id = "column('id', types.integer())";
  assert.equal(await found(project({ ...config, 'schema.ts': wanted(id) })), []);
  const cwd = project({ ...config, 'schema.ts': wanted(`${id}, column('age', types.integer())`) });
  assert.match(run(['check'], { cwd }).stdout, "'add column t.age' is still to be done (postgresql, mysql) [schema-differs]");
  assert.equal(await found(cwd, ['heads']), []);
});

/** A repository whose branch `other` holds other files than the working tree. */
function branched(other: Files, own: Files): string {
  const cwd = project(other);
  const git = (...args: readonly string[]) => execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd, stdio: 'ignore' });
  git('init', '-q', '-b', 'other');
  git('add', '.');
  git('commit', '-q', '-m', 'other');
  for (const file of Object.keys(other)) rmSync(join(cwd, file));
  for (const [file, text] of Object.entries(own)) writeFileSync(join(cwd, file), text);
  return cwd;
}

const merged = async (root: string, ref = 'other', names: readonly RuleName[] = MERGE_RULES): Promise<readonly string[]> => {
  const config = await loadConfig(findConfig(root));
  const { findings } = await checkProject(() => openProject(config), { rules: names, dialects: config.dialects, asked: [], mergeWith: [ref] });
  return findings.map(({ code, place, message }) => `${code} ${place?.file}: ${message}`);
};

rules('--merge-with: what both have is taken from the working tree, with what it imports', async () => {
  const helper = (type: string): string => `import { addColumn, column, types } from 'migsql';\nexport const added = [addColumn('t', column('x', types.${type}()))];\n`;
  const using = (id: string): string => migrationText(id, 'a1', 'upgrade: added').replace('import', "import { added } from './_added.ts';\nimport");
  const cwd = branched(
    { 'migrations/b.ts': using('b2'), 'migrations/_added.ts': helper('integer'), 'migrations/a.ts': migrationText('a1', null, `${TABLE},\n  title: 'as it was'`) },
    { 'migrations/a.ts': GOOD['migrations/a.ts']!, 'migrations/c.ts': using('c3'), 'migrations/_added.ts': helper('text') },
  );
  const found = await merged(cwd);
  assert.equal(found.map((text) => text.replace(/: .*/, '')), ['conflicting-ops migrations/_added.ts', 'several-heads migrations/c.ts', 'several-heads other:migrations/b.ts']);
  assert.match(found[0]!, "(other:migrations/_added.ts:2:23)");
});

rules('--merge-with: one id in two files is told, and so is a branch that cannot be read', async () => {
  const [b, c] = [migrationText('b2', 'a1', "title: 'theirs',\n  upgrade: []"), migrationText('b2', 'a1')];
  const [twice] = await merged(branched({ 'migrations/b.ts': b }, { 'migrations/c.ts': c }));
  assert.match(twice!, "migrations/c.ts: 2 revisions have the id 'b2': migrations/c.ts, other:migrations/b.ts");
  const [unread] = await merged(branched({ 'migrations/b.ts': 'export default 1' }, {}));
  assert.match(unread!, "unreadable-ref undefined: the migrations of other cannot be read: migrations/b.ts:1:");
  const [unknown] = await merged(branched({}, {}), 'nobody');
  assert.match(unknown!, "unknown-ref undefined: git knows no commit 'nobody'");
  assert.equal(await merged(branched({}, {})), [], 'nothing new');
});

rules('--merge-with: what is wrong in a migration of another branch is told as git names its file', async () => {
  const theirs = { 'migrations/b.ts': migrationText('b2', 'a1', 'upgrade: [nosuch()]'), 'migrations/c.sql': '-- id: c3\n-- revises: a1\n-- variables: x\n-- migsql:upgrade\nSELECT 1;\n' };
  const found = await merged(branched(theirs, {}));
  assert.ok(found.some((text) => text.startsWith('unknown-name other:migrations/b.ts: ')), found.join('\n'));
  assert.ok(found.some((text) => text.startsWith('unused-sql-variable other:migrations/c.sql: ')), found.join('\n'));
  const sql = migrationText('b2', 'a1', "upgrade: [execute({ mysql: 'SELECT 1' })]");
  assert.match((await merged(branched({ 'migrations/b.ts': sql }, { 'migrations/d.ts': migrationText('d4', 'a1') }))).join('\n'), /^refused other:migrations\/b\.ts: /m);
});

rules('a downgrade is not blamed for what another head does', () => {
  const same = "upgrade: [addColumn('t', column('x', types.integer()))]";
  const cwd = project({ 'migrations/b.ts': migrationText('b2', 'a1', same), 'migrations/c.ts': migrationText('c3', 'a1', same) });
  const { stdout } = run(['check', '--only', 'proofs,downgrades,conflicts'], { cwd });
  assert.match(stdout, '[conflicting-ops]');
  assert.match(stdout, '1 problem (downgrades, proofs, conflicts)');
  assert.match(run(['prove'], { cwd }).stdout, /exact +c3/);
});

rules('flags that do not go together are refused', () => {
  const cwd = project();
  for (const [args, says] of [
    [['--only', 'heads', '--skip', 'heads'], 'leave no rule'],
    [['--only', 'haeds'], 'Did you mean heads?'],
    [['--format', 'xml'], '--format cannot be'],
    [['--schema', '--only', 'heads'], 'do not go together'],
    [['--json', '--format', 'sarif'], 'stdout cannot be sarif and JSON'],
  ] as const) {
    const { status, stdout, stderr } = run(['check', ...args], { cwd });
    assert.is(status, 2, stderr);
    assert.match(stdout + stderr, says);
  }
});

rules('docs/cli.md lists the rules with what they hold', () => {
  const text = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
  for (const name of RULE_NAMES) assert.ok(text.includes(`| \`${name}\` | ${RULES[name].summary} |`), name);
});

rules.run();

const formats = suite('check --format');

formats('github: what would end a message or a property is escaped', () => {
  const finding = { rule: 'heads', level: 'error', code: 'several-heads', message: '50%\r\na: b, c', hint: 'x::y', details: {}, place: { file: 'a,b:c%.ts', line: 3, column: 7 } } as const;
  const unchecked = { rule: 'heads', level: 'warning', code: 'no', message: 'm', details: {} } as const;
  assert.equal(githubLines({ checked: ['heads'], findings: [finding], unchecked: [unchecked] }, (file) => `p/${file}`), [
    '::error file=p/a%2Cb%3Ac%25.ts,line=3,col=7,title=migsql heads::50%25%0D%0Aa: b, c [several-heads]%0Ax::y',
    '::warning title=migsql heads::m [no]',
  ]);
});

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
  }[];
}

formats('sarif: what the schema of the standard asks for', () => {
  const require = createRequire(import.meta.url);
  const ajv = new Draft04.default({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const isSarif = ajv.compile<{ readonly runs: readonly SarifRun[] }>(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
  const cwd = project({ 'migrations/b #c.ts': migrationText('b2', 'a1', "branchLabels: ['x'],\n  upgrade: []"), 'migrations/c.ts': migrationText('c3', 'a1') });
  const { status, stdout } = run(['check', '--format', 'sarif'], { cwd });
  assert.is(status, 1);
  const log: unknown = JSON.parse(stdout);
  assert.not.ok(isSarif({ ...(log as object), version: '2.0.0' }), 'the schema judges');
  if (!isSarif(log)) throw new Error(JSON.stringify(isSarif.errors));
  const { results, tool } = log.runs[0]!;
  assert.equal(results.map(({ ruleId }) => ruleId), ['heads', 'labels', 'heads']);
  for (const { ruleId, ruleIndex } of results) assert.is(tool.driver.rules[ruleIndex]?.id, ruleId);
  assert.is(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri, 'migrations/b%20%23c.ts');
});

formats.run();
