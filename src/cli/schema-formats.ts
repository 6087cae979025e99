/** What `schema` can write; apart from its work, which flags need not load. */
export const SCHEMA_FORMATS = ['sql', 'ts'] as const;
export type SchemaFormat = (typeof SCHEMA_FORMATS)[number];
