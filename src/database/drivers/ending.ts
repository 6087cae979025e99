/** Milliseconds that a server has for taking leave. */
const PATIENCE = 2000;

/** Ends a session as its protocol does; where that takes too long, or fails, the socket goes. */
export async function ended(end: Promise<unknown>, destroy: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([end.catch(() => {}), late]);
  clearTimeout(timer);
  destroy();
}
