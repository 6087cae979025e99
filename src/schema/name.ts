/** An object's name, with the schema (namespace) it is in; without one, the session's default schema. */
export interface ObjectName {
  readonly schema?: string;
  readonly name: string;
}

// U+0000 is in no identifier of any database, so two names never share a key.
export const keyOf = ({ schema, name }: ObjectName): string => (schema === undefined ? name : `${schema}\0${name}`);

export const sameName = (a: ObjectName, b: ObjectName): boolean => keyOf(a) === keyOf(b);

/** Schemas by what migrations call them: what each is called in a database. */
export type SchemaMap = Readonly<Record<string, string>>;

/** A name in the schema that the map says. */
export const inMappedSchema = <N extends ObjectName>(name: N, map: SchemaMap): N =>
  name.schema !== undefined && Object.hasOwn(map, name.schema) ? { ...name, schema: map[name.schema] } : name;
