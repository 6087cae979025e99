import { Command, Flags, type Interfaces } from '@oclif/core';
import { dirname } from 'node:path';
import { fail, MigsqlError } from '../errors.ts';
import type { Project } from '../compiler.ts';
import type { Config, OpenedConfig } from '../config.ts';
import { variableFlag } from './flags.ts';
import { printReport, type Report, reportError } from './report.ts';
import { choiceProblems, usageError } from './usage.ts';

type FlagsOf<T extends typeof Command> = Interfaces.InferredFlags<(typeof MigsqlCommand)['baseFlags']> & Interfaces.InferredFlags<T['flags']>;
type ArgsOf<T extends typeof Command> = Interfaces.InferredArgs<T['args']>;

/** What all commands share: `--config`, `--target`, `--all-targets` and `--json`, one way to read the command line, one way to report. */
export abstract class MigsqlCommand<T extends typeof Command> extends Command {
  static override baseFlags = {
    config: Flags.string({
      description: 'The config file, instead of the one found from here upwards.',
      helpGroup: 'GLOBAL',
      helpValue: 'FILE',
    }),
    target: Flags.string({
      description: 'Which of the targets of the config. Needed where it has several.',
      helpGroup: 'GLOBAL',
      helpValue: 'NAME',
      exclusive: ['all-targets'],
    }),
    'all-targets': Flags.boolean({ description: 'All of them, one after the other.', helpGroup: 'GLOBAL' }),
    variable: variableFlag({ multiple: true, multipleNonGreedy: true }),
    json: Flags.boolean({ description: 'Print results and errors as JSON on stdout.', helpGroup: 'GLOBAL' }),
  };

  static override flags = {};

  /** Why it works for one target alone, where it does. */
  static ofOneTarget?: string;

  /** Whether it changes a database, so that none is begun behind one that failed. */
  static changesDatabase?: boolean;

  protected flags!: FlagsOf<T>;
  protected args!: ArgsOf<T>;
  private root = process.cwd();

  /** The work of the command. There is nothing to report when it has written its output itself. */
  protected abstract execute(): Promise<Report | void>;

  /** Whether stdout holds a file where -o does not say another place, so that it has room for one alone. */
  protected fillsStdout(): boolean {
    return 'output' in this.ctor.flags;
  }

  async run(): Promise<void> {
    const report = await (this.flags['all-targets'] ? this.executeForAll() : this.execute());
    if (report?.writings) (await import('./write-files.ts')).carryOut(report.writings);
    if (report) printReport(report, this.flags.json);
  }

  override async init(): Promise<void> {
    await super.init();
    const command = this.ctor;
    const { args, flags } = command;
    const parsed = await this.parse({ args, flags, baseFlags: MigsqlCommand.baseFlags }).catch((error: Error) => {
      throw usageError(error, command);
    });
    const problems = choiceProblems(parsed.flags, command);
    if (problems.length) throw new MigsqlError(problems);
    this.flags = parsed.flags as FlagsOf<T>;
    this.args = parsed.args as ArgsOf<T>;
  }

  protected override async catch(error: unknown): Promise<void> {
    const beforeDashes = this.argv.slice(0, [...this.argv, '--'].indexOf('--'));
    reportError(error, { json: beforeDashes.includes('--json'), root: this.root });
  }

  /** What is written goes to a place of each target's. */
  private async executeForAll(): Promise<Report> {
    const { ofOneTarget: reason, changesDatabase = false } = this.ctor as typeof MigsqlCommand;
    if (reason !== undefined) fail('invalid-usage', { reason, instead: 'Choose one: --target NAME.' });
    const { forAllTargets, outputOfTarget } = await import('./all-targets.ts');
    const given = this.flags as FlagsOf<T> & { readonly output?: string; readonly url?: string };
    if (given.url !== undefined) fail('invalid-usage', { reason: '--url is one database, and there are several targets', instead: 'Choose one: --target NAME; or give each target of the config its url.' });
    const writes = given.output !== undefined || this.fillsStdout();
    return forAllTargets((await this.openConfig()).targets, (target) => {
      this.flags = { ...given, target, ...(writes && { output: outputOfTarget(given.output, target) }) };
      return this.execute();
    }, changesDatabase);
  }

  private async openConfig(useCache = true): Promise<OpenedConfig> {
    const { findConfig, openConfig } = await import('../config.ts');
    const file = findConfig(process.cwd(), this.flags.config);
    this.root = dirname(file);
    const { openConfigCache } = await import('./config-cache.ts');
    return openConfig(file, process.env, useCache ? () => openConfigCache(file) : undefined);
  }

  /**
   * What the command line says of variables and contexts comes before the config.
   *
   * @param useCache whether what was evaluated before may be taken for it, and kept
   */
  protected async projectConfig(useCache = true): Promise<Config> {
    const opened = await (await this.openConfig(useCache)).configOf(this.flags.target);
    const { givenVariables } = await import('../config/given-variables.ts');
    const { context: contexts } = this.flags as { readonly context?: readonly string[] };
    const config = { ...givenVariables(opened, this.flags.variable ?? []), ...(contexts && { contexts }) };
    return useCache ? config : { ...config, cache: false };
  }

  /** @param useCache as for `projectConfig` */
  protected async project(useCache = true): Promise<Project> {
    return openWithProgress(await this.projectConfig(useCache));
  }
}

/** The project of a config, which draws how far it has come. @throws MigsqlError of `openProject` */
export async function openWithProgress(config: Config): Promise<Project> {
  const { openProject } = await import('../compiler.ts');
  const { reportProgress } = await import('./progress-bar.ts');
  return { ...(await openProject(config)), progress: reportProgress };
}
