import type { Dialect } from '../dialects/dialect.ts';
import { writeFragment } from '../dialects/write.ts';
import { wordsIn } from '../ops/execute.ts';
import type { Op } from '../ops/index.ts';
import type { Fragment } from '../sql/fragment.ts';
import { chooseForDialect } from '../sql/dialect-name.ts';
import { recognise } from '../sql/recognise.ts';
import { splitWithProblems } from '../sql/split.ts';

/** What is known of an op's rows and of SQL that it runs: names in lower case, without their schema. */
export interface SqlFootprint {
  /** Tables whose rows it changes. */
  readonly rows: ReadonlySet<string>;
  /** Whether it does no more to rows than to add some. */
  readonly adds: boolean;
  /** Every word of SQL that may read anything, or do what nobody reads. */
  readonly words: ReadonlySet<string>;
}

const NOTHING: SqlFootprint = { rows: new Set(), adds: true, words: new Set() };

/** @param isRead whether the schema model is certain of what the op's SQL made */
export function sqlFootprint(op: Op, dialect: Dialect, isRead: boolean): SqlFootprint {
  switch (op.op) {
    case 'bulkInsert':
      return ofRows(op.table.name, true, []);
    case 'insertFrom':
      return ofRows(op.table.name, true, [op.query]);
    case 'updateRows':
    case 'deleteRows':
      return ofRows(op.table.name, false, op.where ? [op.where] : []);
    case 'expects':
      return { ...NOTHING, words: wordsIn(op.query) };
    case 'requires':
      return { ...NOTHING, words: wordsIn(op.condition) };
    case 'onlyIf':
      return together([{ ...NOTHING, words: wordsIn(op.condition) }, ...op.ops.map((each) => sqlFootprint(each, dialect, isRead))]);
    case 'execute':
      return ofText(op.sql, dialect, isRead);
    case 'custom': {
      const lowered = chooseForDialect(op.lowered, dialect.name) ?? [];
      const statements = 'unsupported' in lowered ? [] : lowered;
      return together(statements.map(({ sql, kind }) => ofText(sql, dialect, kind !== 'data' && op.effect.ops !== undefined)));
    }
    default:
      return NOTHING;
  }
}

const ofRows = (table: string, adds: boolean, texts: readonly Fragment[]): SqlFootprint => ({
  rows: new Set([table.toLowerCase()]),
  adds,
  words: new Set(texts.flatMap((text) => [...wordsIn(text)])),
});

function ofText(sql: Fragment, dialect: Dialect, isRead: boolean): SqlFootprint {
  const { statements } = splitWithProblems(writeFragment(dialect, sql), dialect.name);
  return together(statements.map((statement) => ofStatement(statement.sql, dialect, isRead)));
}

/** Of a statement about rows its first words may tell the tables; of any other one, nothing is certain. */
function ofStatement(sql: string, { name }: Dialect, isRead: boolean): SqlFootprint {
  const { kind, verb, tables } = recognise(sql, name);
  if (kind === 'schema' && isRead) return NOTHING;
  const words = wordsIn({ sql: [sql] });
  const changed = kind === 'data' && tables ? tables.map((each) => each.slice(each.lastIndexOf('.') + 1).toLowerCase()) : words;
  return { rows: new Set(changed), adds: kind === 'data' && verb === 'INSERT', words };
}

const together = (parts: readonly SqlFootprint[]): SqlFootprint => ({
  rows: new Set(parts.flatMap(({ rows }) => [...rows])),
  adds: parts.every(({ adds }) => adds),
  words: new Set(parts.flatMap(({ words }) => [...words])),
});
