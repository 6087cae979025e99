/** Writes chains of migrations with a realistic mix of ops, ten to a table. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Shape = 'linear' | 'dag';

const id = (index: number): string => `r${String(index).padStart(7, '0')}`;

/** What each of a table's ten revisions does. */
const OPS: readonly ((table: string, index: number) => string)[] = [
  (table) => `createTable('${table}', [
      column('id', types.bigint(), { nullable: false, identity: true }),
      column('code', types.string(40), { nullable: false }),
      column('name', types.string(200)),
      column('price', types.numeric(12, 2), { nullable: false, default: 0 }),
      column('quantity', types.integer(), { nullable: false, default: 1 }),
      column('active', types.boolean(), { nullable: false, default: true }),
      column('created_at', types.timestamp(), { nullable: false, default: now() }),
      column('parent_id', types.bigint()),
      primaryKey(['id'], { name: 'pk_${table}' }),
      unique(['code'], { name: 'uq_${table}' }),
      check(sql\`quantity > 0\`, { name: 'ck_${table}' }),
    ])`,
  (table) => `addColumn('${table}', column('state', types.string(20), { nullable: false, default: 'new' }))`,
  (table) => `alterColumn('${table}', 'name', { type: types.string(300), nullable: false })`,
  (table) => `alterColumn('${table}', 'name', { name: 'title' })`,
  (table) => `createIndex('ix_${table}', '${table}', ['state', 'created_at'])`,
  (table) => `addConstraint('${table}', foreignKey(['parent_id'], '${table}', ['id'], { name: 'fk_${table}' }))`,
  (table, index) => `bulkInsert('${table}', [
${Array.from({ length: 20 }, (_, row) => `      { code: 'c${index}-${row}', price: '${row}.50', quantity: ${row + 1} },`).join('\n')}
    ])`,
  (table) => `execute(sql\`UPDATE ${table} SET price = price * 2 WHERE quantity > 10\`, { reverse: sql\`UPDATE ${table} SET price = price / 2 WHERE quantity > 10\` })`,
  (table) => `setTableComment('${table}', 'A table of goods'),
    addConstraint('${table}', check(sql\`price >= 0\`, { name: 'ck_${table}_price' })),
    dropConstraint('${table}', 'ck_${table}_price', 'check')`,
  (table) => `dropColumn('${table}', 'active')`,
];

/** Parents and dependencies of a revision: a line, or a fork and a merge in every ten with a dependency across. */
function links(shape: Shape, index: number): { revises: readonly number[]; dependsOn: readonly number[] } {
  if (index === 0) return { revises: [], dependsOn: [] };
  const place = index % 10;
  const first = index - place;
  if (shape === 'linear') return { revises: [index - 1], dependsOn: [] };
  if (place === 5) return { revises: [first], dependsOn: [first + 2] };
  if (place === 9) return { revises: [index - 1, first + 4], dependsOn: [] };
  return { revises: [index - 1], dependsOn: [] };
}

const BUILDERS =
  'migration, createTable, column, types, now, primaryKey, unique, check, sql, addColumn, alterColumn, createIndex, addConstraint, foreignKey, bulkInsert, execute, setTableComment, dropConstraint, dropColumn';

function migrationText(shape: Shape, index: number): string {
  const { revises, dependsOn } = links(shape, index);
  const list = (ids: readonly number[]): string => `[${ids.map((each) => `'${id(each)}'`).join(', ')}]`;
  const table = `goods_${Math.floor(index / 10)}`;
  return `import { ${BUILDERS} } from 'migsql';

export default migration({
  id: '${id(index)}',
  revises: ${revises.length === 0 ? 'null' : list(revises)},
  title: 'change number ${index}',
${dependsOn.length ? `  dependsOn: ${list(dependsOn)},\n` : ''}  upgrade: [
    ${OPS[index % 10]!(table, index)},
  ],
});
`;
}

/** A project of `count` migrations. */
export function writeChain(folder: string, shape: Shape, count: number): void {
  start(folder);
  for (let index = 0; index < count; index++) {
    writeFileSync(join(folder, 'migrations', `${id(index)}_change.ts`), migrationText(shape, index));
  }
}

export type Rows = 'computed' | 'written';

/** A project of one migration that inserts `count` rows of six columns, computed by it or written out in it. */
export function writeBulk(folder: string, rows: Rows, count: number): void {
  start(folder);
  const list =
    rows === 'computed'
      ? `Array.from({ length: ${count} }, (_, i) => (${row('`', '${i}')}))`
      : `[\n${Array.from({ length: count }, (_, i) => `      ${row("'", String(i))},`).join('\n')}\n    ]`;
  const text = `import { migration, bulkInsert, createTable, column, types } from 'migsql';

export default migration({
  id: 'bulk',
  revises: null,
  upgrade: [
    createTable('goods', [
      column('id', types.bigint(), { nullable: false }),
      column('code', types.string(40)),
      column('name', types.string(200)),
      column('email', types.string(200)),
      column('price', types.numeric(12, 2)),
      column('quantity', types.integer()),
    ]),
    bulkInsert('goods', ${list}),
  ],
});
`;
  writeFileSync(join(folder, 'migrations', 'bulk_goods.ts'), text);
}

/** One row's source; texts stand between `quote`, and `index` tells rows apart. */
const row = (quote: string, index: string): string =>
  `{ id: ${index.replace(/[${}]/g, '')}, code: ${quote}code ${index}${quote}, name: ${quote}a name of some length ${index}${quote}, ` +
  `email: ${quote}user${index}@example.com${quote}, price: ${quote}${index}.50${quote}, quantity: 7 }`;

function start(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'migrations'), { recursive: true });
  writeFileSync(join(folder, 'migsql.config.json'), '{ "migrations": "migrations", "dialect": "mssql" }\n');
}
