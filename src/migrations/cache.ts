import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Territory, nameOf, resolveImport } from '../sandbox/imports.ts';
import { readText } from '../sandbox/files.ts';
import type { Import } from '../sandbox/request.ts';
import type { Evaluated } from './compile.ts';
import type { MigrationFile } from './load.ts';

/**
 * Evaluated migrations by content. An entry holds while its file, and every file that its evaluation read, have the
 * same bytes, and every import still leads to the same file. Whatever is not as it was written is as if it were not
 * there, so the cache can be damaged, foreign, old or gone, and nothing but time depends on it.
 */
export interface Cache {
  readonly get: (file: CachedFile) => Evaluated | undefined;
  readonly put: (file: CachedFile, json: string, imports: readonly Import[]) => void;
  /** Writes what is new. Several processes may: each writes a file of its own and moves it there at once. */
  readonly save: () => void;
}

/** What an entry is found by. */
export type CachedFile = Pick<MigrationFile, 'file' | 'sha256'>;

export interface CacheOptions {
  /** The cache's file; absolute. */
  readonly path: string;
  /** All that the result depends on beside the files: version, authoring module, limits. */
  readonly key: string;
  readonly territory: Territory;
}

interface Entry {
  readonly file: string;
  readonly sha256: string;
  readonly imports: readonly Import[];
  /** SHA-256 of all the rest of the entry. */
  readonly checksum: string;
}

/** An entry with the JSON that it stands for. */
type Stored = readonly [Entry, Uint8Array];

/** Changes whenever the file's form does. Line one is this and the key, line two the index, then the JSON texts. */
const FORMAT = 'migsql-cache-1';

export function openCache({ path, key, territory }: CacheOptions): Cache {
  const head = `${FORMAT} ${hash(key)}`;
  let stored: Map<string, Stored> | undefined;
  const entries = (): Map<string, Stored> => (stored ??= readEntries(path, head));
  const isCurrent = createImportCheck(territory);
  let isChanged = false;
  return {
    get: (file) => {
      const found = entries().get(file.file);
      if (!found || found[0].sha256 !== file.sha256 || !isSound(found) || !found[0].imports.every(isCurrent))
        return undefined;
      return { value: JSON.parse(Buffer.from(found[1]).toString()), imports: found[0].imports };
    },
    put: ({ file, sha256 }, json, imports) => {
      const bytes = Buffer.from(json);
      entries().set(file, [{ file, sha256, imports, checksum: checksumOf({ file, sha256, imports }, bytes) }, bytes]);
      isChanged = true;
    },
    save: () => {
      if (!isChanged) return;
      isChanged = false;
      writeEntries(
        path,
        head,
        [...entries().values()].filter(([{ file }]) => existsSync(resolve(territory.project, file))),
      );
    },
  };
}

const hash = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

function checksumOf({ file, sha256, imports }: Omit<Entry, 'checksum'>, json: Uint8Array): string {
  return createHash('sha256')
    .update(JSON.stringify([file, sha256, imports]))
    .update('\n')
    .update(json)
    .digest('hex');
}

const isSound = ([entry, json]: Stored): boolean => checksumOf(entry, json) === entry.checksum;

/** Whether an import leads to the same file with the same bytes; each file is read once. */
function createImportCheck(territory: Territory): (each: Import) => boolean {
  const hashes = new Map<string, string>();
  const hashOf = (path: string): string => {
    const read = readText(path, path);
    return 'problem' in read ? '' : read.sha256;
  };
  return ({ importer, specifier, file, sha256 }) => {
    const resolution = resolveImport(specifier, resolve(territory.project, importer), territory);
    if (resolution.kind !== 'code' && resolution.kind !== 'data') return false;
    if (nameOf(resolution.path, territory.project) !== file) return false;
    if (!hashes.has(file)) hashes.set(file, hashOf(resolution.path));
    return hashes.get(file) === sha256;
  };
}

function readEntries(path: string, head: string): Map<string, Stored> {
  try {
    const bytes = readFileSync(path);
    const headEnd = bytes.indexOf('\n');
    if (bytes.toString('utf8', 0, headEnd) !== head) return new Map();
    const indexEnd = bytes.indexOf('\n', headEnd + 1);
    const index = JSON.parse(bytes.toString('utf8', headEnd + 1, indexEnd)) as readonly (readonly [Entry, number])[];
    let start = indexEnd + 1;
    const stored = index.map(([entry, length]): [string, Stored] => {
      const json = bytes.subarray(start, start + length);
      start += length;
      return [entry.file, [entry, json]];
    });
    return new Map(stored.filter(([file]) => typeof file === 'string'));
  } catch {
    return new Map();
  }
}

/** A cache that cannot be written is no problem of the user's: the next run takes its time again. */
function writeEntries(path: string, head: string, entries: readonly Stored[]): void {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const index = JSON.stringify(entries.map(([entry, json]) => [entry, json.length]));
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, Buffer.concat([Buffer.from(`${head}\n${index}\n`), ...entries.map(([, json]) => json)]));
    renameSync(draft, path);
  } catch {
    rmSync(draft, { force: true });
  }
}
