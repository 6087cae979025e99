/** PostgreSQL's scripts in psql, as a DBA and as a hostile psqlrc have it, and in a client that keeps going. */
import { matrixOf } from './matrix.ts';
import { CLIENTS, emptied } from './postgresql.ts';

const test = matrixOf({ engine: 'postgresql', clients: CLIENTS, emptied });
test.run();
