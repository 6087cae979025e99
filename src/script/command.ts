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
    ...contexts.flatMap((context) => flag('context', context)),
    ...Object.entries(variables).flatMap(([name, value]) => flag('variable', `${name}=${value}`)),
    ...flagsOf(plan, options),
  ];
}

/** Those that say something else than what is so unless it is said. */
function flagsOf({ dialect }: Plan, options: ScriptOptions): readonly string[] {
  const { client, form, fromStep, lockTimeout, statementTimeout, expectDatabase, eol, lineLength } = options;
  const value = (name: string, given: string | number | undefined, usual?: string | number): readonly string[] =>
    given === undefined || given === usual ? [] : flag(name, String(given));
  const no = (name: string, given: boolean): readonly string[] => (given ? [] : [`--no-${name}`]);
  const yes = (name: string, given: boolean | undefined): readonly string[] => (given ? [`--${name}`] : []);
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

/** A value that looks like a flag itself is held to its own. */
const flag = (name: string, value: string): readonly string[] => (value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value]);

/** Words as a shell takes them. */
export const commandLine = (words: readonly string[]): string => words.map(shellWord).join(' ');

function shellWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return AS_IT_IS.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `$'${[...word].map(escaped).join('')}'`;
}

/** What may stand in any client's comment as it is. */
const AS_IT_IS = /^(?:[^$&\0-\x1f\x7f-\u{10ffff}]|\$(?!\())*$/u;

/** Within $'…': https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html */
function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === "'" || character === '\\') return `\\${character}`;
  if (code >= 0x20 && code < 0x7f && character !== '$' && character !== '&') return character;
  return code < 0x80 ? `\\x${hex(code, 2)}` : code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');
