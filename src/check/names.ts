/** The rules by name, in the order in which they are told; apart from their work, which flags need not load. */
export const RULE_NAMES = ['compile', 'heads', 'labels', 'downgrades', 'proofs', 'conflicts', 'snapshots', 'schema'] as const;
export type RuleName = (typeof RULE_NAMES)[number];

export const CHECK_FORMATS = ['text', 'json', 'github', 'sarif'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];
