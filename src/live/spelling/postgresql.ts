import { type UnlikeTexts, routineForm, sameTexts, viewForm, withTextsAsFound } from '../../compare/index.ts';
import { type Connection, DatabaseError } from '../../database/connection.ts';
import { introspect } from '../../database/introspect/index.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { lowerOp } from '../../dialects/lower.ts';
import { writeNames } from '../../dialects/write.ts';
import type { Op } from '../../ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel, findObject, findTable, viewOf } from '../../schema/model.ts';
import type { Routine, View } from '../../schema/object.ts';
import type { Column } from '../../schema/table.ts';
import { type Spell, type Spelling, type Undecided, differingView, undecidedObject, undecidedTable, writtenIn } from './spelling.ts';

/**
 * PostgreSQL keeps trees, and writes a text of them when it is asked. So each wanted text is given to it as a temporary object
 * of this session, in a transaction that is rolled back, and read as the server writes it:
 * https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-CATALOG
 */
export const byScratchObjects: Spell = async (texts, connection, dialect) => {
  const drafts = draftsOf(texts, dialect);
  const untold = texts.triggers.map((each) => undecidedObject(each, 'triggers are compared by their words alone'));
  if (drafts.length === 0) return { tables: [], objects: [], undecided: untold };
  const told = await scratched(drafts, connection);
  return {
    tables: told.flatMap(({ tables = [] }) => tables),
    objects: told.flatMap(({ objects = [] }) => objects),
    undecided: [...told.flatMap(({ undecided = [] }) => undecided), ...untold],
  };
};

/** Something that is made for a moment to be read back. */
interface Draft {
  readonly statements: readonly string[];
  /** What is known once it is read back. */
  readonly told: (scratch: Scratch) => Partial<Spelling>;
  readonly undecided: (reason: string) => readonly Undecided[];
}

/** The session's temporary objects, and the schema that they are in. */
interface Scratch {
  readonly model: SchemaModel;
  readonly schema: string;
}

const draftsOf = ({ tables, views, routines }: UnlikeTexts, dialect: Dialect): readonly Draft[] => [
  ...tables.map((each, index) => tableDraft(each, `migsql_table_${index}`, dialect)),
  ...views.filter(isOfOneKind).map((each, index) => viewDraft(each, `migsql_view_${index}`, dialect)),
  ...routines.map((each, index) => routineDraft(each, `migsql_routine_${index}`, dialect)),
];

const isOfOneKind = ({ wanted, found }: UnlikeTexts['views'][number]): boolean => Boolean(wanted.materialized) === Boolean(found.materialized);

type TablePair = UnlikeTexts['tables'][number];

/** A table with the columns of the wanted one, since texts are read by their types. */
function tableDraft(pair: TablePair, name: string, dialect: Dialect): Draft {
  const { columns, constraints, indexes } = pair.wanted;
  const named = new Set(pair.texts.map((text) => text.name));
  const making: Op = {
    op: 'createTable',
    table: { name },
    temporary: true,
    columns: columns.map(plainColumn),
    constraints: constraints.filter((each) => (each.kind === 'check' || each.kind === 'exclusion') && named.has(each.name ?? '')),
    indexes: indexes.filter((each) => named.has(each.name)),
  };
  return {
    statements: statementsOf(making, dialect),
    told: ({ model, schema }) => {
      const spelled = findTable(model, { schema, name });
      return { tables: spelled ? [withTextsAsFound(pair, sameTexts(pair.texts, spelled, pair.found, dialect))] : [] };
    },
    undecided: (reason) => undecidedTable(pair, reason),
  };
}

/** Numbers and keys are no texts. */
const plainColumn = ({ name, type, default: value, generated, collation }: Column): Column => ({
  name,
  type,
  nullable: true,
  ...(value !== undefined && { default: value }),
  ...(generated && { generated }),
  ...(collation !== undefined && { collation }),
});

function viewDraft(pair: UnlikeTexts['views'][number], name: string, dialect: Dialect): Draft {
  const { query, columns } = pair.wanted;
  const names = columns ? ` (${writeNames(dialect, columns)})` : '';
  const written = writtenIn(dialect, query);
  return {
    statements: written === undefined ? [] : [`CREATE TEMPORARY VIEW ${name}${names} AS ${written}`],
    told: ({ model, schema }) => {
      const spelled = findObject(model, 'view', { schema, name });
      return spelled && isSameView(spelled, pair.found, dialect) ? { objects: [pair.found] } : differingView(pair, dialect);
    },
    undecided: (reason) => [undecidedObject(pair, reason, 'stays')],
  };
}

const isSameView = (spelled: View, { materialized: _, ...found }: View, dialect: Dialect): boolean =>
  viewForm(spelled, dialect) === viewForm(found, dialect);

function routineDraft(pair: UnlikeTexts['routines'][number], name: string, dialect: Dialect): Draft {
  const { kind } = pair.wanted;
  return {
    statements: statementsOf({ op: 'createRoutine', ...pair.wanted, name: { schema: 'pg_temp', name } }, dialect),
    told: ({ model, schema }) => {
      const spelled = findObject(model, kind, { schema, name }) as Routine | undefined;
      return { objects: spelled && routineForm(spelled, dialect) === routineForm(pair.found, dialect) ? [pair.found] : [] };
    },
    undecided: (reason) => [undecidedObject(pair, reason, 'stays')],
  };
}

/** What the dialect refuses the server need not be asked. */
function statementsOf(op: Op, dialect: Dialect): readonly string[] {
  const lowered = lowerOp(op, dialect, viewOf(EMPTY_SCHEMA));
  return 'code' in lowered ? [] : lowered.map(({ sql }) => sql);
}

/** What a running migration holds is not waited for, and what a routine needs need not be there. */
const SETTINGS = ["SET LOCAL lock_timeout = '3s'", 'SET LOCAL check_function_bodies = off'];

async function scratched(drafts: readonly Draft[], connection: Connection): Promise<readonly Partial<Spelling>[]> {
  const refused = new Map<Draft, Partial<Spelling>>();
  await connection.run('BEGIN');
  try {
    for (const setting of SETTINGS) await connection.run(setting);
    for (const draft of drafts) {
      const reason = await refusalOf(draft, connection);
      if (reason !== undefined) refused.set(draft, { undecided: draft.undecided(reason) });
    }
    const scratch = await scratchOf(connection);
    return drafts.map((draft) => refused.get(draft) ?? draft.told(scratch));
  } finally {
    await connection.run('ROLLBACK');
  }
}

/** Why the server does not take a draft; what it made of it before is gone. */
async function refusalOf({ statements }: Draft, { run }: Connection): Promise<string | undefined> {
  await run('SAVEPOINT migsql');
  try {
    for (const sql of statements) await run(sql);
    await run('RELEASE SAVEPOINT migsql');
    return undefined;
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.kind === 'connection-lost' || error.kind === 'canceled') throw error;
    await run('ROLLBACK TO SAVEPOINT migsql');
    return `the server does not take it: ${error.message}`;
  }
}

/** There is none where nothing was taken. */
async function scratchOf({ query }: Connection): Promise<Scratch> {
  const [row] = await query('SELECT nspname AS name FROM pg_namespace WHERE oid = pg_my_temp_schema()');
  if (!row) return { model: EMPTY_SCHEMA, schema: '' };
  const schema = String(row['name']);
  return { model: await introspect('postgresql', query, { schemas: [schema] }), schema };
}
