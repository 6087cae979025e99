import { refuse } from '../dialect.ts';

// IF EXISTS and IF NOT EXISTS are for tables, views, schemas, routines and triggers alone:
// https://dev.mysql.com/doc/refman/8.4/en/alter-table.html

const HINT = 'Leave it out: the migrations before say whether it is there. Else ask information_schema by hand.';

export function refuseIfExists({ ifExists }: { readonly ifExists?: boolean }, what: string): void {
  if (ifExists) refuse(`MySQL has no IF EXISTS for ${what}`, HINT);
}

export function refuseIfNotExists({ ifNotExists }: { readonly ifNotExists?: boolean }, what: string): void {
  if (ifNotExists) refuse(`MySQL has no IF NOT EXISTS for ${what}`, HINT);
}
