import type { OpName } from './index.ts';

const DESTROYING: ReadonlySet<string> = new Set<OpName>(['dropTable', 'dropColumn', 'dropSchema', 'deleteRows']);

/** Whether rows or values are gone behind an op of that name, which no downgrade brings back. */
export const destroysData = (op: string): boolean => DESTROYING.has(op);
