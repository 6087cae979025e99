import { DIALECTS } from '../../../dialects/index.ts';
import { writeLiteral } from '../../../dialects/write.ts';
import type { Scope } from '../row.ts';

/** The schema that `search_path` names first: https://www.postgresql.org/docs/current/functions-info.html */
export const OWN_SCHEMA = 'SELECT current_schema() AS name';

/** https://www.postgresql.org/docs/current/catalog-pg-namespace.html */
export const SCHEMA_NAMES = 'SELECT nspname AS name FROM pg_namespace ORDER BY nspname';

/** A list of schemas for IN. */
export const schemaList = ({ schemas }: Scope): string =>
  schemas.map((schema) => writeLiteral(DIALECTS.postgresql, schema)).join(', ');

const isPartOf = (catalogue: string, oid: string, how: string): string =>
  `EXISTS (SELECT FROM pg_depend WHERE classid = '${catalogue}'::regclass AND objid = ${oid} AND deptype IN (${how}))`;

/**
 * What an extension brought belongs to it: https://www.postgresql.org/docs/current/catalog-pg-depend.html
 * @param catalogue the system catalogue that the object is in
 */
export const notOfExtension = (catalogue: string, oid: string): string => `NOT ${isPartOf(catalogue, oid, "'e'")}`;

/** Routines that people made: those of a range came with its type. */
export const ownRoutine = (oid: string): string => `NOT ${isPartOf('pg_proc', oid, "'e', 'i'")}`;
