/** What a file can say a schema in: migsql's own definitions, the statements that make it, or drizzle-orm's tables. */
export const SCHEMA_KINDS = ['migsql', 'sql', 'drizzle'] as const;
export type SchemaKind = (typeof SCHEMA_KINDS)[number];

/** Where the wanted schema, or a part of it, is written. */
export interface SchemaPath {
  /** A file or a folder; absolute. */
  readonly path: string;
  /** Where neither the ending nor the content tells. */
  readonly kind?: SchemaKind;
}
