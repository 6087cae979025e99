/** The config file: how it is found, its three languages, every key, and every mistake with its path and place. */
import { join } from 'node:path';
import { suite } from 'uvu';
import { DEFAULT_NAMING } from '../../src/ops/naming.ts';
import * as assert from 'uvu/assert';
import { DEFAULT_FILE_NAME } from '../../src/config/file-name.ts';
import { type Config, findConfig, loadConfig } from '../../src/config.ts';
import { MigsqlError } from '../../src/errors.ts';
import { formatDiagnostic } from '../../src/diagnostics.ts';
import { makeProject } from '../support/project.ts';

const CONFIG_TS = "import { defineConfig } from 'migsql';\nexport default defineConfig";
const DIALECTS = 'postgresql, mysql, mariadb, mssql, oracle, sqlite';

type Environment = Readonly<Record<string, string>>;

async function load(name: string, text: string, environment: Environment = {}): Promise<Config> {
  return loadConfig(join(makeProject({ [name]: text }), name), environment);
}

/** Every problem as text, sorted; a config that loads is a failure. */
async function problems(name: string, text: string, environment: Environment = {}): Promise<readonly string[]> {
  try {
    await load(name, text, environment);
  } catch (error) {
    if (error instanceof MigsqlError) return error.diagnostics.map(formatDiagnostic);
    throw error;
  }
  throw new Error('the config was accepted');
}

const errorOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return error instanceof MigsqlError ? error.message : String(error);
  }
  return 'no error';
};

const finding = suite('finding the config');

finding('is the nearest one upwards', () => {
  const root = makeProject({ 'migsql.config.yaml': '', 'a/migsql.config.json': '{}', 'a/b/c/x': '', 'd/x': '' });
  assert.is(findConfig(join(root, 'a/b/c')), join(root, 'a/migsql.config.json'));
  assert.is(findConfig(join(root, 'd')), join(root, 'migsql.config.yaml'));
});

finding('two in one folder are an error that names both', () => {
  const root = makeProject({ 'migsql.config.ts': '', 'migsql.config.yml': '', 'a/x': '' });
  const message = errorOf(() => findConfig(join(root, 'a')));
  assert.match(message, 'several config files: ../migsql.config.ts, ../migsql.config.yml [');
});

finding('none is an error that says how to begin', () => {
  const message = errorOf(() => findConfig(makeProject({})));
  assert.match(message, '[no-config]');
  assert.match(message, "Run 'migsql init'");
});

finding('one that is named is taken as it is, from the folder of the run', () => {
  assert.is(findConfig('/a/b', '../other.json'), '/a/other.json');
});

finding.run();

const reading = suite('reading the config');

const EVERYTHING = {
  migrations: ['one', '../two'],
  recursive: true,
  schema: ['db/tables', { file: '../views.txt', kind: 'sql' }],
  snapshots: 'sql/seen',
  dialect: ['mssql', 'oracle', 'mssql'],
  versionTable: { schema: 'ops', name: 'heads' },
  transaction: 'revision',
  server: { postgresql: '15', mssql: '2019' },
  quoting: 'always',
  naming: { pk: '%(table_name)s_pkey' },
  script: { client: 'generic', lockTimeout: 10, lock: false },
  limits: { steps: 10, seconds: 0.5, megabytes: 64, stackKilobytes: 128 },
  cache: false,
};

