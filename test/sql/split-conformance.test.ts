import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { split } from '../../src/sql/split.ts';

interface Case {
  readonly name: string;
  readonly sql: string;
  readonly statements: number;
}

const DIALECTS: Readonly<Record<string, readonly DialectName[]>> = {
  pg: ['postgresql'],
  mysql: ['mysql', 'mariadb'],
  mssql: ['mssql'],
  oracle: ['oracle'],
  sqlite: ['sqlite'],
};

const { cases } = JSON.parse(readFileSync(new URL('splitting.json', import.meta.url), 'utf8')) as {
  readonly cases: Readonly<Record<string, readonly Case[]>>;
};

const test = suite('splitting: inputs that splitters get wrong');

test('the collection is whole', () => {
  assert.is(Object.values(cases).flat().length, 41);
  assert.equal(Object.keys(cases), Object.keys(DIALECTS));
});

for (const [client, list] of Object.entries(cases)) {
  for (const dialect of DIALECTS[client] ?? []) {
    for (const { name, sql, statements } of list) {
      test(`${dialect}: ${name}`, () => {
        const found = split(sql, dialect);
        assert.is(found.length, statements);
        for (const { sql: text, offset } of found) assert.is(sql.slice(offset, offset + text.length), text);
      });
    }
  }
}

test.run();
