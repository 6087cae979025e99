import type { AlterTableCmd, AlterTableStmt, ColumnDef } from 'libpg-query';
import type { AlterColumn, ColumnChanges } from '../../ops/alter-column.ts';
import type { Op } from '../../ops/index.ts';
import { findTable } from '../../schema/model.ts';
import type { Column, TableName, TableOptions } from '../../schema/table.ts';
import { type ColumnType, types } from '../../sql/types.ts';
import { nothingElse, unread } from '../reading.ts';
import { addedConstraint, constraintNamed } from '../schema-facts.ts';
import { type Run, findOutside, listFrom, wordAt } from '../statement-text.ts';
import { columnOf, columnType, identityOf } from './columns.ts';
import { constraintOf } from './constraints.ts';
import { type Context, expression, expressionIn, tokenAt } from './context.ts';
import { readDefaultOf } from './defaults.ts';
import { collationName } from './indexes.ts';
import { allOf, asKind, relationName, stringsOf } from './nodes.ts';
import { parametersOf, sequenceSettings } from './options.ts';

/** One action of ALTER TABLE, with its place in the text. */
interface Action extends Run {
  readonly table: TableName;
  readonly command: AlterTableCmd;
  readonly context: Context;
}

export function alterTable(node: AlterTableStmt, context: Context): readonly Op[] {
  const { relation, cmds, objtype, missing_ok: _, ...rest } = node;
  nothingElse(rest);
  const table = relationName(relation);
  const commands = allOf(cmds, 'AlterTableCmd');
  if (objtype !== 'OBJECT_TABLE') return commands.flatMap(({ subtype = '' }) => (OUTSIDE.has(subtype) ? [] : unread(`it does ${subtype}`)));
  const runs = listFrom(context.text, behindName(tokenAt(context, relation?.location), context));
  if (runs.length !== commands.length) unread('where its actions end is not clear');
  return inOrder(commands.flatMap((command, index) => readAction({ table, command, context, ...runs[index]! })));
}

/** The server drops before it adds, whatever stands first. */
function inOrder(ops: readonly Op[]): readonly Op[] {
  const added = new Set<string>();
  for (const op of ops) {
    if (op.op === 'addColumn') added.add(op.column.name);
    if (op.op === 'dropColumn' && added.has(op.column)) unread(`it drops '${op.column}' behind adding it`);
  }
  return ops;
}

/** The first token behind a dotted name. */
export function behindName(at: number, context: Context): number {
  let end = at + 1;
  while (wordAt(context.text, end) === '.') end += 2;
  return wordAt(context.text, end) === '*' ? end + 1 : end;
}

/** What changes nothing that the schema model holds. */
const OUTSIDE: ReadonlySet<string> = new Set([
  'AT_ChangeOwner', 'AT_SetStatistics', 'AT_SetStorage', 'AT_SetCompression', 'AT_ClusterOn', 'AT_DropCluster', 'AT_ReplicaIdentity',
  'AT_EnableTrig', 'AT_DisableTrig', 'AT_EnableTrigAll', 'AT_DisableTrigAll', 'AT_EnableTrigUser', 'AT_DisableTrigUser',
  'AT_EnableAlwaysTrig', 'AT_EnableReplicaTrig', 'AT_EnableRowSecurity', 'AT_DisableRowSecurity', 'AT_ForceRowSecurity',
  'AT_NoForceRowSecurity',
]);

type ReadAction = (action: Action) => readonly Op[];

function readAction(action: Action): readonly Op[] {
  const { subtype = '' } = action.command;
  const read = ACTIONS[subtype];
  if (read) return read(action);
  return OUTSIDE.has(subtype) ? [] : unread(`it does ${subtype}`);
}

const isCascade = ({ behavior }: AlterTableCmd): boolean => behavior === 'DROP_CASCADE';

const change = (to: (action: Action) => ColumnChanges): ReadAction => (action) => [changed(action, to(action))];

const changed = ({ table, command }: Action, to: ColumnChanges): AlterColumn => ({
  op: 'alterColumn',
  table,
  column: command.name ?? '',
  to,
});

const options = (on: (action: Action) => NonNullable<TableOptions['postgresql']>): ReadAction => (action) => [
  { op: 'setTableOptions', table: action.table, on: { postgresql: on(action) } },
];

