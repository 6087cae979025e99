/**
 * Builds the package from `src/`:
 *
 *   dist/cli.cjs              the command line, one file (one file and V8's code cache start fastest)
 *   dist/index.js             the library
 *   dist/authoring.js         what migrations may import, self-contained: it is loaded into the sandbox
 *   dist/sandbox-worker.js    the thread that project code is evaluated in
 *   dist/sql-parser-<name>.cjs  node-sql-parser's grammars, one file each, loaded when a dialect asks for one
 *   dist/pg-grammar.cjs       PostgreSQL's own grammar, and libpg-query.wasm, which it reads from beside it
 *   dist/dagre.cjs            the layout of graphs, loaded when a picture is drawn
 *   dist/execa.cjs            programs that run when a file is written
 *   dist/prompts.cjs          questions to a person at a terminal
 *   dist/templates.cjs        templates/ but for init/ as functions, so that a run neither parses nor compiles them
 *   dist/template-compiler.cjs  Handlebars' compiler, loaded for templates of a project's own
 *   dist/types/               declarations
 *   oclif.manifest.json       what oclif knows of the commands without loading them
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Plugin } from '@oclif/core';
import { build } from 'esbuild';
import Handlebars from 'handlebars';

const root = fileURLToPath(new URL('.', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** The parser's own build of each grammar, by the name it has there. */
const GRAMMARS = ['postgresql', 'mysql', 'mariadb', 'transactsql', 'sqlite'];

/** What is read in some runs only, by its file in `dist/`, without the ending. */
const BESIDE = {
  ...Object.fromEntries(GRAMMARS.map((name) => [`sql-parser-${name}`, `node-sql-parser/build/${name}.js`])),
  dagre: '@dagrejs/dagre',
  execa: 'execa',
  prompts: '@inquirer/prompts',
};

/** @type {import('esbuild').Plugin} */
const beside = {
  name: 'beside',
  setup({ onResolve }) {
    for (const [file, module] of Object.entries(BESIDE)) {
      onResolve({ filter: new RegExp(`^${module}$`) }, ({ kind }) =>
        kind === 'entry-point' ? undefined : { path: `./${file}.cjs`, external: true },
      );
    }
    onResolve({ filter: /^libpg-query$/ }, () => ({ path: './pg-grammar.cjs', external: true }));
  },
};

/** What is required at once, by oclif or by us, and used in some runs or in none is evaluated when it is first touched. */
const RARELY_USED = /^(cli-progress|cli-spinners|ejs|minimatch|tinyglobby)$/;

/** @type {import('esbuild').Plugin} */
const lazily = {
  name: 'lazily',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: RARELY_USED }, ({ path, namespace, resolveDir }) =>
      namespace === 'lazy' ? undefined : { path, namespace: 'lazy', pluginData: resolveDir },
    );
    onLoad({ filter: /./, namespace: 'lazy' }, ({ path, pluginData: resolveDir }) => ({
      resolveDir,
      contents: `const get = (_, key) => (key === '__esModule' ? undefined : require('${path}')[key]);
        module.exports = new Proxy({}, { get });`,
    }));
  },
};

/**
 * What a package shows to oclif alone is taken from its files.
 *
 * @type {import('esbuild').Plugin}
 */
const pluginFiles = {
  name: 'plugin-files',
  setup({ onResolve }) {
    onResolve({ filter: /^@oclif\/plugin-autocomplete\// }, ({ path }) => ({ path: `${root}node_modules/${path}` }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: Object.keys(manifest.dependencies),
  plugins: [beside],
  legalComments: 'none',
  logLevel: 'warning',
};

/** The first line names the build, so that a code cache of another one is never taken for it. */
async function buildCommandLine() {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    minifyWhitespace: true,
    minifySyntax: true,
    // What stands beside the bundle is CommonJS as well; import() in a script of vm's own would print a warning.
    supported: { 'dynamic-import': false },
    define: {
      'import.meta.url': 'importMetaUrl',
      // npm checks the engine; oclif's own check takes a library.
      'process.env.OCLIF_DISABLE_ENGINE_WARNING': "'1'",
    },
    plugins: [lazily, beside, pluginFiles],
    banner: { js: "var importMetaUrl=require('node:url').pathToFileURL(__filename).href;" },
    write: false,
  });
  // esbuild leaves what is not ASCII in regular expressions; an ASCII file is read fastest.
  const escaped = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const text = outputFiles[0].text.replace(/[^\0-\x7f]/g, escaped);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  writeFileSync(`${root}dist/cli.cjs`, `/*${hash}*/${text}`);
}

const buildLibrary = () =>
  build({
    ...shared,
    entryPoints: { index: 'src/index.ts', 'sandbox-worker': 'src/sandbox/worker.ts' },
    format: 'esm',
    // What is bundled of CommonJS may require Node's own modules.
    banner: { js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);" },
  });

/**
 * An op's file holds its builder, which migrations use, and its definition, which only the compiler does. Said to be
 * free of side effects, constants that no builder uses are left out, and with them the schema model and the checks.
 *
 * @type {import('esbuild').Plugin}
 */
const buildersOnly = {
  name: 'builders-only',
  setup({ onLoad, onResolve, resolve }) {
    onLoad({ filter: /src\/ops\/[\w-]+\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replace(
        /^((?:export )?const \w+(?:: [^=\n]+)? = )((?:v\.\w+\()?\{\n[^]*?^\}\)?);$/gm,
        '$1/* @__PURE__ */ (() => ($2))();',
      ),
    }));
    onResolve({ filter: /./ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === buildersOnly) return undefined;
      const resolved = await resolve(path, { kind, resolveDir, pluginData: buildersOnly });
      return { ...resolved, sideEffects: false };
    });
  },
};

