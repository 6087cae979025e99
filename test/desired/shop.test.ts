/** What the example chain leads to, written in three ways, is what the chain leads to: nothing is left to be generated. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compareSchemas } from '../../src/compare/index.ts';
import { compile, dialectOf, openProject } from '../../src/compiler.ts';
import { loadConfig } from '../../src/config.ts';
import { withUntold } from '../../src/desired/index.ts';
import { desiredSchema } from '../../src/desired-schema.ts';
import { describe } from '../../src/ops/index.ts';
import { schemaAt } from '../../src/replay.ts';
import { renderScript } from '../../src/script/index.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { FACT_QUERIES } from '../support/facts.ts';
import { createDatabase, isReachable } from '../support/servers.ts';

const SHOP = fileURLToPath(new URL('../../examples/shop', import.meta.url));
const config = await loadConfig(`${SHOP}/migsql.config.ts`);
const project = await openProject(config);

/** What is still to be done for the schema of a file, after the chain as far as a revision. */
async function leftOver(file: string, name: DialectName, target = 'heads'): Promise<readonly string[]> {
  const before = await schemaAt(project, target, name);
  const { model, untold } = await desiredSchema(config, name, [{ path: `${SHOP}/${file}` }]);
  const found = compareSchemas(before, withUntold(model, untold, before), { dialect: dialectOf(config, name) });
  return found.map(({ op }) => describe(op));
}

const shop = suite('the example, as a schema');

for (const dialect of DIALECT_NAMES) {
  shop(`in TypeScript, for ${dialect}`, async () => {
    assert.equal(await leftOver('schema.ts', dialect), []);
  });
}

for (const file of ['schema.sql', 'drizzle.ts']) {
  shop(`in ${file}`, async () => {
    assert.equal(await leftOver(file, 'postgresql'), []);
  });
}

shop('what the last revision did is missing before it, in every way', async () => {
  for (const file of ['schema.ts', 'schema.sql', 'drizzle.ts']) {
    assert.equal(await leftOver(file, 'postgresql', 'c4e01ec1d4be-1'), ['drop column sales_order.note'], file);
  }
});

if (isReachable('postgresql')) {
  shop('in SQL, to the server', async () => {
    const request = { from: 'base', to: 'heads', dialect: 'postgresql', transaction: 'script' } as const;
    const script = [...renderScript(await compile(project, request))].join('');
    const [wanted, migrated] = [readFileSync(`${SHOP}/schema.sql`, 'utf8'), script].map(catalogueAfter);
    assert.equal(wanted, migrated?.filter((fact) => !/ migsql_version/.test(fact)));
  });
} else shop('in SQL, to a server that is not reachable, as a line beginning with SKIPPED says', () => {});

function catalogueAfter(text: string): readonly string[] {
  const database = createDatabase('postgresql');
  try {
    database.run(text);
    return FACT_QUERIES.postgresql.flatMap((query) => database.query(query).map(([fact = '']) => fact)).sort();
  } finally {
    database.drop();
  }
}

shop.run();
