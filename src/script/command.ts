import { DIALECTS } from '../dialects/index.ts';
import type { Plan } from '../plan/index.ts';
import { headsArgument } from './facts.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from './options.ts';

/**
 * The words of the command line that renders a script anew, from `render` on: everything that its bytes depend on beside the
 * project's files. Nothing for a stamp or a repair, which hold no migration.
 */
export function renderCommand(plan: Plan, options: ScriptOptions): readonly string[] | undefined {
  const { from, to, dialect, transaction, contexts = [], variables = {}, steps } = plan;
  if (steps[0]?.file === '' || plan.fromAnything) return undefined;
  return [
    'render',
    `${headsArgument(from)}:${headsArgument(to)}`,
    ...['--dialect', dialect, '--transaction', transaction],
    ...contexts.flatMap((context) => ['--context', context]),
    ...Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`]),
    ...flagsOf(plan, options),
  ];
}

/** Those that say something else than what is so unless it is said. */
function flagsOf({ dialect }: Plan, options: ScriptOptions): readonly string[] {
  const { client, form, fromStep, lockTimeout, statementTimeout, expectDatabase, eol, lineLength } = options;
  const value = (flag: string, given: string | number | undefined, usual?: string | number): readonly string[] =>
    given === undefined || given === usual ? [] : [`--${flag}`, String(given)];
  const no = (flag: string, given: boolean): readonly string[] => (given ? [] : [`--no-${flag}`]);
  const yes = (flag: string, given: boolean | undefined): readonly string[] => (given ? [`--${flag}`] : []);
  return [
    '--client', client === 'own' ? DIALECTS[dialect].script.client : client,
    ...(form === 'plain' ? [] : [`--${form}`]),
    ...yes('ledger', options.ledger),
    ...value('from-step', fromStep),
    ...no('start-guard', options.startGuard),
    ...no('lock', options.lock),
    ...value('lock-timeout', lockTimeout, DEFAULT_OPTIONS.lockTimeout),
    ...value('statement-timeout', statementTimeout, DEFAULT_OPTIONS.statementTimeout),
    ...no('progress', options.progress),
    ...no('sentinel', options.sentinel),
    ...value('expect-database', expectDatabase),
    ...yes('expect-server', options.expectServer),
    ...value('eol', eol, DEFAULT_OPTIONS.eol),
    ...yes('ascii', options.ascii),
    ...value('line-length', lineLength, DEFAULT_OPTIONS.lineLength),
    ...yes('exit', options.exit),
  ];
}

/** Words as a shell takes them. */
export const commandLine = (words: readonly string[]): string => words.map(shellWord).join(' ');

const shellWord = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** A project's own header may say it in another way. */
const SAID = /^--.*?\bmigsql (render \S+ --dialect .*)$/;

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

const HEAD_LINES = 1000;

/** The words of a line that `commandLine` wrote. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:'[^']*'|\\.|[^\s'\\])+/g)].map(([word]) => word.replace(/'([^']*)'|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? ''));