for (const [name, text] of [
  ['migsql.config.json', JSON.stringify(EVERYTHING)],
  ['migsql.config.json', `\ufeff${JSON.stringify(EVERYTHING)}`],
  ['migsql.config.yaml', `migrations: [one, ../two]\nrecursive: true\nschema: [db/tables, {file: ../views.txt, kind: sql}]\nsnapshots: sql/seen\ndialect:\n  - mssql\n  - oracle\n  - mssql\n` +
    'versionTable: {schema: ops, name: heads}\ntransaction: revision\ncache: false\n' +
    "server: {postgresql: '15', mssql: '2019'}\nquoting: always\nnaming: {pk: '%(table_name)s_pkey'}\n" +
    'script: {client: generic, lockTimeout: 10, lock: false}\n' +
    'limits:\n  steps: 10\n  seconds: 0.5\n  megabytes: 64\n  stackKilobytes: 128\n'],
  ['migsql.config.ts', `${CONFIG_TS}(${JSON.stringify(EVERYTHING)});`],
  ['migsql.config.mjs', `const c = ${JSON.stringify(EVERYTHING)};\nexport default { ...c, cache: [1].length > 1 };`],
] as const) {
  reading(`every key, in ${name} (${text.length} characters)`, async () => {
    const { root, file, ...config } = await load(name, text);
    assert.is(file, join(root, name));
    assert.equal(config, {
      migrations: [join(root, 'one'), join(root, '../two')],
      recursive: true,
      schema: [{ path: join(root, 'db/tables') }, { path: join(root, '../views.txt'), kind: 'sql' }],
      snapshots: join(root, 'sql/seen'),
      dialects: ['mssql', 'oracle'],
      versionTable: { schema: 'ops', name: 'heads' },
      transaction: 'revision',
      server: { postgresql: '15', mssql: '2019' },
      quoting: 'always',
      naming: { ...DEFAULT_NAMING, pk: '%(table_name)s_pkey' },
      script: { client: 'generic', lockTimeout: 10, lock: false },
      limits: { steps: 10, seconds: 0.5, megabytes: 64, stackKilobytes: 128 },
      format: 'ts',
      fileName: DEFAULT_FILE_NAME,
      hooks: { afterWrite: [] },
      variables: {},
      cache: false,
    });
  });
}

reading('every key has a default, and a list of one may stand alone', async () => {
  const { root, file, ...config } = await load('migsql.config.json', '{}');
  assert.equal(config, {
    migrations: [join(root, 'migrations')],
    recursive: false,
    schema: [],
    snapshots: join(root, 'snapshots'),
    dialects: [],
    versionTable: { name: 'migsql_version' },
    transaction: 'script',
    server: {},
    quoting: 'needed',
    naming: DEFAULT_NAMING,
    script: {},
    limits: {},
    format: 'ts',
    fileName: DEFAULT_FILE_NAME,
    hooks: { afterWrite: [] },
    variables: {},
    cache: true,
  });
  const alone = await load('migsql.config.json', '{ "dialect": "oracle", "migrations": "db", "versionTable": "v", "schema": "s.sql" }');
  assert.equal([alone.dialects, alone.migrations], [['oracle'], [join(alone.root, 'db')]]);
  assert.equal(alone.schema, [{ path: join(alone.root, 's.sql') }]);
  assert.equal(alone.versionTable, { name: 'v' });
});

reading('a TypeScript config has types, imports and expressions', async () => {
  const root = makeProject({
    'migsql.config.ts': `import { defineConfig, type ConfigSource } from 'migsql';
import { folders } from './folders.ts';
const source: ConfigSource = { migrations: folders.map((name) => \`db/\${name}\`) };
export default defineConfig(source);`,
    'folders.ts': "export const folders = ['a', 'b'];",
  });
  const { migrations } = await loadConfig(join(root, 'migsql.config.ts'));
  assert.equal(migrations, [join(root, 'db/a'), join(root, 'db/b')]);
});

reading('a TypeScript config sees nothing of the machine', async () => {
  const [problem = ''] = await problems('migsql.config.ts', 'export default { migrations: process.env.HOME };');
  assert.match(problem, /^migsql\.config\.ts:1:\d+: /);
  const withIo = "import fs from 'node:fs';\nexport default { migrations: fs.sep };";
  const [io = ''] = await problems('migsql.config.js', withIo);
  assert.match(io, '[forbidden-import]');
});

reading.run();

const environment = suite('variables of the environment');

const WITH_ENV = `import { defineConfig, env } from 'migsql';
export default defineConfig({
  migrations: [env('FOLDER')],
  dialect: env('DIALECT', 'sqlite'),
  versionTable: { name: env('TABLE', 'v') },
});`;

