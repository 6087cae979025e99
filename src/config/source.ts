import type { SchemaKind } from '../desired/kinds.ts';
import type { Quoting } from '../dialects/configure.ts';
import type { MigrationFormat } from './migration-format.ts';
import type { VariableType } from './variables.ts';
import type { NamingConvention } from '../ops/naming.ts';
import type { TransactionMode } from '../plan/plan.ts';
import type { ClientName, LineEnd, ScriptForm } from '../script/options.ts';
import type { DialectName } from '../sql/dialect-name.ts';

/** What a config file may say. Every key may be left out. */
export interface ConfigSource extends TargetSource {
  /** Databases that have migrations of their own, by name: what each says comes before what is said beside this. */
  readonly targets?: { readonly [name: string]: TargetSource };
}

/** What may be said of one database as well as of all. */
export interface TargetSource {
  /** Folders of migrations, relative to the config file. Default: `'migrations'`. */
  readonly migrations?: Value | readonly Value[];
  /** Whether migrations are looked for in folders below those as well. Default: `false`. */
  readonly recursive?: boolean;
  /** The schema that is wanted in the end: files or folders, relative to the config file, of any of the kinds there are. */
  readonly schema?: SchemaSource | readonly SchemaSource[];
  /**
   * A module, relative to the config file, that changes what `revision --autogenerate` and `check --schema` find: its default
   * export takes the ops and gives back those that are wanted.
   */
  readonly autogenerate?: Value;
  /** The folder of snapshots, relative to the config file: what each revision is rendered as. Default: `'snapshots'`. */
  readonly snapshots?: Value;
  /** What `revision` and `merge` write. Default: `'ts'`. */
  readonly format?: MigrationFormat | EnvReference;
  /** A folder, relative to the config file, whose templates of new migrations and of scripts come before migsql's own. */
  readonly templates?: Value;
  /** How the files of new migrations are named: a template, or one with what its tokens are. Default: `'%(id)s_%(slug)s'`. */
  readonly fileName?: Value | FileNameSource;
  /** Programs that run when something happened. */
  readonly hooks?: HooksSource;
  /** What `--dialect` is when it is not given. */
  readonly dialect?: DialectName | EnvReference | readonly (DialectName | EnvReference)[];
  /**
   * The database that commands connect to: `env('DATABASE_URL')`. A password in it comes from the environment alone; the
   * variable need not be set for whatever connects to nothing.
   */
  readonly url?: Value;
  /** Where the current heads are kept in the database. Default: `'migsql_version'` in the session's own schema. */
  readonly versionTable?: Value | { readonly schema?: Value; readonly name: Value; readonly column?: Value };
  /** What schemas are called in the database, by what the migrations call them: `{ public: 'tenant_a' }`. */
  readonly schemaMap?: { readonly [schema: string]: Value };
  /** What migrations may name with `variable(…)`: by name, with a type and perhaps a default. */
  readonly variables?: { readonly [name: string]: VariableSource };
  /** What scripts are for, of what migrations say under `contexts`. */
  readonly contexts?: Value | readonly Value[];
  /** How far one transaction reaches. Default: `'script'`. */
  readonly transaction?: TransactionMode | EnvReference;
  /** The oldest server of each database that a script must run on: forms are chosen for it. */
  readonly server?: { readonly [D in DialectName]?: Value };
  /** Whether all names stand in quotes, or those alone that need them. Default: `'needed'`. */
  readonly quoting?: Quoting | EnvReference;
  /** Names for constraints and indexes that have none, in the tokens of SQLAlchemy. */
  readonly naming?: Partial<NamingConvention>;
  /** What a script holds beside the statements. */
  readonly script?: ScriptSource;
  /** What the evaluation of one migration may use. */
  readonly limits?: LimitsSource;
  /** Whether evaluated migrations are kept by their content. Nothing but speed depends on it. Default: `true`. */
  readonly cache?: boolean;
}

/** A file or a folder, with the kind that it is of where its ending and its content do not tell. */
export type SchemaSource = Value | { readonly file: Value; readonly kind?: SchemaKind };

export interface VariableSource {
  readonly type: VariableType;
  readonly default?: Value | number | boolean;
}

export interface FileNameSource {
  /** Tokens: `%(id)s`, `%(slug)s`, `%(year)s`, `%(month)s`, `%(day)s`, `%(hour)s`, `%(minute)s`, `%(second)s`, `%(epoch)s`. */
  readonly template?: Value;
  /** An IANA time zone. Default: `'UTC'`. */
  readonly timeZone?: Value;
  /** Characters that the title takes in the name. Default: 47. */
  readonly slugLength?: number;
}

export interface HooksSource {
  /**
   * Programs that run, one after the other, when a migration is written: a program and its arguments, in which `{file}` stands for
   * the file's absolute path. There is no shell.
   */
  readonly afterWrite?: readonly { readonly run: readonly string[] }[];
}

export interface ScriptSource {
  /** The dialect's own client, or any that sends one statement after the other. Default: the own one. */
  readonly client?: ClientName | EnvReference;
  /** Whether it runs from where it starts alone, from wherever the database is, or from where it stopped. Default: `'plain'`. */
  readonly form?: ScriptForm;
  /** Whether what was run is written to `migsql_ledger`. Default: `false`. */
  readonly ledger?: boolean;
  /** Whether the script stops unless the database is where it starts. Default: `true`. */
  readonly startGuard?: boolean;
  /** Whether a second run is kept out. Default: `true`. */
  readonly lock?: boolean;
  /** Seconds that a statement waits for a lock; 0: without a limit. Default: 5. */
  readonly lockTimeout?: number;
  /** Seconds that a statement may take; 0: without a limit. Default: 0. */
  readonly statementTimeout?: number;
  /** Whether the script tells each step. Default: `true`. */
  readonly progress?: boolean;
  /** Whether a last line says that all went well. Default: `true`. */
  readonly sentinel?: boolean;
  /** The name of the database that the script is for. */
  readonly expectDatabase?: Value;
  /** Whether the script stops on an older server than it was written for. Default: `false`. */
  readonly expectServer?: boolean;
  /** How lines end. Default: `'lf'`. */
  readonly eol?: LineEnd;
  /** Whether a character that is not ASCII is an error. Default: `false`. */
  readonly ascii?: boolean;
  /** Bytes that a line has at most, from 80; what cannot be broken is an error. */
  readonly lineLength?: number;
}

export interface LimitsSource {
  /** Loop turns and calls, in millions: the same on every machine. */
  readonly steps?: number;
  /** Seconds by the clock. */
  readonly seconds?: number;
  /** Memory of the interpreter. */
  readonly megabytes?: number;
  /** Stack of the interpreter. */
  readonly stackKilobytes?: number;
}

/** A text, or where in the environment it stands. */
export type Value = string | EnvReference;

/** Stands for an environment variable; the value is filled in outside the sandbox. */
export interface EnvReference {
  readonly $env: string;
  readonly default?: string;
}

/** Types a config; the value is the config as it is: `export default defineConfig({ … })`. */
export const defineConfig = (config: ConfigSource): ConfigSource => config;

/**
 * The value of an environment variable; a config has no other way to the environment. Without a default a
 * variable that is not set is an error.
 */
export const env = (name: string, fallback?: string): EnvReference => ({
  $env: name,
  ...(fallback !== undefined && { default: fallback }),
});
