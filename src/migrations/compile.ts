import { type Diagnostic, type Place, sortDiagnostics } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import type { Downgrade, Migration } from '../migration.ts';
import { checkOps } from '../ops/check.ts';
import { foldFile } from '../sandbox/fold/file.ts';
import type { Territory } from '../sandbox/imports.ts';
import { placeAt } from '../sandbox/places.ts';
import type { Import } from '../sandbox/request.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Cache } from './cache.ts';
import { withData } from './data-files.ts';
import { type Facts, MIGRATION_FIELDS } from './facts.ts';
import { type MigrationFile, titleOf } from './load.ts';
import { checkOrigins } from './origins.ts';
import { sourceFiles } from './source-files.ts';

export interface CompileOptions {
  readonly territory: Territory;
  /** Evaluates what is more than values written down. Its thread starts when it is first needed. */
  readonly sandbox: Sandbox;
  /** The exports of the authoring module, for the migrations that only write values down. */
  readonly authoring: { readonly [name: string]: unknown };
  readonly cache?: Cache;
  /** Makes a migration of a `.sql` file. */
  readonly compileSql: (file: MigrationFile) => Compiled;
  /** Told of each file when it is done. */
  readonly onFile?: (() => void) | undefined;
}

/** A migration's default export, and the files that it was made from besides its own. */
export interface Evaluated {
  readonly value: unknown;
  readonly imports: readonly Import[];
}

/** A migration, or what is wrong with it. */
export interface Compiled {
  readonly migration?: Migration;
  readonly problems: readonly Diagnostic[];
}

/**
 * Evaluates the given files, and no other, to migrations with checked ops, in the order of the files. The
 * result depends on the files alone: not on their order, nor on the cache.
 */
export async function compile(
  files: readonly MigrationFile[],
  options: CompileOptions,
): Promise<{ readonly migrations: readonly Migration[]; readonly problems: readonly Diagnostic[] }> {
  const compiled = await Promise.all(files.map((file) => compileWithData(file, options)));
  options.cache?.save();
  return {
    migrations: compiled.flatMap(({ migration }) => migration ?? []),
    problems: sortDiagnostics(compiled.flatMap(({ problems }) => problems)),
  };
}

/** Rows in files are read anew each time: nothing of them is in the cache. */
function compileWithData(file: MigrationFile, options: CompileOptions): Compiled | Promise<Compiled> {
  const compiled = compileFile(file, options);
  const finish = (each: Compiled): Compiled | Promise<Compiled> => {
    options.onFile?.();
    return withData(each, file, options.territory);
  };
  return compiled instanceof Promise ? compiled.then(finish) : finish(compiled);
}

function compileFile(file: MigrationFile, options: CompileOptions): Compiled | Promise<Compiled> {
  const { cache, territory, authoring } = options;
  if (file.kind === 'sql') return options.compileSql(file);
  const folded = foldFile({ path: file.path, text: file.text, territory }, authoring);
  if (folded) return toMigration(file, folded);
  const cached = cache?.get(file);
  return cached ? toMigration(file, cached) : evaluateFile(file, options);
}

/** Only what is right is worth keeping. */
async function evaluateFile(file: MigrationFile, { sandbox, territory, cache }: CompileOptions): Promise<Compiled> {
  const evaluation = await sandbox.evaluate({ path: file.path, text: file.text, territory });
  if ('problems' in evaluation) return evaluation;
  const { json, imports } = evaluation;
  const compiled = toMigration(file, { value: JSON.parse(json), imports });
  if (compiled.migration) cache?.put(file, json, imports);
  return compiled;
}

