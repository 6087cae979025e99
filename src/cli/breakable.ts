/** Ctrl-C, and what a service that runs jobs sends first. */
const STOPPING = ['SIGINT', 'SIGTERM'] as const;

/** Work that a signal breaks off where nothing is left half done; a second one ends the program at once. */
export async function breakable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const breaking = new AbortController();
  const stop = (): void => breaking.abort();
  for (const signal of STOPPING) process.once(signal, stop);
  try {
    return await work(breaking.signal);
  } finally {
    for (const signal of STOPPING) process.off(signal, stop);
  }
}
