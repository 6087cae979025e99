import { basename, dirname, extname, join, resolve } from 'node:path';
import { type CheckedSource, checkSource } from './config/check.ts';
import { type Environment, fillIn } from './config/environment.ts';
import { DEFAULT_FILE_NAME, type FileName } from './config/file-name.ts';
import { type EvaluationCache, evaluateConfig } from './config/evaluate.ts';
import type { MigrationFormat } from './config/migration-format.ts';
import { chosenTarget, overridden, targetsIn, withTarget } from './config/targets.ts';
import { type ParsedText, parseJson, parseYaml } from './config/text.ts';
import type { SchemaPath } from './desired/kinds.ts';
import type { Quoting } from './dialects/configure.ts';
import { MigsqlError } from './errors.ts';
import { type ConfigUrl, literalPasswords, urlOf } from './config/url.ts';
import { type Variable, variableValue } from './config/variables.ts';
import { DEFAULT_NAMING, type NamingConvention } from './ops/naming.ts';
import type { TransactionMode } from './plan/plan.ts';
import { readText } from './sandbox/files.ts';
import { inMappedSchema, type SchemaMap } from './schema/name.ts';
import { USUAL_VERSION_TABLE, type VersionTable } from './schema/version-table.ts';
import type { DialectName } from './sql/dialect-name.ts';

export { type FileName, type FileNameToken, fileNameOf } from './config/file-name.ts';
export { parseVariable } from './config/variables.ts';
export { CONFIG_NAMES, findConfig } from './config/find.ts';
export { defineConfig, env } from './config/source.ts';
export type { MigrationFormat } from './config/migration-format.ts';
export type { ConfigSource, EnvReference } from './config/source.ts';
export type { ConfigUrl } from './config/url.ts';

/** A program that runs when something happened. */
export interface Hook {
  /** The program and its arguments, in which `{file}` stands for the file's path. */
  readonly run: readonly string[];
}

/** The checked config of a project. */
export interface Config {
  /** The config file; absolute. */
  readonly file: string;
  /** The config file's folder; absolute. Places of problems are relative to it. */
  readonly root: string;
  /** Folders of migrations; absolute. */
  readonly migrations: readonly string[];
  readonly recursive: boolean;
  /** Where the schema that is wanted is written; empty where it is not. */
  readonly schema: readonly SchemaPath[];
  /** The module that changes what is found to differ from it; absolute. */
  readonly autogenerate?: string;
  /** The folder of snapshots; absolute, and perhaps not there. */
  readonly snapshots: string;
  /** What new migrations are written in. */
  readonly format: MigrationFormat;
  /** The folder of the project's own templates; absolute. */
  readonly templates?: string;
  readonly fileName: FileName;
  readonly hooks: { readonly afterWrite: readonly Hook[] };
  /** What is rendered for when nothing else is said. */
  readonly dialects: readonly DialectName[];
  /** The database to connect to, where the config names one. */
  readonly url?: ConfigUrl;
  readonly versionTable: VersionTable;
  /** What schemas are called in the database; the version table's is that already. */
  readonly schemaMap?: SchemaMap;
  readonly variables: { readonly [name: string]: Variable };
  /** What scripts are for. */
  readonly contexts?: readonly string[];
  readonly transaction: TransactionMode;
  /** The oldest server of each database, where it is not the oldest that migsql knows. */
  readonly server: { readonly [D in DialectName]?: string };
  readonly quoting: Quoting;
  readonly naming: NamingConvention;
  readonly script: NonNullable<CheckedSource['script']>;
  /** What is given of the sandbox's limits. */
  readonly limits: NonNullable<CheckedSource['limits']>;
  readonly cache: boolean;
}

/** A config file that is read, and not checked yet. */
export interface OpenedConfig {
  readonly targets: readonly string[];
  /**
   * The config of one of the targets; where there is none, or only one, it need not be said. The other targets are not checked.
   *
   * @throws MigsqlError with every problem: `invalid-config`, `missing-variable`, `unknown-target`, `open-target`
   */
  readonly configOf: (target: string | undefined) => Promise<Config>;
}

