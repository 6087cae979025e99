import type { Node } from 'libpg-query';
import type { Op } from '../../ops/index.ts';
import type { SchemaModel } from '../../schema/model.ts';
import { unread } from '../reading.ts';
import { tokenise } from '../statement-text.ts';
import { alterTable } from './alter-table.ts';
import type { Context } from './context.ts';
import { createTable } from './create-table.ts';
import { drop } from './drops.ts';
import { loadGrammar } from './grammar.ts';
import { grantOrRevoke } from './grants.ts';
import { createIndex } from './indexes.ts';
import { type Kind, type Of, kindOf } from './nodes.ts';
import { alterEnum, alterSequence, createEnum, createSchema, createSequence, createTableAs, createView } from './objects.ts';
import { comment, rename } from './others.ts';
import { changesNothing } from './outside.ts';
import { createRoutine, createTrigger } from './routines.ts';

type ReadNode<K extends Kind> = (node: Of<K>, context: Context) => readonly Op[];

/** Every statement that makes, changes or drops what the schema model holds. */
const STATEMENTS: { readonly [K in Kind]?: ReadNode<K> } = {
  CreateStmt: createTable,
  CreateTableAsStmt: createTableAs,
  AlterTableStmt: alterTable,
  IndexStmt: createIndex,
  DropStmt: drop,
  RenameStmt: rename,
  CommentStmt: comment,
  ViewStmt: createView,
  CreateSeqStmt: createSequence,
  AlterSeqStmt: alterSequence,
  CreateEnumStmt: createEnum,
  AlterEnumStmt: alterEnum,
  CreateSchemaStmt: createSchema,
  CreateFunctionStmt: createRoutine,
  CreateTrigStmt: createTrigger,
  GrantStmt: grantOrRevoke,
};

type Tools = Pick<Context, 'parse' | 'types'>;

function readWith(tools: Tools, sql: string, before: SchemaModel): readonly Op[] {
  const node: Node = tools.parse(sql);
  const kind = kindOf(node);
  // The mapped type ties each function to its own node; TypeScript cannot follow that through an index.
  const read = STATEMENTS[kind] as ((node: unknown, context: Context) => readonly Op[]) | undefined;
  if (read) return read((node as { readonly [kind: string]: unknown })[kind], { text: tokenise(sql, 'postgresql'), before, ...tools });
  return changesNothing(node) ? [] : unread(`what ${kind} does to the schema is not read`);
}

/** Statements of PostgreSQL, by the server's own grammar. */
export async function openPostgresql(): Promise<(sql: string, before: SchemaModel) => readonly Op[]> {
  const tools: Tools = { parse: await loadGrammar(), types: new Map() };
  return (sql, before) => readWith(tools, sql, before);
}
