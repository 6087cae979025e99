import { type Prose, list } from './prose.ts';

/** The command line, the config, and files that are written. */
export interface CommandLineErrors {
  'unknown-command': { command: string; suggestions: readonly string[] };
  'unknown-flag': { flag: string; command: string; suggestions: readonly string[] };
  'invalid-choice': { flag: string; value: string; choices: readonly string[]; suggestions: readonly string[] };
  'missing-argument': { argument: string; command: string };
  'unexpected-argument': { argument: string; command: string };
  'invalid-usage': { reason: string; instead: string };
  'broken-off': Record<never, never>;
  'system-error': { reason: string };
  internal: { reason: string };
  'no-config': { folder: string };
  'several-configs': { files: readonly string[] };
  'invalid-config': { path: string; reason: string; instead: string };
  'unknown-target': { target: string; known: readonly string[]; suggestions: readonly string[] };
  'open-target': { targets: readonly string[] };
  'targets-left': { done: readonly string[]; left: readonly string[] };
  'invalid-variable': { text: string; reason: string; known: readonly string[]; suggestions: readonly string[] };
  'missing-variable': { path: string; variable: string };
  'file-exists': Record<never, never>;
  'unwritable-file': { reason: string };
  'nothing-to-merge': { revisions: readonly string[] };
  'no-editor': Record<never, never>;
  'editor-failed': { editor: string; reason: string; file: string };
  'unknown-template': { template: string; known: readonly string[]; suggestions: readonly string[]; what: 'project' | 'file' };
  'broken-template': { reason: string; known: readonly string[] };
  'unfit-template': { of: 'migration' | 'script'; reason: string };
  'unused-template': { known: readonly string[]; suggestions: readonly string[] };
  'missing-templates': { folder: string };
  'missing-program': { program: string; file: string };
  'hook-failed': { command: string; reason: string; file: string };
  'needs-splice': { revision: string; children: readonly string[] };
  'script-differs': { patch?: string };
  'refused-form': { dialect: string; form: string; reason: string; hint: string };
}

