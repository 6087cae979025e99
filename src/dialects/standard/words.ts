/** Words of a statement in their order, without those that are not there. */
export const words = (...all: readonly (string | false | undefined)[]): string =>
  all.filter((word) => word !== undefined && word !== false && word !== '').join(' ');

export const ifExists = (op: { readonly ifExists?: boolean }): string => (op.ifExists ? 'IF EXISTS' : '');
export const ifNotExists = (op: { readonly ifNotExists?: boolean }): string => (op.ifNotExists ? 'IF NOT EXISTS' : '');
export const cascade = (op: { readonly cascade?: boolean }): string => (op.cascade ? 'CASCADE' : '');