/** What the evaluation gave, checked: the same facts as in the source, and ops of known shapes. */
function toMigration(file: MigrationFile, { value, imports }: Evaluated): Compiled {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const reason = `expected the default export to be migration({ … }), got ${JSON.stringify(value).slice(0, 60)}`;
    return { problems: [problem('invalid-migration', { reason }, { file: file.file })] };
  }
  const source = value as Readonly<Record<string, unknown>>;
  const files = new Set([file.file, ...imports.map((each) => each.file)]);
  const forged = (['upgrade', 'downgrade'] as const).flatMap((field) =>
    checkOrigins(source[field], files, () => placeOfField(file, field)),
  );
  // What is placed wrong cannot be reported at its place.
  if (forged.length > 0) return { problems: forged };
  const upgrade = checkOps(source['upgrade'], () => placeOfField(file, 'upgrade'));
  const downgrade = checkDowngrade(source['downgrade'] ?? 'reversed', () => placeOfField(file, 'downgrade'));
  const problems = [
    ...checkFields(file, source),
    ...confirmFacts(file, source),
    ...upgrade.problems,
    ...downgrade.problems,
  ];
  if (problems.length > 0) return { problems };
  return { migration: migrationOf(file, { upgrade: upgrade.ops, downgrade: downgrade.downgrade, imports }), problems };
}

/** A migration of a file, with the facts that its source states. */
export function migrationOf(
  file: MigrationFile,
  { upgrade, downgrade, imports }: Pick<Migration, 'upgrade' | 'downgrade'> & { readonly imports: readonly Import[] },
): Migration {
  const { id, revises, dependsOn, branchLabels, sha256 } = file;
  return {
    id,
    revises,
    dependsOn,
    branchLabels,
    title: titleOf(file),
    file: file.file,
    sha256,
    imports: sourceFiles(imports),
    upgrade,
    downgrade,
  };
}

/** Where a field of a migration is written; its file where it is left out. */
export function placeOfField({ file, text, offsets }: MigrationFile, field: string): Place {
  const offset = offsets[field];
  return offset === undefined ? { file } : placeAt(text, offset, file);
}

function checkDowngrade(
  value: unknown,
  placeOf: () => Place,
): { readonly downgrade: Downgrade; readonly problems: readonly Diagnostic[] } {
  if (value === 'reversed') return { downgrade: value, problems: [] };
  if (isIrreversible(value)) return { downgrade: value, problems: [] };
  if (Array.isArray(value)) {
    const { ops, problems } = checkOps(value, placeOf);
    return { downgrade: ops, problems };
  }
  const reason = "expected 'downgrade' to be 'reversed', a list of ops or irreversible('why')";
  return { downgrade: 'reversed', problems: [problem('invalid-migration', { reason }, placeOf())] };
}

const isIrreversible = (value: unknown): value is Downgrade & object =>
  typeof value === 'object' &&
  value !== null &&
  'irreversible' in value &&
  typeof value.irreversible === 'string' &&
  Object.keys(value).every((key) => key === 'irreversible' || key === 'origin');

function checkFields(file: MigrationFile, source: object): readonly Diagnostic[] {
  const unknown = Object.keys(source).filter((field) => !(MIGRATION_FIELDS as readonly string[]).includes(field));
  return unknown.map((field) =>
    problem('unknown-field', { field, known: MIGRATION_FIELDS }, placeOfField(file, field)),
  );
}

function confirmFacts(file: MigrationFile, source: Readonly<Record<string, unknown>>): readonly Diagnostic[] {
  return (['id', 'revises', 'title', 'branchLabels', 'dependsOn', 'contexts'] as const).flatMap((fact) => {
    const [written, evaluated] = [file[fact] ?? (fact === 'contexts' ? [] : null), normalised(fact, source[fact])];
    if (isSame(written, evaluated)) return [];
    const details = { fact, written: JSON.stringify(written), evaluated: JSON.stringify(evaluated) };
    return [problem('fact-mismatch', details, placeOfField(file, fact))];
  });
}

const isSame = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((item, index) => item === b[index]) : a === b;

/** A fact as `Facts` has it: lists where the source may have one text or nothing. */
function normalised(fact: keyof Facts, value: unknown): unknown {
  if (fact === 'id' || fact === 'title') return value ?? null;
  if (value === undefined || value === null) return [];
  return typeof value === 'string' ? [value] : value;
}
