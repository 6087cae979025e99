/** An object's name, with the schema (namespace) it is in; without one, the session's default schema. */
export interface ObjectName {
  readonly schema?: string;
  readonly name: string;
}

// U+0000 is in no identifier of any database, so two names never share a key.
export const keyOf = ({ schema, name }: ObjectName): string => (schema === undefined ? name : `${schema}\0${name}`);

export const sameName = (a: ObjectName, b: ObjectName): boolean => keyOf(a) === keyOf(b);
