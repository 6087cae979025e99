/**
 * The ideal Node program: the least that turns these migrations into a script for SQL Server. It reads the files,
 * strips their types, runs them 250 at a time in one vm context, orders them, renders, hashes and writes. It checks
 * nothing, protects from nothing and knows no schema: a lower bound to measure against, not a tool.
 *
 *   node bench/ideal.mjs FOLDER OUTPUT
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { transformSync } from 'oxc-transform';

const [folder, output] = process.argv.slice(2);

const fragment = (texts, ...holes) => texts.map((text, index) => text + (holes[index] ?? '')).join('');
const make = (op) => (...args) => ({ op, args });
const type = (text) => (...args) => (args.length ? `${text}(${args})` : text);
const api = {
  migration: (source) => source,
  sql: fragment,
  now: () => 'CURRENT_TIMESTAMP',
  types: {
    bigint: type('BIGINT'), integer: type('INT'), string: type('NVARCHAR'), numeric: type('DECIMAL'),
    boolean: type('BIT'), timestamp: type('DATETIME2'),
  },
  column: (name, columnType, options = {}) => ({ name, type: columnType, ...options }),
  primaryKey: (columns, { name }) => `CONSTRAINT ${name} PRIMARY KEY (${columns.join(', ')})`,
  unique: (columns, { name }) => `CONSTRAINT ${name} UNIQUE (${columns.join(', ')})`,
  check: (expression, { name }) => `CONSTRAINT ${name} CHECK (${expression})`,
  foreignKey: (columns, table, keys, { name }) =>
    `CONSTRAINT ${name} FOREIGN KEY (${columns.join(', ')}) REFERENCES ${table} (${keys.join(', ')})`,
};
for (const op of ['createTable', 'addColumn', 'alterColumn', 'createIndex', 'addConstraint', 'bulkInsert', 'execute', 'setTableComment', 'dropConstraint', 'dropColumn']) {
  api[op] = make(op);
}

const literal = (value) => {
  if (typeof value === 'string') return value === 'CURRENT_TIMESTAMP' ? value : `N'${value.replaceAll("'", "''")}'`;
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
};
const columnText = ({ name, type: text, nullable = true, default: value, identity }) =>
  `${name} ${text}${identity ? ' IDENTITY(1,1)' : ''}${nullable ? '' : ' NOT NULL'}${value === undefined ? '' : ` DEFAULT ${literal(value)}`}`;

const render = {
  createTable: (t, items) => [`CREATE TABLE ${t} (\n  ${items.map((item) => (typeof item === 'string' ? item : columnText(item))).join(',\n  ')}\n)`],
  addColumn: (t, column) => [`ALTER TABLE ${t} ADD ${columnText(column)}`],
  alterColumn: (t, column, { name, type: text, nullable }) =>
    name ? [`EXEC sp_rename N'${t}.${column}', N'${name}', 'COLUMN'`] : [`ALTER TABLE ${t} ALTER COLUMN ${column} ${text}${nullable ? '' : ' NOT NULL'}`],
  createIndex: (name, t, columns) => [`CREATE INDEX ${name} ON ${t} (${columns.join(', ')})`],
  addConstraint: (t, constraint) => [`ALTER TABLE ${t} ADD ${constraint}`],
  dropConstraint: (t, name) => [`ALTER TABLE ${t} DROP CONSTRAINT ${name}`],
  dropColumn: (t, column) => [`ALTER TABLE ${t} DROP COLUMN ${column}`],
  setTableComment: (t, text) => [`EXEC sp_addextendedproperty N'MS_Description', ${literal(text)}, N'SCHEMA', N'dbo', N'TABLE', N'${t}'`],
  execute: (text) => [text],
  bulkInsert: (t, rows) => {
    const columns = Object.keys(rows[0]);
    const head = `INSERT INTO ${t} (${columns.join(', ')}) VALUES\n  `;
    const statements = [];
    for (let start = 0; start < rows.length; start += 1000) {
      const chunk = rows.slice(start, start + 1000).map((row) => `(${columns.map((column) => literal(row[column])).join(', ')})`);
      statements.push(head + chunk.join(',\n  '));
    }
    return statements;
  },
};

const files = readdirSync(join(folder, 'migrations')).sort();
const context = vm.createContext({ api });
const loaded = [];
for (let start = 0; start < files.length; start += 250) {
  const parts = files.slice(start, start + 250).map((file) => {
    const text = readFileSync(join(folder, 'migrations', file), 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    const { code } = transformSync(file, text);
    const body = code.replace(/^import\s*\{([^}]*)\}.*$/m, 'const {$1} = api;').replace('export default', 'return');
    return `(() => {${body}})(), ${JSON.stringify({ file, hash })}`;
  });
  const batch = vm.runInContext(`[${parts.join(',')}]`, context);
  for (let index = 0; index < batch.length; index += 2) loaded.push({ ...batch[index], ...batch[index + 1] });
}

const waiting = new Map(loaded.map((each) => [each.id, (each.revises?.length ?? 0) + (each.dependsOn?.length ?? 0)]));
const next = new Map();
const byId = new Map(loaded.map((each) => [each.id, each]));
for (const each of loaded) for (const parent of [...(each.revises ?? []), ...(each.dependsOn ?? [])]) next.set(parent, [...(next.get(parent) ?? []), each.id]);
const ready = loaded.filter((each) => waiting.get(each.id) === 0).map((each) => each.id);

const out = openSync(output, 'w');
let buffer = `-- sources\n${loaded.map(({ file, hash }) => `-- ${hash}  ${file}\n`).join('')}BEGIN TRANSACTION;\nGO\n`;
while (ready.length) {
  const each = byId.get(ready.pop());
  buffer += `\n-- ${each.id} ${each.title}\n`;
  for (const { op, args } of each.upgrade) for (const statement of render[op](...args)) buffer += `${statement};\nGO\n`;
  buffer += `UPDATE migsql_version SET revision = N'${each.id}';\nGO\n`;
  if (buffer.length > 65536) {
    writeSync(out, buffer);
    buffer = '';
  }
  for (const id of next.get(each.id) ?? []) {
    waiting.set(id, waiting.get(id) - 1);
    if (waiting.get(id) === 0) ready.push(id);
  }
}
writeSync(out, `${buffer}COMMIT TRANSACTION;\nGO\n`);
closeSync(out);
