import { parseArgs, type ParseArgsConfig } from 'node:util';
import { TRANSACTION_MODES, type TransactionMode } from '../plan/index.ts';
import { DIALECT_NAMES, type DialectName } from '../sql/dialect-name.ts';
import { CLIENT_NAMES, DEFAULT_OPTIONS, LINE_ENDS, type ScriptOptions } from '../script/options.ts';

/** What a script's head says of how it was rendered. */
export interface RenderedBy {
  /** `FROM:TO` */
  readonly range: string;
  readonly dialect: DialectName;
  readonly transaction: TransactionMode;
  /** Nothing where none was said. */
  readonly contexts?: readonly string[];
  /** `name=value` */
  readonly variables: readonly string[];
  readonly options: ScriptOptions;
}

/** A project's own header may say it in another way. */
const SAID = /^--.*?\bmigsql (render \S+ --dialect .*)$/;
const HEAD_LINES = 1000;

/** The words of `renderCommand` in a script's head; nothing where it has none. A long line goes on behind `--` of its own. */
export function commandWords(script: string): readonly string[] | undefined {
  const lines = script.split(/\r?\n/, HEAD_LINES);
  const at = lines.findIndex((line) => SAID.test(line));
  if (at < 0) return undefined;
  const behind = lines.slice(at + 1);
  const end = behind.findIndex((line) => !line.startsWith('--   '));
  const rest = behind.slice(0, Math.max(0, end)).map((line) => line.slice('--   '.length));
  return wordsOf([SAID.exec(lines[at]!)![1], ...rest].join(' '));
}

/** The words of a line that `commandLine` wrote. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:\$'(?:[^'\\]|\\.)*'|'[^']*'|\\.|[^\s'\\])+/g)].map(([word]) =>
    word.replace(/\$'((?:[^'\\]|\\.)*)'|'([^']*)'|\\(.)/g, (_, coded?: string, quoted?: string, escaped?: string) => (coded === undefined ? quoted ?? escaped ?? '' : decoded(coded))),
  );

/** What stands within $'…'. */
const decoded = (coded: string): string =>
  coded.replace(/\\(?:x(\w{2})|u(\w{4})|U(\w{8})|(.))/g, (_, two?: string, four?: string, eight?: string, itself?: string) => {
    const code = two ?? four ?? eight;
    return code === undefined ? itself ?? '' : characterOf(Number.parseInt(code, 16));
  });

const characterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;

/** The flags that `renderCommand` writes. */
const FLAGS = {
  dialect: text,
  transaction: text,
  context: texts,
  variable: texts,
  client: text,
  idempotent: flag,
  resumable: flag,
  ledger: flag,
  'from-step': text,
  'no-start-guard': flag,
  'no-lock': flag,
  'lock-timeout': text,
  'statement-timeout': text,
  'no-progress': flag,
  'no-sentinel': flag,
  'expect-database': text,
  'expect-server': flag,
  eol: text,
  ascii: flag,
  'line-length': text,
  exit: flag,
} as const satisfies ParseArgsConfig['options'];

/** What the words of `renderCommand` say; nothing where they are none of its. */
export function readCommand(words: readonly string[]): RenderedBy | undefined {
  const found = parsed(words);
  if (!found) return undefined;
  const { values, positionals } = found;
  const [command, range, ...more] = positionals;
  const dialect = oneOf(DIALECT_NAMES, values.dialect);
  const transaction = oneOf(TRANSACTION_MODES, values.transaction);
  const client = oneOf(CLIENT_NAMES, values.client);
  const eol = values.eol === undefined ? DEFAULT_OPTIONS.eol : oneOf(LINE_ENDS, values.eol);
  if (command !== 'render' || range === undefined || more.length || !dialect || !transaction || !client || !eol) return undefined;
  return {
    range,
    dialect,
    transaction,
    ...(values.context && { contexts: values.context }),
    variables: values.variable ?? [],
    options: {
      client: client === 'generic' ? 'generic' : 'own',
      form: values.idempotent ? 'idempotent' : values.resumable ? 'resumable' : 'plain',
      ledger: values.ledger,
      ...(values['from-step'] !== undefined && { fromStep: Number(values['from-step']) }),
      startGuard: !values['no-start-guard'],
      lock: !values['no-lock'],
      lockTimeout: Number(values['lock-timeout'] ?? DEFAULT_OPTIONS.lockTimeout),
      statementTimeout: Number(values['statement-timeout'] ?? DEFAULT_OPTIONS.statementTimeout),
      progress: !values['no-progress'],
      sentinel: !values['no-sentinel'],
      ...(values['expect-database'] !== undefined && { expectDatabase: values['expect-database'] }),
      expectServer: values['expect-server'],
      eol,
      ascii: values.ascii,
      lineLength: Number(values['line-length'] ?? DEFAULT_OPTIONS.lineLength),
      ...(values.exit && { exit: true }),
    },
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: FLAGS, allowPositionals: true });
  } catch {
    return undefined;
  }
}

const oneOf = <T extends string>(known: readonly T[], word: string | undefined): T | undefined => known.find((each) => each === word);