environment('are filled in, with defaults where they are not set', async () => {
  const filled = await load('migsql.config.ts', WITH_ENV, { FOLDER: 'x', TABLE: 'heads' });
  assert.equal([filled.migrations, filled.dialects], [[join(filled.root, 'x')], ['sqlite']]);
  assert.equal(filled.versionTable, { name: 'heads' });
  const data = await load('migsql.config.json', '{ "migrations": { "$env": "FOLDER" } }', { FOLDER: 'y' });
  assert.equal(data.migrations, [join(data.root, 'y')]);
});

environment('that are missing are named with the key', async () => {
  assert.equal(await problems('migsql.config.ts', WITH_ENV), [
    "migsql.config.ts: migrations[0]: the environment variable FOLDER is not set [missing-variable]\n" +
      "  Set FOLDER, or give a default: env('FOLDER', '…').",
  ]);
});

environment('never show their values', async () => {
  const said = await problems('migsql.config.ts', WITH_ENV, { FOLDER: 'x', DIALECT: 'postgresq' });
  assert.equal(said, [
    `migsql.config.ts: dialect: must be one of ${DIALECTS} [invalid-config]\n  Correct the value of DIALECT.`,
  ]);
});

environment.run();

const mistakes = suite('mistakes in the config');

mistakes('all are reported, each with its path, place and hint', async () => {
  const text = `{
  "migration": "db",
  "recursive": "yes",
  "dialect": ["mssql", "postgres"],
  "versionTable": { "nmae": "v" },
  "transaction": "revisions",
  "limits": { "seconds": 0, "megabytes": 99999 },
  "cache": null,
  "constructor": 1
}`;
  const see = "\n  See 'Config' in docs/cli.md.";
  const at = (place: string): string => `migsql.config.json:${place}: `;
  assert.equal(await problems('migsql.config.json', text), [
    `${at('2:3')}migration: no such key [invalid-config]\n  Did you mean migrations?`,
    `${at('3:3')}recursive: must be true or false, not "yes" [invalid-config]${see}`,
    `${at('4:24')}dialect[1]: must be one of ${DIALECTS}, not "postgres" [invalid-config]\n  Did you mean postgresql?`,
    `${at('5:3')}versionTable.name: is missing [invalid-config]\n  Add 'name'.`,
    `${at('5:21')}versionTable.nmae: no such key [invalid-config]\n  Did you mean name?`,
    `${at('6:3')}transaction: must be one of script, revision, none, not "revisions" [invalid-config]\n` +
      '  Did you mean revision?',
    `${at('7:15')}limits.seconds: must be above 0, not 0 [invalid-config]${see}`,
    `${at('7:29')}limits.megabytes: must not be above 4096, not 99999 [invalid-config]${see}`,
    `${at('8:3')}cache: must be true or false, not null [invalid-config]${see}`,
    `${at('9:3')}constructor: no such key [invalid-config]\n` +
      '  The keys here are migrations, recursive, schema, autogenerate, snapshots, format, templates, fileName, hooks, dialect, url, versionTable, schemaMap, variables, contexts, transaction, server, quoting, naming, script, limits, cache, targets.',
  ]);
});

mistakes('schemas of no kind that there is, and misspelt keys of each', async () => {
  const text = `{
  "schema": ["a.ts", { "file": "b.ts", "kind": "dirzzle" }, { "path": "c.ts" }, 4]
}`;
  const see = "\n  See 'Config' in docs/cli.md.";
  assert.equal(await problems('migsql.config.json', text), [
    `migsql.config.json:2:40: schema[1].kind: must be one of migsql, sql, drizzle, not "dirzzle" [invalid-config]${see}`,
    `migsql.config.json:2:61: schema[2].file: is missing [invalid-config]\n  Add 'file'.`,
    `migsql.config.json:2:63: schema[2].path: no such key [invalid-config]\n  The keys here are file, kind.`,
    `migsql.config.json:2:81: schema[3]: must be a text, not 4 [invalid-config]${see}`,
  ]);
});

