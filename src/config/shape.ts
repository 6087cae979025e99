import * as v from 'valibot';
import { SCHEMA_KINDS } from '../desired/kinds.ts';
import { QUOTING, serverVersion } from '../dialects/configure.ts';
import { DIALECTS } from '../dialects/index.ts';
import { templateFlaw } from '../ops/naming.ts';
import { TRANSACTION_MODES } from '../plan/plan.ts';
import { DIALECT_NAMES, type DialectName } from '../sql/dialect-name.ts';
import { CLIENT_NAMES, LINE_ENDS, SCRIPT_FORMS } from '../script/options.ts';
import { fileNameFlaw, timeZoneFlaw } from './file-name.ts';
import { VARIABLE_TYPES, variableValue } from './variables.ts';
import { MIGRATION_FORMATS } from './migration-format.ts';

/** A list where one value may stand alone; the path of a single one has no index. */
const oneOrMore = <const Item extends v.GenericSchema>(item: Item) =>
  v.lazy((input) => (Array.isArray(input) ? v.pipe(v.array(item), v.nonEmpty('must not be empty')) : item));

export const isObject = (input: unknown): input is object =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

/** Keys that are not known are looked for apart, since valibot stops at the first. */
const record = <const Entries extends v.ObjectEntries>(entries: Entries, message: string) =>
  v.pipe(v.custom<object>(isObject, message), v.object(entries));

const text = v.pipe(v.string('must be a text'), v.nonEmpty('must not be empty'));
const flag = v.boolean('must be true or false');
/** A text that `flawOf` finds nothing wrong with. */
const flawless = (flawOf: (text: string) => string | undefined) =>
  v.pipe(text, v.check((written) => flawOf(written) === undefined, ({ input }) => flawOf(input) ?? ''));

const dialect = v.picklist(DIALECT_NAMES, `must be one of ${DIALECT_NAMES.join(', ')}`);
const versionTable = { schema: v.exactOptional(text), name: text, column: v.exactOptional(text) };

const schemaFile = { file: text, kind: v.exactOptional(v.picklist(SCHEMA_KINDS, `must be one of ${SCHEMA_KINDS.join(', ')}`)) };

const amount = (most: number) =>
  v.pipe(v.number('must be a number'), v.gtValue(0, 'must be above 0'), v.maxValue(most, `must not be above ${most}`));

const whole = (least: number, most: number) =>
  v.pipe(v.number('must be a number'), v.integer('must be a whole number'), v.minValue(least, `must not be below ${least}`), v.maxValue(most, `must not be above ${most}`));

const limits = {
  steps: v.exactOptional(amount(1_000_000)),
  seconds: v.exactOptional(amount(86_400)),
  megabytes: v.exactOptional(amount(4096)),
  stackKilobytes: v.exactOptional(amount(512)),
};

const server = (name: DialectName) => flawless((version) => serverFlaw(name, version));

function serverFlaw(name: DialectName, version: string): string | undefined {
  const found = serverVersion(DIALECTS[name], version);
  return 'flaw' in found ? found.flaw : undefined;
}

const servers = {
  postgresql: v.exactOptional(server('postgresql')),
  mysql: v.exactOptional(server('mysql')),
  mariadb: v.exactOptional(server('mariadb')),
  mssql: v.exactOptional(server('mssql')),
  oracle: v.exactOptional(server('oracle')),
  sqlite: v.exactOptional(server('sqlite')),
};

const template = v.exactOptional(flawless(templateFlaw));
const naming = { ix: template, uq: template, ck: template, fk: template, pk: template, ex: template };

const fileName = {
  template: v.exactOptional(flawless(fileNameFlaw)),
  timeZone: v.exactOptional(flawless(timeZoneFlaw)),
  slugLength: v.exactOptional(whole(1, 200)),
};

const hookFlaw = (word: string): string | undefined => {
  const token = /\{(\w+)\}/.exec(word.replaceAll('{file}', ''))?.[0];
  return token && `has the unknown token '${token}': there is '{file}'`;
};
const hook = { run: v.pipe(v.array(flawless(hookFlaw), 'must be a list of a program and its arguments'), v.nonEmpty('must not be empty')) };
const hooks = { afterWrite: v.exactOptional(v.array(record(hook, 'must be { run: [program, …] }'), 'must be a list')) };

const seconds = v.exactOptional(
  v.pipe(v.number('must be a number'), v.minValue(0, 'must not be below 0'), v.maxValue(86_400, 'must not be above 86400')),
);

