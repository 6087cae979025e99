/** PostgreSQL's scripts in psql, as a DBA and as a hostile psqlrc have it, and in a client that keeps going. */
import { runMatrix } from './matrix.ts';
import { CLIENTS, emptied } from './postgresql.ts';

runMatrix({ engine: 'postgresql', clients: CLIENTS, emptied });
