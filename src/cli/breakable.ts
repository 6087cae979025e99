/** Work that Ctrl-C breaks off where nothing is left half done; a second one ends the program at once. */
export async function breakable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const breaking = new AbortController();
  const stop = (): void => breaking.abort();
  process.once('SIGINT', stop);
  try {
    return await work(breaking.signal);
  } finally {
    process.off('SIGINT', stop);
  }
}
