/** Where node-sql-parser understands a statement as well, both see the same tables, columns and keys of indexes. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { openReader } from '../../src/reader/index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { namedFor } from '../support/lowered.ts';
import { validSequences } from '../support/random-migrations.ts';
import { tries } from '../support/scale.ts';

const PARSERS = {
  mysql: () => import('node-sql-parser/build/mysql.js'),
  mariadb: () => import('node-sql-parser/build/mariadb.js'),
  mssql: () => import('node-sql-parser/build/transactsql.js'),
  sqlite: () => import('node-sql-parser/build/sqlite.js'),
} as const;

type Judged = keyof typeof PARSERS;
type Tree = Readonly<Record<string, any>>;

const columnIn = ({ column, nullable }: Tree): string => `${column.column}${nullable?.type === 'not null' ? ' not null' : ''}`;

/** What the parser makes of a statement, in words; nothing where it is of another kind, or not parsed. */
function seenBy(parse: (sql: string) => unknown, sql: string): string | undefined {
  try {
    const tree = [parse(sql)].flat()[0] as Tree;
    const table = [tree['table']].flat()[0]?.table;
    if (tree['type'] === 'create' && tree['keyword'] === 'table') {
      return `create ${table} ${tree['create_definitions'].filter((each: Tree) => each['resource'] === 'column').map(columnIn)}`;
    }
    if (tree['type'] === 'create' && /index$/.test(tree['keyword'])) return `index on ${table} of ${tree['index_columns'].length}`;
    const [action] = tree['type'] === 'alter' ? tree['expr'] : [];
    return action?.resource === 'column' && tree['expr'].length === 1 ? `${action.action} ${table}.${action.column.column}` : undefined;
  } catch {
    return undefined;
  }
}

function saidOf(op: Op): string | undefined {
  switch (op.op) {
    case 'createTable':
      return `create ${op.table.name} ${op.columns.map(({ name, nullable }) => `${name}${nullable ? '' : ' not null'}`)}`;
    case 'createIndex':
      return `index on ${op.table.name} of ${op.index.keys.length}`;
    case 'addColumn':
      return `add ${op.table.name}.${op.column.name}`;
    case 'dropColumn':
      return `drop ${op.table.name}.${op.column}`;
    default:
      return undefined;
  }
}

const test = suite('what node-sql-parser sees');
for (const name of Object.keys(PARSERS) as Judged[]) {
  test(name, async () => {
    const { default: build } = await PARSERS[name]();
    const parser = new build.Parser();
    const read = await openReader(name);
    let judged = 0;
    const check = (ops: readonly Op[]): void => {
      let model = EMPTY_SCHEMA;
      for (const op of ops) {
        const lowered = lowerOp(op, DIALECTS[name], viewOf(model));
        if ('code' in lowered) continue;
        for (const { sql } of lowered) {
          const reading = read(sql, model);
          const [only, ...more] = 'ops' in reading ? reading.ops : [];
          const said = only && more.length === 0 ? saidOf(only) : undefined;
          const seen = said && seenBy((text) => parser.astify(text, { database: name === 'mssql' ? 'transactsql' : name }), sql);
          if (!seen) continue;
          judged++;
          assert.is(said, seen, sql);
        }
        model = evolve(model, op);
      }
    };
    fc.assert(fc.property(validSequences('sqlite', 25, (op) => namedFor(op, DIALECTS[name])), check), tries(8));
    assert.ok(judged > 40, `${judged} statements were judged`);
  });
}
test.run();