const ACTIONS: { readonly [subtype: string]: ReadAction | undefined } = {
  AT_AddColumn: addColumn,
  AT_DropColumn: ({ table, command }) => [
    {
      op: 'dropColumn',
      table,
      column: command.name ?? '',
      ...(command.missing_ok && { ifExists: true }),
      ...(isCascade(command) && { cascade: true }),
    },
  ],
  AT_SetNotNull: change(() => ({ nullable: false })),
  AT_DropNotNull: change(() => ({ nullable: true })),
  AT_ColumnDefault: change((action) => ({ ...numberedNoMore(action), ...defaultChange(action) })),
  AT_AlterColumnType: alterType,
  AT_DropExpression: change(() => ({ generated: null })),
  AT_SetExpression: change((action) => {
    const expression = expressionIn(action.command.def, action.from, action.context);
    return { generated: { ...formerColumn(action)?.generated, expression } };
  }),
  AT_AddIdentity: change(({ command: { def } }) => {
    const { generated_when: when, options: settings } = asKind(def, 'Constraint');
    return { identity: identityOf(when, settings) };
  }),
  AT_SetIdentity: setIdentity,
  AT_DropIdentity: change(() => ({ identity: null })),
  AT_AddConstraint: ({ table, command, context }) =>
    addedConstraint(table, constraintOf(asKind(command.def, 'Constraint'), { table }, context), context.before),
  AT_DropConstraint: dropConstraint,
  AT_ValidateConstraint: validateConstraint,
  AT_SetRelOptions: options(({ command: { def } }) => ({ with: parametersOf(asKind(def, 'List').items ?? []) })),
  AT_SetTableSpace: options(({ command: { name = '' } }) => ({ tablespace: name })),
  AT_SetLogged: options(() => ({ unlogged: false })),
  AT_SetUnLogged: options(() => ({ unlogged: true })),
};

function addColumn({ table, command, context }: Action): readonly Op[] {
  const { column, constraints } = columnOf(asKind(command.def, 'ColumnDef'), { table }, context);
  return [{ op: 'addColumn', table, column, constraints, indexes: [], ...(command.missing_ok && { ifNotExists: true }) }];
}

const formerColumn = ({ table, command, context }: Action): Column | undefined =>
  findTable(context.before, table)?.columns.find(({ name }) => name === command.name);

/** `serial` is a type with a default: without the default, it is the type alone. */
function numberedNoMore(action: Action): ColumnChanges {
  const type = serialOf(formerColumn(action));
  return type ? { type } : {};
}

const SERIALS: { readonly [native: string]: ColumnType | undefined } = {
  SMALLSERIAL: types.smallint(),
  SERIAL: types.integer(),
  BIGSERIAL: types.bigint(),
};

const serialOf = (column: Column | undefined): ColumnType | undefined =>
  column?.type.type === 'native' && typeof column.type.sql === 'string' ? SERIALS[column.type.sql] : undefined;

function defaultChange(action: Action): ColumnChanges {
  const { command: { def }, context, from, to } = action;
  if (!def) return { default: null };
  const start = findOutside(context.text, from, (word) => word === 'DEFAULT') + 1;
  return { default: readDefaultOf(def, start, to, formerColumn(action)?.type, context) ?? null };
}

function alterType(action: Action): readonly Op[] {
  const { command: { def }, context, to } = action;
  const { typeName, collClause, raw_default: using, location: _, ...rest }: ColumnDef = asKind(def, 'ColumnDef');
  nothingElse(rest);
  if (serialOf(formerColumn(action))) return unread('it gives a serial column another type');
  const start = tokenAt(context, typeName?.location);
  const [collate, use] = ['COLLATE', 'USING'].map((end) => Math.min(to, findOutside(context.text, start, (word) => word === end)));
  const type = columnType(typeName, Math.min(collate!, use!), context);
  // Without COLLATE, the column comes to have the collation of its new type.
  const former = formerColumn(action)?.collation === undefined ? {} : { collation: null };
  const collation = collClause ? { collation: collationName(stringsOf(collClause.collname)) } : former;
  const op = changed(action, { type, ...collation });
  return [{ ...op, ...(using && { using: expression(using, use! + 1, to, context) }) }];
}

/** What is not said of an identity stays. */
function setIdentity(action: Action): readonly Op[] {
  const elements = asKind(action.command.def, 'List').items ?? [];
  const generated = allOf(elements, 'DefElem').find(({ defname }) => defname === 'generated');
  const numbering = elements.filter((each) => asKind(each, 'DefElem').defname !== 'generated');
  const { options: settings, restart } = sequenceSettings(numbering, false);
  const former = formerColumn(action)?.identity ?? unread('what the identity is that it changes is not known');
  const { always: _, ...kept } = former;
  const always = generated ? asKind(generated.arg, 'Integer').ival === LETTER_A : former.always;
  if (!generated && Object.keys(settings).length === 0 && restart !== undefined) return [];
  return [changed(action, { identity: { ...(always && { always }), ...kept, ...settings } })];
}

/** How the grammar has ALWAYS: the code of its letter. */
const LETTER_A = 97;

function dropConstraint({ table, command, context }: Action): readonly Op[] {
  const { name = '' } = command;
  const { kind } = constraintNamed(table, name, context.before);
  return [
    {
      op: 'dropConstraint',
      table,
      name,
      kind,
      ...(command.missing_ok && { ifExists: true }),
      ...(isCascade(command) && { cascade: true }),
    },
  ];
}

function validateConstraint({ table, command: { name = '' }, context }: Action): readonly Op[] {
  const { kind } = constraintNamed(table, name, context.before);
  return kind === 'check' || kind === 'foreignKey' ? [{ op: 'validateConstraint', table, name, kind }] : unread(`it validates a ${kind}`);
}
