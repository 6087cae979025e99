/**
 * The test files and the sources as modules that Node loads as they are, each once for all of them. Transpiled one by one
 * when they are imported, the sources take nearly every file a second before its first test.
 */
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Plugin, build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a module reads beside itself it finds where its source is. */
const inPlace: Plugin = {
  name: 'in-place',
  setup({ initialOptions, onLoad }) {
    initialOptions.define = { 'import.meta.url': 'ownUrl', 'import.meta.dirname': 'ownFolder' };
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const own = `const ownUrl = ${JSON.stringify(pathToFileURL(path))}, ownFolder = ${JSON.stringify(dirname(path))};`;
      return { loader: 'ts', contents: own + readFileSync(path, 'utf8') };
    });
  },
};

/** Bundles modules of the package (`test/a.test.ts`); gives a new folder that holds them (`test/a.test.mjs`), where packages are found. */
export async function bundle(modules: readonly string[]): Promise<string> {
  const caches = join(root, 'node_modules/.cache');
  mkdirSync(caches, { recursive: true });
  const outdir = mkdtempSync(join(caches, 'migsql-tests-'));
  await build({
    absWorkingDir: root,
    entryPoints: [...modules],
    outbase: root,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // package.json says that no module does anything but export, which is not so of tests.
    ignoreAnnotations: true,
    sourcemap: true,
    logLevel: 'warning',
    plugins: [inPlace],
  });
  return outdir;
}
