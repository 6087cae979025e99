import { DIALECTS } from '../../../dialects/index.ts';
import { writeLiteral } from '../../../dialects/write.ts';
import type { DialectName } from '../../../sql/dialect-name.ts';
import { type Piece, piecesOf } from '../../../sql/lex/pieces.ts';
import { nameOf } from '../../../sql/lex/unquote.ts';
import type { Scope } from '../row.ts';

/** Where the catalogues of MySQL and MariaDB differ. */
export type Server = Extract<DialectName, 'mysql' | 'mariadb'>;

/** A schema is a database: https://dev.mysql.com/doc/refman/8.4/en/information-functions.html */
export const OWN_SCHEMA = 'SELECT DATABASE() AS name';

/** A list of schemas for IN. */
export const schemaList = ({ schemas }: Scope): string =>
  schemas.map((schema) => writeLiteral(DIALECTS.mysql, schema)).join(', ');

/**
 * An expression as it would be written. MySQL escapes once more what it prints in information_schema
 * (https://bugs.mysql.com/bug.php?id=100607), and puts the character set before texts.
 */
export function expressionText(text: string, server: Server): string {
  if (server === 'mariadb') return text;
  const plain = text.replace(/\\(.)/gs, '$1');
  return without(plain, (pieces, at) => /^_utf8mb[34]$/i.test(pieces[at]?.text ?? '') && pieces[at + 1]?.kind === 'string');
}

/** A text without the session's own schema before the names in it. */
export const withoutSchema = (text: string, { own }: Scope): string =>
  without(text, (pieces, at) => {
    const [piece, next, before] = [pieces[at], pieces[at + 1], pieces[at - 1]];
    if (piece?.text === '.') return isSchema(pieces[at - 1], pieces[at - 2], own);
    return next?.text === '.' && isSchema(piece, before, own);
  });

const isSchema = (piece: Piece | undefined, before: Piece | undefined, own: string): boolean =>
  piece !== undefined && (piece.kind === 'name' || piece.kind === 'word') && before?.text !== '.' && nameOf(piece) === own;

/** A text without some of its pieces. */
function without(text: string, isGone: (pieces: readonly Piece[], at: number) => boolean): string {
  const pieces = piecesOf(text, 'mysql');
  let kept = '';
  let from = 0;
  for (const [at, { start, end }] of pieces.entries()) {
    if (!isGone(pieces, at)) continue;
    kept += text.slice(from, start);
    from = end;
  }
  return kept + text.slice(from);
}
