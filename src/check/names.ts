/** The rules by name, in the order in which they are told; apart from their work, which flags need not load. */
export const RULE_NAMES = ['compile', 'heads', 'labels', 'late', 'downgrades', 'proofs', 'conflicts', 'snapshots', 'schema'] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** Those that a merge with other branches can break. */
export const MERGE_RULES: readonly RuleName[] = ['heads', 'labels', 'conflicts'];

export const CHECK_FORMATS = ['text', 'json', 'github', 'sarif'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];
