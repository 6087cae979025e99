const SERIALS: { readonly [type: string]: string } = { integer: 'serial', bigint: 'bigserial', smallint: 'smallserial' };

/**
 * A serial column is a whole number whose default takes the next of a sequence of its own, called after the table and the
 * column: https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL
 */
export function serial(type: string, value: string | undefined, column: string): readonly [string, string | undefined] {
  if (Object.values(SERIALS).includes(type)) return [type, '(serial)'];
  const sequence = /\(call nextval '([^']*)'\)/.exec(value ?? '')?.[1]?.replaceAll('"', '');
  return sequence?.endsWith(`_${column}_seq`) ? [SERIALS[type] ?? type, '(serial)'] : [type, value];
}