/**
 * Reads a config file: `.ts`, `.js` and `.mjs` are evaluated in the sandbox, `.json`, `.yaml` and `.yml` are data.
 * References to the environment are filled in afterwards.
 *
 * @param file absolute; `findConfig` finds it
 * @param openCache keeps what a config evaluated to, where that takes more than reading it
 * @throws MigsqlError `unreadable-file`, `not-utf8`, or what the evaluation says
 */
export async function openConfig(
  file: string,
  environment: Environment = process.env,
  openCache?: () => EvaluationCache,
): Promise<OpenedConfig> {
  const { data, locator } = await readSource(file, openCache);
  const targets = targetsIn(data);
  return {
    targets,
    configOf: async (asked) => {
      const target = chosenTarget(targets, asked);
      const chosen = withTarget(data, target);
      const filled = fillIn(chosen, environment);
      const checked = checkSource({ ...filled, flaws: [...filled.flaws, ...literalPasswords(chosen)] });
      if ('source' in checked) return completed(overridden(checked.source, target), file, { url: urlOf(checked.source, target, filled.variables), target });
      const locate = await locator();
      throw new MigsqlError(checked.flaws.map(({ path, at }) => at(locate(path))));
    },
  };
}

/** Reads and checks a config file, for one of its targets where it has several. @throws MigsqlError of `openConfig` and its `configOf` */
export async function loadConfig(file: string, environment: Environment = process.env, target?: string): Promise<Config> {
  return (await openConfig(file, environment)).configOf(target);
}

async function readSource(file: string, openCache?: () => EvaluationCache): Promise<ParsedText> {
  const name = basename(file);
  const read = readText(file, name);
  if ('problem' in read) throw new MigsqlError([read.problem]);
  const { text } = read;
  const ending = extname(file);
  if (ending === '.json') return parseJson(text, name);
  if (ending === '.yaml' || ending === '.yml') return parseYaml(text, name);
  return { data: await evaluateConfig(file, read, openCache), locator: async () => () => ({ file: name }) };
}

/** What holds for one of the targets. */
interface Chosen {
  readonly url: ConfigUrl | undefined;
  readonly target: string | undefined;
}

function completed(source: CheckedSource, file: string, { url, target }: Chosen): Config {
  const root = dirname(file);
  const { migrations = 'migrations', dialect = [], versionTable = USUAL_VERSION_TABLE, schemaMap = {} } = source;
  return {
    file,
    root,
    migrations: [migrations].flat().map((folder) => resolve(root, folder)),
    recursive: source.recursive ?? false,
    schema: [source.schema ?? []].flat().map((each) => schemaPath(each, root)),
    ...(source.autogenerate !== undefined && { autogenerate: resolve(root, source.autogenerate) }),
    // Those of another target would be of revisions that this one has not.
    snapshots: resolve(root, source.snapshots ?? join('snapshots', target ?? '')),
    format: source.format ?? 'ts',
    ...(source.templates !== undefined && { templates: resolve(root, source.templates) }),
    fileName: { ...DEFAULT_FILE_NAME, ...(typeof source.fileName === 'string' ? { template: source.fileName } : source.fileName) },
    hooks: { afterWrite: source.hooks?.afterWrite ?? [] },
    dialects: [...new Set([dialect].flat())],
    ...(url && { url }),
    versionTable: inMappedSchema(typeof versionTable === 'string' ? { name: versionTable } : versionTable, schemaMap),
    ...(Object.keys(schemaMap).length && { schemaMap }),
    variables: Object.fromEntries(Object.entries(source.variables ?? {}).map(([name, each]) => [name, variableOf(each)])),
    ...(source.contexts && { contexts: [source.contexts].flat() }),
    transaction: source.transaction ?? 'script',
    server: source.server ?? {},
    quoting: source.quoting ?? 'needed',
    naming: { ...DEFAULT_NAMING, ...source.naming },
    script: source.script ?? {},
    limits: source.limits ?? {},
    cache: source.cache ?? true,
  };
}

function variableOf({ type, default: given }: NonNullable<CheckedSource['variables']>[string]): Variable {
  const value = given === undefined ? undefined : variableValue(type, given);
  return { type, ...(value !== undefined && { value }) };
}

function schemaPath(source: string | { file: string; kind?: SchemaPath['kind'] }, root: string): SchemaPath {
  const { file, kind } = typeof source === 'string' ? { file: source, kind: undefined } : source;
  return { path: resolve(root, file), ...(kind && { kind }) };
}

