import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Cursor, advance, openCursor, openExactCursor, tokenText } from '../../src/sandbox/cursor.ts';
import { tooDeepAt } from '../../src/sandbox/depth.ts';
import { decodeText } from '../../src/sandbox/strings.ts';

const RUNS = 200 * Number(process.env['MIGSQL_TEST_SCALE'] ?? 1);

type Token = readonly [kind: string, text: string, afterBreak: boolean];

function tokens(cursor: Cursor): readonly Token[] {
  const found: Token[] = [];
  while (advance(cursor) !== 'end') {
    found.push([cursor.kind, tokenText(cursor), cursor.afterBreak]);
    if (cursor.kind === 'unclear' && !cursor.tokens) break;
  }
  return found;
}

/** Both scanners must agree up to where the quick one says that it does not know. */
function assertSameTokens(text: string, name: string): void {
  const quick = tokens(openCursor(text));
  const exact = tokens(openExactCursor(text));
  const isCut = quick.at(-1)?.[0] === 'unclear';
  const known = isCut ? quick.slice(0, -1) : quick;
  assert.equal(known, isCut ? exact.slice(0, known.length) : exact, name);
}

const cursors = suite('cursor');

cursors('reads the tokens that js-tokens reads in this repository and in its packages', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const folders = [
    'src',
    'test',
    'node_modules/valibot/dist',
    'node_modules/uvu',
    'node_modules/js-tokens',
    'node_modules/yaml/dist',
  ];
  let count = 0;
  for (const folder of folders) {
    for (const file of readdirSync(root + folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(ts|js|mjs)$/.test(file)) continue;
      assertSameTokens(readFileSync(`${root}${folder}/${file}`, 'utf8'), `${folder}/${file}`);
      count++;
    }
  }
  assert.ok(count > 100, `${count} files were compared`);
});

cursors('reads the tokens that js-tokens reads in random mixtures of awkward pieces', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      '1',
      "'x'",
      '"\\""',
      '`t`',
      '`a${',
      '}b`',
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '/',
      '/re[/]/g',
      '/* c */',
      '// c\n',
    ],
    ...[
      '+',
      '++',
      '!',
      '.5',
      '0x1F',
      '1_0n',
      'return',
      '=>',
      ',',
      ';',
      '\n',
      ' ',
      '…',
      'é',
      '$',
      '\u2028',
      '1.e3',
      '?.',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => assertSameTokens(pieces.join(' '), pieces.join(' '))),
    { numRuns: RUNS, seed: 11 },
  );
});

cursors('does not guess what a slash after a bracket is', () => {
  assert.is(tokens(openCursor('f() / 2')).at(-1)?.[0], 'unclear');
  assert.is(tokens(openCursor('x! / 2')).at(-1)?.[0], 'unclear');
  assert.equal(tokens(openCursor('= /[/"]/g'))[1], ['regex', '/[/"]/g', false]);
  assert.equal(
    tokens(openCursor('a / b')).map(([kind]) => kind),
    ['name', 'punctuator', 'name'],
  );
});

cursors.run();

const texts = suite('decodeText');

texts('reads back whatever JSON writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => assert.is(decodeText(JSON.stringify(text)), text)),
    { numRuns: RUNS, seed: 12 },
  );
});

texts('knows the escapes of the language', () => {
  assert.is(decodeText(String.raw`'\x41\u0042\u{43}\u{1F600}'`), 'ABC😀');
  assert.is(decodeText(String.raw`'\n\t\r\b\f\v\0\'\"\\\q'`), '\n\t\r\b\f\v\0\'"\\q');
  assert.is(decodeText("'a\\\nb\\\r\nc'"), 'abc');
  assert.is(decodeText('`a\r\nb\rc`'), 'a\nb\nc');
  assert.is(decodeText('`\\``'), '`');
});

texts('leaves octal and broken escapes to the interpreter', () => {
  for (const text of ["'\\1'", "'\\01'", "'\\8'", "'\\x4'", "'\\u12'", "'\\u{110000}'", "'\\u{}'"]) {
    assert.is(decodeText(text), undefined, text);
  }
});

texts.run();

const depth = suite('tooDeepAt');

depth('passes long lists and many statements', () => {
  assert.is(tooDeepAt(`export default [${'[1, "a"], '.repeat(50_000)}]`), undefined);
  assert.is(tooDeepAt('const a = f({ b: 1 })\n'.repeat(20_000)), undefined);
  assert.is(tooDeepAt("execute('x');\n".repeat(20_000)), undefined);
});

depth('stops what a native parser would recurse into', () => {
  const n = 20_000;
  const sources = [
    '['.repeat(n),
    '!'.repeat(n),
    '1+'.repeat(n),
    '`${'.repeat(n),
    'x=>'.repeat(n),
    'if(1){}else '.repeat(n),
    'a:'.repeat(n),
  ];
  for (const source of [...sources, `a${' as const'.repeat(n)}`, `a${'.b()'.repeat(n)}`]) {
    assert.type(tooDeepAt(source), 'number', source.slice(0, 20));
  }
});

depth.run();
