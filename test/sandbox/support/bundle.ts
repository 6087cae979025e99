import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, buildSync } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The text of a module of `src/` with all that it imports from there, as the build makes it. */
function bundle(entry: string, options: BuildOptions): string {
  const result = buildSync({
    entryPoints: [root + entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['oxc-transform', 'quickjs-emscripten-core', '@jitl/*'],
    ...options,
    write: false,
  });
  return result.outputFiles?.[0]?.text ?? '';
}

/** The real authoring module, as it stands in the source. */
export function bundledAuthoring(): string {
  const absent = `${root}test/sandbox/support/absent.cjs`;
  return bundle('src/authoring.ts', {
    platform: 'neutral',
    define: { MIGSQL_IN_SANDBOX: 'true' },
    alias: { valibot: absent, immutable: absent },
  });
}

/** The sandbox's thread as a file that Node runs, where its packages are found. */
export function bundledWorker(): URL {
  const text = bundle('src/sandbox/worker.ts', {});
  const folder = `${root}node_modules/.cache/migsql-test/`;
  const file = `${folder}worker-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.mjs`;
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  }
  return pathToFileURL(file);
}
