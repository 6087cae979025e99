import type { Diagnostic } from '../diagnostics.ts';
import type { ErrorCode } from '../errors.ts';

/** Only an error makes a run fail. */
export type Level = 'error' | 'warning';

/** What may be right as it is. */
const WARNINGS: ReadonlySet<string> = new Set<ErrorCode>(['order-matters', 'missing-snapshot']);

export const levelOf = ({ code }: Diagnostic): Level => (WARNINGS.has(code) ? 'warning' : 'error');
