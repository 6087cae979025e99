import { needless } from '../dialect.ts';

export const DESCRIBED = needless('it says what is there, and changes nothing');
