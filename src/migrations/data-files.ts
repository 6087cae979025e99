import { openDataTable } from '../data/index.ts';
import type { Diagnostic, Place } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import type { Downgrade, Migration, SourceFile } from '../migration.ts';
import type { DataFile } from '../ops/bulk-insert.ts';
import type { DataTable } from '../ops/data-table.ts';
import type { AuthoredOp } from '../ops/index.ts';
import { readBytes } from '../sandbox/files.ts';
import { type Territory, nameOf, resolveImport } from '../sandbox/imports.ts';
import type { Compiled } from './compile.ts';
import type { MigrationFile } from './load.ts';
import { mapRows } from './rows-of-ops.ts';
import { sourceFiles } from './source-files.ts';

/** Opens the files of rows that a migration names: its ops get their columns, its imports the files. */
export function withData(compiled: Compiled, file: MigrationFile, territory: Territory): Compiled | Promise<Compiled> {
  const { migration } = compiled;
  const wanted = migration ? filesIn(migration) : new Map<string, Wanted>();
  return migration && wanted.size > 0 ? openAll(migration, wanted, file, territory) : compiled;
}

interface Wanted {
  readonly rows: DataFile;
  /** Of the first op that names it. */
  readonly place: Place;
}

/** By the path that ops give. */
function filesIn({ upgrade, downgrade, file }: Migration): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  const note = (op: AuthoredOp, rows: DataFile): undefined => {
    if (!wanted.has(rows.file)) wanted.set(rows.file, { rows, place: op.origin ?? { file } });
  };
  for (const ops of [upgrade, downgrade]) if (Array.isArray(ops)) mapRows(ops as readonly AuthoredOp[], note);
  return wanted;
}

async function openAll(
  migration: Migration,
  wanted: ReadonlyMap<string, Wanted>,
  { path }: MigrationFile,
  territory: Territory,
): Promise<Compiled> {
  const data = new Map<string, DataTable>();
  const files: SourceFile[] = [];
  const problems: Diagnostic[] = [];
  for (const [specifier, each] of wanted) {
    const opened = await openOne(each, path, territory);
    if ('problems' in opened) problems.push(...opened.problems);
    else {
      data.set(specifier, opened.table);
      files.push(opened.source);
    }
  }
  if (problems.length) return { problems };
  const { upgrade, downgrade, imports } = migration;
  const filled = (ops: readonly AuthoredOp[]): readonly AuthoredOp[] =>
    mapRows(ops, (_, { file }) => data.get(file)?.columns);
  return {
    migration: {
      ...migration,
      imports: sourceFiles([...imports, ...files]),
      upgrade: filled(upgrade),
      downgrade: isList(downgrade) ? filled(downgrade) : downgrade,
      data,
    },
    problems,
  };
}

const isList = (downgrade: Downgrade): downgrade is readonly AuthoredOp[] => Array.isArray(downgrade);

type Opened = { readonly table: DataTable; readonly source: SourceFile } | { readonly problems: readonly Diagnostic[] };

/** What an import may reach, a file of rows may be. */
async function openOne({ rows, place }: Wanted, importer: string, territory: Territory): Promise<Opened> {
  const found = resolveImport(rows.file, importer, territory);
  if (found.kind !== 'data') return { problems: [refused(rows.file, found, place)] };
  const file = nameOf(found.path, territory.project);
  const read = readBytes(found.path, file);
  if ('problem' in read) return { problems: [read.problem] };
  try {
    const table = await openDataTable({ file, format: rows.format, bytes: read.bytes });
    return { table, source: { file, sha256: read.sha256 } };
  } catch (error) {
    if (error instanceof MigsqlError) return { problems: error.diagnostics };
    throw error;
  }
}

function refused(file: string, found: ReturnType<typeof resolveImport>, place: Place): Diagnostic {
  if (found.kind !== 'refused') return problem('forbidden-data-file', { file, reason: 'it is no data' }, place);
  if (found.code === 'missing-import') return problem('missing-data-file', { file }, place);
  const { reason } = found.details;
  const isBare = reason.startsWith('packages cannot');
  return problem('forbidden-data-file', { file, reason: isBare ? "the path does not begin with './'" : reason }, place);
}