const buildAuthoring = () =>
  build({
    ...shared,
    entryPoints: { authoring: 'src/authoring.ts' },
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2020',
    external: [],
    define: { MIGSQL_IN_SANDBOX: 'true' },
    // The interpreter reads it anew for each start.
    minifyWhitespace: true,
    minifySyntax: true,
    plugins: [buildersOnly],
  });

const buildBeside = () =>
  build({
    ...shared,
    entryPoints: BESIDE,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    minify: true,
  });

/** As an ES module's exports, which Node finds in the bundle by their names. */
async function buildPostgresqlGrammar() {
  copyFileSync(`${root}node_modules/libpg-query/wasm/libpg-query.wasm`, `${root}dist/libpg-query.wasm`);
  const stdin = { contents: "export { loadModule, parseSync } from 'libpg-query';", resolveDir: root };
  await build({ ...shared, stdin, outdir: undefined, outfile: 'dist/pg-grammar.cjs', format: 'cjs', minify: true, plugins: [] });
}

/** `preventIndent`: a partial's lines stay as they are, for an indented literal would be another value. */
const TEMPLATES = { strict: true, noEscape: true, preventIndent: true };

function buildTemplates() {
  const files = readdirSync(`${root}templates`, { recursive: true }).filter((file) => file.endsWith('.hbs') && !file.startsWith('init'));
  const entries = files.map((file) => file.replaceAll('\\', '/')).sort().map((file) => {
    const text = readFileSync(`${root}templates/${file}`, 'utf8');
    return `${JSON.stringify(file)}: ${Handlebars.precompile(text, TEMPLATES)},\n`;
  });
  writeFileSync(`${root}dist/templates.cjs`, `module.exports = {\n${entries.join('')}};\n`);
}

/** What a project's own templates are compiled by: as the package's are, and without the one helper that does more than give text. */
async function buildTemplateCompiler() {
  const options = { ...TEMPLATES, knownHelpersOnly: true, knownHelpers: { log: false } };
  const contents = `const engine = require('handlebars/dist/cjs/handlebars.js').default.create();
    engine.unregisterHelper('log');
    exports.compile = (template) => engine.compile(template, ${JSON.stringify(options)});
    exports.parse = engine.parse;`;
  await build({ ...shared, stdin: { contents, resolveDir: root }, outdir: undefined, outfile: 'dist/template-compiler.cjs', format: 'cjs', minify: true });
}

const buildTypes = () => promisify(execFile)(`${root}node_modules/.bin/tsc`, ['-p', `${root}tsconfig.build.json`]);

/** oclif's own class writes what its `oclif manifest` would; that package itself asks for a newer Node. */
async function writeCommandManifest() {
  const plugin = new Plugin({ root, type: 'core', ignoreManifest: true, errorOnManifestCreate: true });
  await plugin.load();
  writeFileSync(`${root}oclif.manifest.json`, `${JSON.stringify(plugin.manifest, null, 2)}\n`);
}

mkdirSync(`${root}dist`, { recursive: true });
const outdated = readdirSync(`${root}dist`).filter((file) => file === 'types' || file.endsWith('.v8cache'));
for (const file of outdated) rmSync(`${root}dist/${file}`, { recursive: true });
buildTemplates();
await Promise.all([buildBeside(), buildPostgresqlGrammar(), buildTemplateCompiler(), buildLibrary(), buildAuthoring(), buildTypes()]);
await buildCommandLine();
await writeCommandManifest();
