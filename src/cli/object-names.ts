import type { ObjectName } from '../schema/name.ts';

/** `account`, or `sales.account` with its schema. */
export const objectNames = (texts: readonly string[] = []): readonly ObjectName[] =>
  texts.map((text) => {
    const [schema = '', ...rest] = text.split('.');
    return rest.length ? { schema, name: rest.join('.') } : { name: text };
  });