mistakes('servers that are none, too old or misspelt, and templates with unknown tokens', async () => {
  const text = `{
  "server": { "postgresql": "fifteen", "mysql": "5.7", "mssql": "2018", "oracel": "19" },
  "quoting": "allways",
  "naming": { "ck": "ck_%(constraint_name)s", "ix": "ix_%(colum_0_name)s", "pk": "" }
}`;
  const see = "\n  See 'Config' in docs/cli.md.";
  assert.equal(await problems('migsql.config.json', text), [
    `migsql.config.json:2:15: server.postgresql: is no version of PostgreSQL: write it as 13, not "fifteen" [invalid-config]${see}`,
    `migsql.config.json:2:40: server.mysql: is older than MySQL 8.0.19, the oldest that migsql writes for, not "5.7" [invalid-config]${see}`,
    'migsql.config.json:2:56: server.mssql: is no version of SQL Server: there are 2016, 2017, 2019, 2022, 2025, not "2018" ' +
      `[invalid-config]${see}`,
    'migsql.config.json:2:73: server.oracel: no such key [invalid-config]\n  Did you mean oracle?',
    'migsql.config.json:3:3: quoting: must be one of needed, always, not "allways" [invalid-config]\n  Did you mean always?',
    "migsql.config.json:4:15: naming.ck: has the token 'constraint_name', but a name that is given is taken as it is, " +
      `not "ck_%(constraint_name)s" [invalid-config]${see}`,
    `migsql.config.json:4:47: naming.ix: has the unknown token 'colum_0_name', not "ix_%(colum_0_name)s" [invalid-config]${see}`,
    `migsql.config.json:4:76: naming.pk: must not be empty, not "" [invalid-config]${see}`,
  ]);
});

for (const [template, flaw] of [
  ['%(rev)s_%(slug)s', "has the unknown token 'rev': there are id, slug, year, month, day, hour, minute, second, epoch"],
  ['%(id)d', "has a token that is not written as in '%(id)s'"],
  ['%(year)s/%(id)s', 'holds "/", which is no part of a file\'s name'],
  ['%(id)s:x', 'holds ":", which is no part of a file\'s name'],
  ['%(id)s.d', "ends in '.d', as declarations do, which are no migrations"],
  ['%(year)s%(epoch)s', "needs '%(id)s' or '%(slug)s'"],
] as const) {
  mistakes(`a file name ${template}`, async () => {
    const shown = `${flaw}, not "${template}" [invalid-config]\n  See 'Config' in docs/cli.md.`;
    assert.equal(await problems('migsql.config.json', `{\n"fileName": "${template}" }`), [`migsql.config.json:2:1: fileName: ${shown}`]);
    const [one] = await problems('migsql.config.json', `{ "fileName": {\n"template": "${template}" } }`);
    assert.is(one, `migsql.config.json:2:1: fileName.template: ${shown}`);
  });
}

mistakes('hooks, to the last argument', async () => {
  const text = '{ "hooks": { "after": 1, "afterWrite": [\n{ "run": [] },\n{ "run": "prettier {file}" },\n{ "run": ["x", "{fiel}"], "on": 1 } ] } }';
  assert.equal((await problems('migsql.config.json', text)).map((each) => each.replace(/ \[invalid-config\][^]*/, '')), [
    'migsql.config.json:1:14: hooks.after: no such key',
    'migsql.config.json:2:3: hooks.afterWrite[0].run: must not be empty, not []',
    'migsql.config.json:3:3: hooks.afterWrite[1].run: must be a list of a program and its arguments, not "prettier {file}"',
    'migsql.config.json:4:16: hooks.afterWrite[2].run[1]: has the unknown token \'{fiel}\': there is \'{file}\', not "{fiel}"',
    'migsql.config.json:4:27: hooks.afterWrite[2].on: no such key',
  ]);
});

mistakes('what its tokens are', async () => {
  const text = '{ "fileName": {\n"timeZone": "Europe/Wien",\n"slugLength": 0,\n"zone": "UTC" } }';
  assert.equal((await problems('migsql.config.json', text)).map((each) => each.split(' [')[0]), [
    'migsql.config.json:2:1: fileName.timeZone: is no IANA time zone, as \'Europe/Vienna\' or \'UTC\', not "Europe/Wien"',
    'migsql.config.json:3:1: fileName.slugLength: must not be below 1, not 0',
    'migsql.config.json:4:1: fileName.zone: no such key',
  ]);
});