const script = {
  client: v.exactOptional(v.picklist(CLIENT_NAMES, `must be one of ${CLIENT_NAMES.join(', ')}`)),
  form: v.exactOptional(v.picklist(SCRIPT_FORMS, `must be one of ${SCRIPT_FORMS.join(', ')}`)),
  ledger: v.exactOptional(flag),
  startGuard: v.exactOptional(flag),
  lock: v.exactOptional(flag),
  lockTimeout: seconds,
  statementTimeout: seconds,
  progress: v.exactOptional(flag),
  sentinel: v.exactOptional(flag),
  expectDatabase: v.exactOptional(text),
  expectServer: v.exactOptional(flag),
  eol: v.exactOptional(v.picklist(LINE_ENDS, `must be one of ${LINE_ENDS.join(', ')}`)),
  ascii: v.exactOptional(flag),
  lineLength: v.exactOptional(whole(80, 1_000_000)),
};

const variableFields = {
  type: v.picklist(VARIABLE_TYPES, `must be one of ${VARIABLE_TYPES.join(', ')}`),
  default: v.exactOptional(v.union([v.string(), v.number(), v.boolean()], 'must be a text, a number, true or false')),
};
const variable = v.pipe(
  record(variableFields, 'must be { type, default }'),
  v.forward(
    v.check(({ type, default: given }) => given === undefined || variableValue(type, given) !== undefined, 'must be of the type'),
    ['default'],
  ),
);
const variableName = flawless((name) => (/^[A-Za-z_]\w*$/.test(name) ? undefined : 'is no name of a variable: use letters, digits and _'));

/** What holds for a target as well. */
const settings = {
  migrations: v.exactOptional(oneOrMore(text)),
  recursive: v.exactOptional(flag),
  schema: v.exactOptional(
    oneOrMore(v.lazy((input) => (isObject(input) ? record(schemaFile, 'must be a path or { file, kind }') : text))),
  ),
  autogenerate: v.exactOptional(text),
  snapshots: v.exactOptional(text),
  format: v.exactOptional(v.picklist(MIGRATION_FORMATS, `must be one of ${MIGRATION_FORMATS.join(', ')}`)),
  templates: v.exactOptional(text),
  fileName: v.exactOptional(
    v.lazy((input) => (typeof input === 'object' ? record(fileName, 'must be a template or { template, timeZone, slugLength }') : flawless(fileNameFlaw))),
  ),
  hooks: v.exactOptional(record(hooks, 'must be an object')),
  dialect: v.exactOptional(oneOrMore(dialect)),
  // Nothing is filled in where its variable is not set.
  url: v.optional(v.string('must be a text')),
  versionTable: v.exactOptional(
    v.lazy((input) => (typeof input === 'object' ? record(versionTable, 'must be a name or { schema, name, column }') : text)),
  ),
  schemaMap: v.exactOptional(v.pipe(v.custom<object>(isObject, 'must be an object of names'), v.record(text, text))),
  variables: v.exactOptional(v.pipe(v.custom<object>(isObject, 'must be an object'), v.record(variableName, variable))),
  contexts: v.exactOptional(oneOrMore(text)),
  transaction: v.exactOptional(v.picklist(TRANSACTION_MODES, `must be one of ${TRANSACTION_MODES.join(', ')}`)),
  server: v.exactOptional(record(servers, 'must be an object')),
  quoting: v.exactOptional(v.picklist(QUOTING, `must be one of ${QUOTING.join(', ')}`)),
  naming: v.exactOptional(record(naming, 'must be an object')),
  script: v.exactOptional(record(script, 'must be an object')),
  limits: v.exactOptional(record(limits, 'must be an object')),
  cache: v.exactOptional(flag),
};

const targetName = flawless((name) => (/^[A-Za-z0-9][\w.-]*$/.test(name) ? undefined : 'is no name of a target: use letters, digits, _ . -'));

const top = {
  ...settings,
  targets: v.exactOptional(
    v.pipe(v.custom<object>(isObject, 'must be an object'), v.record(targetName, record(settings, 'must be an object'))),
  ),
};

export const CONFIG_SHAPE = record(top, 'must be an object');

/** The keys that an object of the config can have, by the object's path; a target's are these as well. */
export const KEYS: { readonly [path: string]: readonly string[] } = {
  '': Object.keys(settings),
  schema: Object.keys(schemaFile),
  fileName: Object.keys(fileName),
  hooks: Object.keys(hooks),
  'hooks.afterWrite': Object.keys(hook),
  versionTable: Object.keys(versionTable),
  'variables.*': Object.keys(variableFields),
  server: Object.keys(servers),
  naming: Object.keys(naming),
  script: Object.keys(script),
  limits: Object.keys(limits),
};

export const TOP_KEYS = Object.keys(top);

export const CHOICES: { readonly [key: string]: readonly string[] } = {
  dialect: DIALECT_NAMES,
  format: MIGRATION_FORMATS,
  transaction: TRANSACTION_MODES,
  quoting: QUOTING,
};

export type CheckedSource = v.InferOutput<typeof CONFIG_SHAPE>;
