import { type Dialect, refuse } from '../dialect.ts';

/** CASCADE is no word here, or one that does nothing. */
export function refuseCascade({ cascade }: { readonly cascade?: boolean }, instead: string, { title }: Dialect): void {
  if (!cascade) return;
  refuse(
    `${title} has no CASCADE: ${instead}`,
    'Drop or revoke what rests on it with ops of their own, and leave cascade out.',
  );
}
