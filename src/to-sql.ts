import type { Diagnostic } from './diagnostics.ts';
import { QUOTING, type Quoting, configured, serverVersion } from './dialects/configure.ts';
import type { Dialect } from './dialects/dialect.ts';
import { DIALECTS } from './dialects/index.ts';
import { lowerOp } from './dialects/lower.ts';
import { longestName } from './dialects/server.ts';
import { MigsqlError, fail } from './errors.ts';
import { checkOps } from './ops/check.ts';
import { checkNames } from './ops/check-names.ts';
import { chosenOps } from './ops/for-dialect.ts';
import { type AuthoredOp, type Op, evolve } from './ops/index.ts';
import { DEFAULT_NAMING, type NamingConvention, named, templateFlaw } from './ops/naming.ts';
import { EMPTY_SCHEMA, viewOf } from './schema/model.ts';
import { similar } from './similar.ts';
import { DIALECT_NAMES, type DialectName, isDialectName } from './sql/dialect-name.ts';

export interface ToSqlOptions {
  readonly dialect: DialectName;
  /** The oldest server that the SQL must run on: `'15'`, `'8.0.36'`, `'2019'`. */
  readonly server?: string;
  /** Default: `'needed'`. */
  readonly quoting?: Quoting;
  /** Templates of names for constraints and indexes that have none, instead of the usual ones. */
  readonly naming?: Partial<NamingConvention>;
  /** The ops that made what is there: MySQL changes a column by stating it whole. */
  readonly before?: readonly AuthoredOp[];
}

/**
 * The statements of an op, or of several in order, without terminators: `toSql(dropTable('t'), { dialect: 'mssql' })`.
 *
 * @throws MigsqlError with every problem: `invalid-op`, `refused` … as a render has them, `invalid-option`
 */
export function toSql(op: AuthoredOp | readonly AuthoredOp[], options: ToSqlOptions): readonly string[] {
  const { dialect, naming } = read(options);
  const problems: Diagnostic[] = [];
  const opsOf = (given: readonly AuthoredOp[]): readonly Op[] => checked(given, dialect, naming, problems);
  const before = opsOf(options.before ?? []);
  const ops = opsOf(Array.isArray(op) ? op : [op as AuthoredOp]);
  if (problems.length) throw new MigsqlError(problems);
  let schema = before.reduce(evolve, EMPTY_SCHEMA);
  const statements = ops.flatMap((each) => {
    const misnamed = checkNames(each, schema);
    const lowered = misnamed.length ? [] : lowerOp(each, dialect, viewOf(schema));
    schema = evolve(schema, each);
    problems.push(...misnamed, ...('code' in lowered ? [lowered] : []));
    return 'code' in lowered ? [] : lowered.map(({ sql }) => sql);
  });
  if (problems.length) throw new MigsqlError(problems);
  return statements;
}

/** Ops of right shapes for the dialect, each constraint and index with a name. */
function checked(
  given: readonly AuthoredOp[],
  dialect: Dialect,
  naming: NamingConvention,
  problems: Diagnostic[],
): readonly Op[] {
  const { ops, problems: found } = checkOps(withoutUndefined(given), () => undefined);
  const chosen = chosenOps(ops, dialect.name);
  problems.push(...found, ...chosen.problems);
  return chosen.ops.map((op) => named(op, naming, longestName(dialect)));
}

/** As JSON has it: a field that is undefined is not there. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const present = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(present.map(([key, field]) => [key, withoutUndefined(field)]));
}

const OPTIONS: readonly string[] = [
  'dialect', 'server', 'quoting', 'naming', 'before',
] satisfies readonly (keyof ToSqlOptions)[];

function read(options: ToSqlOptions): { readonly dialect: Dialect; readonly naming: NamingConvention } {
  const { dialect, server, quoting = 'needed', naming = {} } = options ?? {};
  const unknown = Object.keys(options ?? {}).find((option) => !OPTIONS.includes(option));
  if (unknown !== undefined) {
    invalid(unknown, `is no option of toSql: expected ${OPTIONS.join(', ')}`, similar(unknown, OPTIONS));
  }
  if (!isDialectName(dialect)) {
    const reason = `must be one of ${DIALECT_NAMES.join(', ')}, not ${JSON.stringify(dialect)}`;
    return invalid('dialect', reason, similar(String(dialect), DIALECT_NAMES));
  }
  for (const [kind, template] of Object.entries(naming)) {
    const flaw = namingFlaw(kind, template);
    if (flaw) invalid(`naming.${kind}`, flaw);
  }
  if (!QUOTING.includes(quoting)) {
    invalid('quoting', `must be one of ${QUOTING.join(', ')}, not ${JSON.stringify(quoting)}`);
  }
  const version = server === undefined ? undefined : serverVersion(DIALECTS[dialect], String(server));
  if (version && 'flaw' in version) invalid('server', `${JSON.stringify(server)} ${version.flaw}`);
  const settings = { quoting, ...(server !== undefined && { server: String(server) }) };
  return { dialect: configured(DIALECTS[dialect], settings), naming: { ...DEFAULT_NAMING, ...naming } };
}

function namingFlaw(kind: string, template: unknown): string | undefined {
  const kinds = Object.keys(DEFAULT_NAMING);
  if (!kinds.includes(kind)) return `is unknown: expected ${kinds.join(', ')}`;
  return typeof template === 'string' ? templateFlaw(template) : `must be a text, not ${JSON.stringify(template)}`;
}

const invalid = (option: string, reason: string, suggestions: readonly string[] = []): never =>
  fail('invalid-option', { option, reason, suggestions });
