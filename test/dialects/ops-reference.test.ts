/** docs/ops.md is the support matrix as the lowerings have it; UPDATE_SNAPSHOTS=1 rewrites that part of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as authoring from '../../src/authoring.ts';
import { opsReference } from '../support/ops-reference.ts';

const file = new URL('../../docs/ops.md', import.meta.url);
const text = readFileSync(file, 'utf8');
const test = suite('docs/ops.md');

test('its matrix is that of the lowerings', () => {
  const expected = text.replace(
    /(<!-- matrix: [^\n]*-->\n)[^]*(<!-- \/matrix -->)/,
    (_, start: string, end: string) => `${start}\n${opsReference()}\n\n${end}`,
  );
  if (process.env['UPDATE_SNAPSHOTS'] === '1') writeFileSync(file, expected);
  else assert.is(text, expected);
});

test('no refusal is without a reason and a way out', () => {
  const notes = [...opsReference().matchAll(/^\d+\. (.*)$/gm)].map(([, note = '']) => note);
  assert.ok(notes.length > 50);
  for (const note of notes) assert.match(note, /\w{2}/);
  assert.not.match(opsReference(), /not written yet/);
});

test('it names every builder of an op', () => {
  const builders = Object.keys(authoring).filter((name) =>
    /^(create|drop|add|alter|rename|set|bulk|insert|update|delete|execute|grant|revoke|validate|refresh|rebuild|forDialect)/.test(name),
  );
  for (const builder of builders) assert.ok(readFileSync(file, 'utf8').includes(builder), builder);
});

test.run();
