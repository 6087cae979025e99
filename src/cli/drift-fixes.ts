/** What `drift` can write; apart from its work, which flags need not load. */
export const DRIFT_FIXES = ['repair', 'adopt'] as const;
export type DriftFix = (typeof DRIFT_FIXES)[number];