export const COMMAND_LINE_PROSE: Prose<CommandLineErrors> = {
  'unknown-command': ({ command, suggestions }) => ({
    message: `'${command}' is not a command`,
    hint: suggestions.length
      ? `Did you mean ${list(suggestions)}?`
      : command.startsWith('-')
        ? 'The command comes first, its flags behind it: migsql COMMAND --flag.'
        : "'migsql --help' lists the commands.",
  }),
  'unknown-flag': ({ flag, command, suggestions }) => ({
    message: `'migsql ${command}' has no flag ${flag}`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : `'migsql ${command} --help' lists its flags.`,
  }),
  'invalid-choice': ({ flag, value, choices, suggestions }) => ({
    message: `${flag} cannot be '${value}'`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : `It is one of ${list(choices)}.`,
  }),
  'missing-argument': ({ argument, command }) => ({
    message: `'migsql ${command}' needs ${argument}`,
    hint: `See 'migsql ${command} --help'.`,
  }),
  'unexpected-argument': ({ argument, command }) => ({
    message: `'migsql ${command}' has no place for '${argument}'`,
    hint: `Put an argument with spaces in quotes; see 'migsql ${command} --help'.`,
  }),
  'invalid-usage': ({ reason, instead }) => ({ message: reason, hint: instead }),
  'broken-off': () => ({ message: 'broken off before anything was done', hint: 'Nothing is changed.' }),
  'system-error': ({ reason }) => ({
    message: `the system refused: ${reason}`,
    hint: 'Check that the file exists, that you may use it, and that the disk has room.',
  }),
  internal: ({ reason }) => ({
    message: `migsql failed, and that is a bug in it: ${reason}`,
    hint: 'Run it again with DEBUG=1 and report what it prints with the migration that it stumbled on.',
  }),
  'no-config': ({ folder }) => ({
    message: `there is no migsql.config.ts (or .js, .mjs, .json, .yaml, .yml) in ${folder} or above it`,
    hint: "Run 'migsql init' to begin a project here, or name the file: --config FILE.",
  }),
  'several-configs': ({ files }) => ({
    message: `there are several config files: ${list(files)}`,
    hint: 'Keep one of them, or name the one to use: --config FILE.',
  }),
  'invalid-config': ({ path, reason, instead }) => ({
    message: path ? `${path}: ${reason}` : reason,
    hint: instead,
  }),
  'unknown-target': ({ target, known, suggestions }) => ({
    message: `the config has no target '${target}'`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : known.length ? `It has ${list(known)}.` : "Add it to 'targets' in the config file, or leave out --target.",
  }),
  'open-target': ({ targets }) => ({
    message: `the config has several targets: ${list(targets)}`,
    hint: 'Choose one with --target NAME, or all of them with --all-targets.',
  }),
  'targets-left': ({ done, left }) => ({
    message: [...(done.length ? [`done before: ${list(done)}`] : []), ...(left.length ? [`not begun: ${list(left)}`] : [])].join('; '),
    hint: 'Mend what is wrong, and run it again: what is done has nothing more to do.',
  }),
  'invalid-variable': ({ text, reason, known, suggestions }) => ({
    message: `--variable ${text}: ${reason}`,
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : known.length ? `It has ${list(known)}.` : "Add it to 'variables' in the config file.",
  }),
  'missing-variable': ({ path, variable }) => ({
    message: `${path}: the environment variable ${variable} is not set`,
    hint: `Set ${variable}, or give a default: env('${variable}', '…').`,
  }),
  'file-exists': () => ({
    message: 'the file exists already',
    hint: 'Nothing was written. Move or remove it, or choose another place.',
  }),
  'unwritable-file': ({ reason }) => ({
    message: `the file cannot be written: ${reason}`,
    hint: 'Nothing was written. Check that its folder exists and that you may write there.',
  }),
  'nothing-to-merge': ({ revisions: [only] }) => ({
    message: only === undefined ? 'there is nothing to merge: no revisions' : `there is nothing to merge but '${only}'`,
    hint: "Name two or more that do not come before each other; 'migsql heads' lists the heads.",
  }),
  'no-editor': () => ({
    message: 'which editor to open is not said',
    hint: 'Set VISUAL or EDITOR to a command that returns when the file is closed: EDITOR=nano, EDITOR="code --wait".',
  }),
  'editor-failed': ({ editor, reason, file }) => ({
    message: `the editor '${editor}' failed: ${reason}`,
    hint: `${file} is as it was left. Check VISUAL and EDITOR, or open the file by hand.`,
  }),
  'unknown-template': ({ template, known, suggestions, what }) => ({
    message: `there is no template '${template}'`,
    hint:
      (suggestions.length ? `Did you mean ${list(suggestions)}? ` : '') +
      (what === 'file' ? "'migsql templates' lists them." : `There are ${list(known)}; a folder of yours is written ./path, and holds files.`),
  }),
  'broken-template': ({ reason, known }) => ({
    message: `the template fails: ${reason}`,
    hint: `Nothing was written. It is given ${list(known)}.`,
  }),
  'unfit-template': ({ of, reason }) => ({
    message: `what the template writes is not the ${of}: ${reason}`,
    hint:
      of === 'migration'
        ? "Nothing was written. See 'Templates' in docs/cli.md for what it must hold."
        : "Nothing was written. Comments that begin with '-- ' and blank lines are the template's, all other lines migsql's: see 'Templates' in docs/cli.md.",
  }),
  'unused-template': ({ known, suggestions }) => ({
    message: 'no template of migsql has that name, so that nothing would be written by it',
    hint: suggestions.length ? `Did you mean ${list(suggestions)}?` : "'migsql templates' lists them.",
  }),
  'missing-templates': ({ folder }) => ({
    message: `there is no folder of templates '${folder}'`,
    hint: "Make it, or correct 'templates' in the config file.",
  }),
  'missing-program': ({ program, file }) => ({
    message: `the program '${program}' of hooks.afterWrite is not found`,
    hint: `${file} is written. Install it: it is looked for in node_modules/.bin and in PATH; or take the hook away.`,
  }),
  'hook-failed': ({ command, reason, file }) => ({
    message: `hooks.afterWrite: '${command}' failed: ${reason}`,
    hint: `${file} is written, and as the program left it. Its output is above; correct the file, or the hook.`,
  }),
  'needs-splice': ({ revision, children }) => ({
    message: `'${revision}' is not a head: ${list(children)} ${children.length > 1 ? 'revise' : 'revises'} it`,
    hint: 'Name a head instead, or begin a second branch here with --splice.',
  }),
  'refused-form': ({ form, reason, hint }) => ({ message: `no ${form} script: ${reason}`, hint }),
  'script-differs': ({ patch }) => ({
    message: `the file is not what the migrations render${patch === undefined ? '' : '; the difference is above'}`,
    hint: "Run the command without --check to write it.",
  }),
};
