import type { Command, Interfaces } from '@oclif/core';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import { similar } from '../similar.ts';

/** What oclif's parser throws: what it had read by then, or only words. */
interface ParseError extends Error {
  readonly parse?: { readonly output?: Interfaces.ParserOutput };
}

/** Everything that is wrong with a command line that oclif's parser has refused. */
export function usageError(error: ParseError, command: typeof Command): MigsqlError {
  const output = error.parse?.output;
  const problems = output ? [...unknownFlags(output, command), ...wrongArguments(output, command)] : [];
  if (problems.length) return new MigsqlError(problems);
  const [reason = ''] = error.message.split('\n').filter((line) => /\S/.test(line) && !/ occurred:$/.test(line));
  const instead = `See 'migsql ${command.id} --help'.`;
  return new MigsqlError([problem('invalid-usage', { reason: decapitalised(inWords(reason.trim())), instead })]);
}

function unknownFlags({ nonExistentFlags }: Interfaces.ParserOutput, command: typeof Command): Diagnostic[] {
  const known = Object.keys({ ...command.baseFlags, ...command.flags }).map((name) => `--${name}`);
  return nonExistentFlags.map((written) => {
    const [flag = written] = written.split('=');
    return problem('unknown-flag', { flag, command: command.id, suggestions: similar(flag, [...known, '--help']) });
  });
}

function wrongArguments(output: Interfaces.ParserOutput, command: typeof Command): Diagnostic[] {
  const given = output.raw.filter((token) => token.type === 'arg');
  const args = Object.entries(command.args);
  const takesAll = args.some(([, { multiple }]) => multiple);
  // What stands behind an unknown flag may be its value.
  const extra = takesAll || output.nonExistentFlags.length ? [] : given.slice(args.length);
  const missing = [
    ...args
      .filter(([name, { required }]) => required && !given.some(({ arg }) => arg === name))
      .map(([name]) => name.toUpperCase()),
    ...Object.entries(command.flags)
      .filter(([name, { required }]) => required && output.flags[name] === undefined)
      .map(([name, { char }]) => (char ? `--${name} (-${char})` : `--${name}`)),
  ];
  return [
    ...extra.map(({ input }) => problem('unexpected-argument', { argument: input, command: command.id })),
    ...missing.map((argument) => problem('missing-argument', { argument, command: command.id })),
  ];
}

/** Wrong values of all flags that take one of a few. */
export function choiceProblems(flags: Readonly<Record<string, unknown>>, command: typeof Command): Diagnostic[] {
  return Object.entries(command.flags).flatMap(([name, flag]) => {
    const { choices } = flag as { readonly choices?: readonly string[] };
    const values = [flags[name] ?? []].flat().map(String);
    return values
      .filter((value) => choices && !choices.includes(value))
      .map((value) => invalidChoice(name, value, choices ?? []));
  });
}

const invalidChoice = (name: string, value: string, choices: readonly string[]): Diagnostic =>
  problem('invalid-choice', { flag: `--${name}`, value, choices, suggestions: similar(value, choices) });

/** oclif shows a flag with its value, and one without a value as true. */
const inWords = (reason: string): string =>
  reason.replace(/^(--[\w-]+)(?:=.*)? cannot also be provided when using (--[\w-]+)$/, '$1 and $2 do not go together');

const decapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
