import { readFileSync } from 'node:fs';
import { EXIT_CODES } from '../../src/cli/exit-codes.ts';

/** What oclif's manifest says of a flag or an argument. */
interface Parameter {
  readonly name: string;
  readonly char?: string;
  readonly description?: string;
  readonly helpGroup?: string;
  readonly helpValue?: string;
  readonly required?: boolean;
  readonly multiple?: boolean;
  readonly default?: string | readonly string[];
  readonly aliases?: readonly string[];
}

interface CommandEntry {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly usage?: string;
  readonly args: Readonly<Record<string, Parameter>>;
  readonly flags: Readonly<Record<string, Parameter>>;
  readonly examples: readonly { readonly description: string; readonly command: string }[];
}

const TABLE_HEAD = ['', '| | |', '|---|---|'];

/** The commands, flags and exit codes as docs/cli.md has them, from the manifest that the build writes. */
export function commandReference(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../oclif.manifest.json', import.meta.url), 'utf8'));
  const commands = (Object.values(manifest.commands) as CommandEntry[]).sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...commands.map(commandSection), globalFlags(commands[0] as CommandEntry), exitCodes()].join('\n\n');
}

function commandSection(command: CommandEntry): string {
  const { id, summary, description } = command;
  const usage = command.usage ?? [id, ...Object.values(command.args).map(shownArgument)].join(' ');
  const own = Object.values(command.flags).filter(({ helpGroup }) => helpGroup === undefined);
  const rows = [...Object.values(command.args).map(argumentRow), ...own.map(flagRow)];
  const parameters = rows.length ? [...TABLE_HEAD, ...rows] : [];
  const examples = command.examples.map((example) => `# ${example.description}\n${commandLine(example.command, id)}`);
  const head = [`### ${id}`, '', `    migsql ${usage}`, '', `${summary} ${description}`];
  return [...head, ...parameters, '', '```sh', ...examples, '```'].join('\n');
}

const shownArgument = ({ name, required, multiple }: Parameter): string => {
  const shown = `${name.toUpperCase()}${multiple ? '...' : ''}`;
  return required ? shown : `[${shown}]`;
};

const argumentRow = (argument: Parameter): string =>
  `| \`${argument.name.toUpperCase()}\` | ${described(argument)} |`;

function flagRow(flag: Parameter): string {
  const long = [flag.name, ...(flag.aliases ?? [])].map((name) => `--${name}`);
  const names = flag.char ? [`-${flag.char}`, ...long] : long;
  const value = flag.helpValue ? ` ${flag.helpValue}` : '';
  return `| \`${names.join(', ')}${value}\` | ${described(flag)} |`.replaceAll(/(?<=`[^`]*)\|(?=[^`]*`)/g, '\\|');
}

function described({ description = '', required, multiple, default: given }: Parameter): string {
  const notes = [
    ...(required ? ['required'] : []),
    ...(multiple ? ['repeatable'] : []),
    ...(given === undefined ? [] : [`default ${[given].flat().join(', ')}`]),
  ];
  const shown = notes.join('; ');
  return shown ? `${description} (${shown})` : description;
}

const commandLine = (command: string, id: string): string =>
  command.replaceAll('<%= config.bin %>', 'migsql').replaceAll('<%= command.id %>', id);

const globalFlags = ({ flags }: CommandEntry): string =>
  [
    '### All commands',
    ...TABLE_HEAD,
    ...Object.values(flags).filter(({ helpGroup }) => helpGroup).map(flagRow),
    '| `-h, --help` | Show help. `migsql help COMMAND` is the same. |',
  ].join('\n');

const exitCodes = (): string =>
  [
    '### Exit codes',
    ...TABLE_HEAD,
    ...Object.entries(EXIT_CODES).map(([code, meaning]) => `| ${code} | ${meaning} |`),
  ].join('\n');
