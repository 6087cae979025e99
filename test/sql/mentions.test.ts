import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Fragment, literal, name, raw, sql, sqlFor } from '../../src/sql/fragment.ts';
import { mentions, renameMentioned } from '../../src/sql/mentions.ts';

const test = suite('columns within fragments');

test('a column is named by name(), by a word or by a quoted name', () => {
  const naming = [
    name('size'),
    sql`${name('t', 'size')} > 0`,
    sql`size > 0`,
    sql`0<SIZE`,
    sql`t.size > 0`,
    sql`"size" > 0`,
    sql`\`size\` > 0`,
    sql`lower(size)`,
    sqlFor({ sqlite: sql`size`, default: sql`1` }),
  ];
  for (const fragment of naming) assert.is(mentions(fragment, 'size'), true, JSON.stringify(fragment));
});

test('not by another name, a string, a function or a quoted name in another case', () => {
  const others: readonly Fragment[] = [
    sql`sizes > 0 AND my_size > 0 AND size$ > 0`,
    sql`note <> 'size' AND note <> 'it''s size'`,
    sql`size(a) > 0 AND size (b) > 0`,
    sql`"SIZE" > 0`,
    literal('size'),
    name('size', 'a'),
    sql`größesize > 0`,
  ];
  for (const fragment of others) assert.is(mentions(fragment, 'size'), false, JSON.stringify(fragment));
});

test('a new name replaces the old one and leaves everything else as it was', () => {
  assert.equal(
    renameMentioned(sql`${name('t', 'size')} > size + "size" AND note <> 'size' OR size(a)`, 'size', 'Extent'),
    {
      sql: [
        { name: ['t', 'Extent'] },
        ' > ',
        { name: ['Extent'] },
        ' + ',
        { name: ['Extent'] },
        " AND note <> 'size' OR size(a)",
      ],
    },
  );
  assert.equal(renameMentioned(raw('a > 0'), 'size', 'extent'), raw('a > 0'));
  assert.equal(renameMentioned(sqlFor({ sqlite: sql`size` }), 'size', 'b'), sqlFor({ sqlite: name('b') }));
});

test.run();