mistakes('a key of YAML has a place as well, one of TypeScript its file', async () => {
  assert.equal(await problems('migsql.config.yaml', '# settings\ndialect:\n  - mssql\n  - oracel\n'), [
    `migsql.config.yaml:4:5: dialect[1]: must be one of ${DIALECTS}, not "oracel" [invalid-config]\n` +
      '  Did you mean oracle?',
  ]);
  assert.equal(await problems('migsql.config.ts', "export default { 'dia-lect': 'mssql' };"), [
    'migsql.config.ts: ["dia-lect"]: no such key [invalid-config]\n  Did you mean dialect?',
  ]);
});

for (const [name, text, expected] of [
  ['migsql.config.json', '{ "dialect": "mssql",\n  "cache" true }', /^[\w.]+:2:11: not valid JSON: Unexpected token/],
  ['migsql.config.json', '{ "dialect": ', /^[\w.]+:1:14: not valid JSON: Unexpected end of JSON input \[/],
  ['migsql.config.json', '', /^migsql\.config\.json:1:1: not valid JSON/],
  ['migsql.config.json', '[]', /^migsql\.config\.json: must be an object, not \[\] \[/],
  ['migsql.config.yaml', 'a: [1\nb: 2\n', /^migsql\.config\.yaml:2:1: not valid YAML: /],
  ['migsql.config.yaml', 'a: *nowhere\n', /^migsql\.config\.yaml(:1:4)?: not valid YAML: /],
  ['migsql.config.yaml', 'cache: true\ncache: false\n', /^[\w.]+:2:1: not valid YAML: Map keys must be unique/],
  ['migsql.config.ts', 'export default {\n  dialect: \n};', /^migsql\.config\.ts:3:1: .*\[syntax-error\]/],
  ['migsql.config.ts', 'export const config = {};', /^migsql\.config\.ts(:\d+:\d+)?: .*\[no-default-export\]/],
  ['migsql.config.ts', 'export default 5;', /^migsql\.config\.ts: must be an object, not 5 \[invalid-config\]/],
  ['migsql.config.ts', 'export default { dialect: process.env.D };', /^[\w.]+:1:\d+: process .*\n  Import \{ env \} from/],
  ['migsql.config.ts', "throw new Error('no');\nexport default {};", /^[\w.]+:1:\d+: .*no \[evaluation-failed\]/],
] as const) {
  mistakes(`${name}: ${JSON.stringify(text)}`, async () => {
    const [first = ''] = await problems(name, text);
    assert.match(first, expected);
    assert.match(first, /\n  \S/);
  });
}

mistakes('a YAML file of comments alone is an empty config, since every key may be left out', async () => {
  const root = makeProject({ 'migsql.config.yaml': '# dialect: mssql\n' });
  assert.equal((await loadConfig(join(root, 'migsql.config.yaml'))).dialects, []);
});

mistakes('a target has the keys and choices of a config, and no targets; others are not looked at', async () => {
  const text = '{ "targets": {\n"a b": { "dialekt": "mssql",\n"dialect": "postgres", "script": { "locks": true },\n"targets": {} } } }';
  assert.equal((await problems('migsql.config.json', text)).map((each) => each.replace(/ \[invalid-config\][^]*/, '')), [
    'migsql.config.json:2:1: targets["a b"]: is no name of a target: use letters, digits, _ . -, not "a b"',
    'migsql.config.json:2:10: targets["a b"].dialekt: no such key',
    `migsql.config.json:3:1: targets["a b"].dialect: must be one of ${DIALECTS}, not "postgres"`,
    'migsql.config.json:3:36: targets["a b"].script.locks: no such key',
    'migsql.config.json:4:1: targets["a b"].targets: no such key',
  ]);
});

mistakes('a file that cannot be read says so', async () => {
  const root = makeProject({ 'migsql.config.json/x': '' });
  for (const [file, reason] of [['migsql.config.json', 'it is a folder'], ['none.json', 'it does not exist']] as const) {
    const error = await loadConfig(join(root, file)).catch((thrown: unknown) => thrown);
    assert.instance(error, MigsqlError);
    assert.is((error as MigsqlError).code, 'unreadable-file');
    assert.match((error as MigsqlError).message, reason);
  }
});

mistakes.run();
