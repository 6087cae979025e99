/** The code of docs/ddl.md gives what its comments say. */
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as migsql from '../src/index.ts';

const page = readFileSync(new URL('../docs/ddl.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
const IMPORT = /^import \{ ([^}]+) \} from 'migsql';$/m;

/** Runs a block with what it imports; the lines that `toSql` gives, or the problems that it throws. */
function linesOf(block: string): readonly string[] {
  const lines: string[] = [];
  const toSql: typeof migsql.toSql = (...given) => {
    try {
      const statements = migsql.toSql(...given);
      lines.push(...statements.flatMap((sql) => sql.split('\n')));
      return statements;
    } catch (error) {
      if (error instanceof migsql.MigsqlError) lines.push(...error.diagnostics.map(({ code, message }) => `${code}: ${message}`));
      throw error;
    }
  };
  const api: Readonly<Record<string, unknown>> = { ...migsql, toSql };
  const imported = IMPORT.exec(block)?.[1]?.split(', ') ?? [];
  for (const name of imported) assert.ok(name in api, name);
  new Function(...imported, block.replace(IMPORT, ''))(...imported.map((name) => api[name]));
  return lines;
}

const test = suite('docs/ddl.md');
for (const [index, block] of blocks.entries()) {
  test(`block ${index + 1}`, () => {
    const comments = [...block.matchAll(/^ *\/\/ (.*)$/gm)].map(([, text]) => text);
    assert.ok(comments.length > 0);
    assert.equal(linesOf(block), comments);
  });
}

test('it names every option', () => {
  const source = readFileSync(new URL('../src/to-sql.ts', import.meta.url), 'utf8');
  const [, body = ''] = /interface ToSqlOptions \{\n([^]*?)\n\}/.exec(source) ?? [];
  const options = [...body.matchAll(/^  readonly (\w+)\??:/gm)].map(([, option]) => option);
  assert.is(options.length, 5);
  for (const option of options) assert.match(page, new RegExp(`^\\| \`${option}\` \\|`, 'm'), option);
});

test.run();
