import { spawnSync, type SpawnSyncOptions, type SpawnSyncReturns } from 'node:child_process';

/** Runs a command line in the shell, for a program that has the terminal until it ends; Ctrl-C is that program's alone. */
export function runInteractive(command: string, options: SpawnSyncOptions): SpawnSyncReturns<string | Buffer> {
  const ignore = (): void => {};
  process.on('SIGINT', ignore);
  try {
    return spawnSync(command, { ...options, shell: true });
  } finally {
    process.off('SIGINT', ignore);
  }
}
