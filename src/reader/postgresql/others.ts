import type { CommentStmt, RenameStmt } from 'libpg-query';
import type { Op } from '../../ops/index.ts';
import { findObject } from '../../schema/model.ts';
import { nothingElse, unread } from '../reading.ts';
import { constraintNamed, indexTable } from '../schema-facts.ts';
import type { Context } from './context.ts';
import { asKind, pathName, relationName, stringsOf } from './nodes.ts';

/** Comments of tables and columns are in the schema model, and no others. */
export function comment({ objtype, object, comment: text, ...rest }: CommentStmt, { before }: Context): readonly Op[] {
  nothingElse(rest);
  if (objtype !== 'OBJECT_TABLE' && objtype !== 'OBJECT_COLUMN') return [];
  const path = stringsOf(asKind(object, 'List').items);
  const words = text ?? null;
  if (objtype === 'OBJECT_TABLE') return [{ op: 'setTableComment', table: pathName(path), comment: words }];
  const table = pathName(path.slice(0, -1));
  if (findObject(before, 'view', table)) return [];
  return [{ op: 'alterColumn', table, column: path.at(-1) ?? '', to: { comment: words } }];
}

export function rename(node: RenameStmt, context: Context): readonly Op[] {
  const {
    renameType = '', relationType, relation, object: _, subname: name = '', newname: to = '', behavior: __, missing_ok: ___, ...rest
  } = node;
  nothingElse(rest);
  switch (renameType) {
    case 'OBJECT_TABLE':
      return [{ op: 'renameTable', table: relationName(relation), to }];
    case 'OBJECT_COLUMN':
      if (relationType !== 'OBJECT_TABLE') return unread('it renames a column of what is no table');
      return [{ op: 'alterColumn', table: relationName(relation), column: name, to: { name: to } }];
    case 'OBJECT_TABCONSTRAINT': {
      const table = relationName(relation);
      return [{ op: 'renameConstraint', table, name, to, kind: constraintNamed(table, name, context.before).kind }];
    }
    case 'OBJECT_INDEX': {
      const index = relationName(relation);
      return [{ op: 'renameIndex', table: indexTable(index, context.before), name: index.name, to }];
    }
    default:
      return unread(`it renames ${renameType}`);
  }
}
