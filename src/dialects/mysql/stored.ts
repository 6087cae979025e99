import { mysqlStored } from '../standard/stored-mysql.ts';
import type { Stored } from '../stored.ts';
import { lexicon } from './lexicon.ts';
import { typeReader } from './read-type.ts';

export const stored: Stored = mysqlStored(typeReader, lexicon, (options) => options);
