import { Command, CommandHelp, Help, type Interfaces } from '@oclif/core';
import { fail } from '../errors.ts';
import { similar } from '../similar.ts';
import { EXIT_CODES } from './exit-codes.ts';

const PROGRAM_DESCRIPTION = `A compiler for database migrations: a revision graph in, a reviewable SQL script out.
Nothing here connects to a database.`;

/** oclif's help of a command, and below it what the run may end with. */
class HelpWithExitCodes extends CommandHelp {
  protected override sections() {
    const exitCodes = { header: 'EXIT CODES', generate: () => exitCodeLines() };
    return [...super.sections(), exitCodes];
  }
}

const exitCodeLines = (): string =>
  Object.entries(EXIT_CODES)
    .map(([code, meaning]) => `${code.padStart(2)}  ${meaning.replace(/:.*\.$/, '.')}`)
    .join('\n');

/** oclif's help without what differs from machine to machine, and with a suggestion for a mistyped command. */
export class MigsqlHelp extends Help {
  protected override CommandHelpClass = HelpWithExitCodes;

  override async showHelp(argv: string[]): Promise<void> {
    const [name] = argv.filter((arg) => !arg.startsWith('-'));
    if (name !== undefined && !this.config.findCommand(name)) unknownCommand(name, this.config);
    await super.showHelp(argv);
  }

  override formatRoot(): string {
    return `${PROGRAM_DESCRIPTION}\n\n${this.section('USAGE', '$ migsql COMMAND\n$ migsql COMMAND --help')}`;
  }

  protected override summary(command: Command.Loadable): string | undefined {
    return command.summary;
  }
}

export function unknownCommand(command: string, config: Interfaces.Config): never {
  return fail('unknown-command', { command, suggestions: similar(command, [...config.commandIDs, '--help', '--version']) });
}
