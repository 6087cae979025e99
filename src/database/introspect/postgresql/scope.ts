import { DIALECTS } from '../../../dialects/index.ts';
import { writeLiteral } from '../../../dialects/write.ts';
import type { Scope } from '../row.ts';

/** The schema that `search_path` names first: https://www.postgresql.org/docs/current/functions-info.html */
export const OWN_SCHEMA = 'SELECT current_schema() AS name';

/** A list of schemas for IN. */
export const schemaList = ({ schemas }: Scope): string =>
  schemas.map((schema) => writeLiteral(DIALECTS.postgresql, schema)).join(', ');

/**
 * What an extension brought belongs to it: https://www.postgresql.org/docs/current/catalog-pg-depend.html
 * @param catalogue the system catalogue that the object is in
 */
export const notOfExtension = (catalogue: string, oid: string): string =>
  `NOT EXISTS (SELECT FROM pg_depend WHERE classid = '${catalogue}'::regclass AND objid = ${oid} AND deptype = 'e')`;
