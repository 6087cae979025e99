/** What `schema` can write; apart from its work, which flags need not load. */
export const SCHEMA_FORMATS = ['sql', 'json', 'ts', 'mermaid', 'svg'] as const;
export type SchemaFormat = (typeof SCHEMA_FORMATS)[number];
