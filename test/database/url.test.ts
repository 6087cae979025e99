/** URLs of databases as data: what is read, what is refused, and that nothing of a secret is ever shown. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type DatabaseUrl, displayUrl, hasPassword, parseUrl, urlDialect } from '../../src/database/url.ts';
import { MigsqlError } from '../../src/errors.ts';
import { tries } from '../support/scale.ts';

const test = suite('database URLs');
const FOLDER = '/project';
const read = (text: string): DatabaseUrl => parseUrl(text, FOLDER);
const server = (text: string) => {
  const { folder: _, ...url } = read(text) as DatabaseUrl & { folder: string };
  return url;
};
const refusal = (text: string): string => {
  try {
    return `read as ${JSON.stringify(read(text))}`;
  } catch (error) {
    if (error instanceof MigsqlError) return error.message;
    throw error;
  }
};

test('a server has a user, a host, a port and a database; the port may be left out', () => {
  assert.equal(server('postgresql://ann@db.example/shop'), { scheme: 'postgresql', host: 'db.example', port: 5432, user: 'ann', database: 'shop', parameters: {} });
  assert.equal(server('postgres://ann:s%40fe@db.example:6000/shop?sslmode=verify-full'), {
    scheme: 'postgresql', host: 'db.example', port: 6000, user: 'ann', password: 's@fe', database: 'shop', parameters: { sslmode: 'verify-full' },
  });
  const ports = ['mysql', 'mariadb', 'mssql', 'sqlserver', 'oracle'].map((scheme) => server(`${scheme}://sa@h/d`));
  assert.equal(ports.map((url) => [url.scheme, 'port' in url && url.port]), [['mysql', 3306], ['mariadb', 3306], ['mssql', 1433], ['mssql', 1433], ['oracle', 1521]]);
});

test('what is special is written with %, and an address of version 6 in brackets', () => {
  assert.equal(server('mysql://a%2Fb:p%3Aw%25@[::1]:3307/my%20shop'), {
    scheme: 'mysql', host: '::1', port: 3307, user: 'a/b', password: 'p:w%', database: 'my shop', parameters: {},
  });
  assert.is((read('postgresql://ann@%2Frun%2Fpostgresql/shop') as { host: string }).host, '/run/postgresql');
});

test('a file is relative to the folder that is given, or absolute', () => {
  const paths: readonly (readonly [string, string | undefined])[] = [
    ['sqlite:shop.db', '/project/shop.db'],
    ['sqlite:data/my%20shop.db', '/project/data/my shop.db'],
    ['sqlite:../shop.db', '/shop.db'],
    ['sqlite:///var/shop.db', '/var/shop.db'],
    ['sqlite:/var/shop.db', '/var/shop.db'],
    ['sqlite:////var/shop.db', '/var/shop.db'],
    ['sqlite::memory:', undefined],
    ['pglite:data', '/project/data'],
    ['pglite:', undefined],
  ];
  for (const [text, path] of paths) assert.is((read(text) as { path?: string }).path, path, text);
});

test('a drive of Windows is a path, with one slash before it or three', () => {
  // On other systems it is a name within the folder; the slashes are gone all the same.
  for (const text of ['sqlite:C:/shop.db', 'sqlite:/C:/shop.db', 'sqlite:///C:/shop.db']) {
    assert.ok((read(text) as { path: string }).path.endsWith('C:/shop.db'), text);
    assert.not.ok((read(text) as { path: string }).path.startsWith('/C:'), text);
  }
});

test('the dialect is that of the scheme', () => {
  assert.is(urlDialect(read('pglite:')), 'postgresql');
  assert.is(urlDialect(read('mariadb://a@h/d')), 'mariadb');
});

test('what is shown is the database without password and parameters, and reads as the same one', () => {
  assert.is(displayUrl(read('postgresql://ann:hunter2@[::1]/a%2Fb?sslmode=disable')), 'postgresql://ann@[::1]:5432/a%2Fb');
  assert.is(displayUrl(read('postgresql://ann@%2Frun/shop')), 'postgresql://ann@%2Frun:5432/shop');
  assert.is(displayUrl(read('sqlite:shop.db')), 'sqlite:/project/shop.db');
  assert.is(displayUrl(read('sqlite::memory:')), 'sqlite::memory:');
});

const REFUSED: readonly (readonly [text: string, says: RegExp])[] = [
  ['', /begins with no scheme/],
  ['shop', /begins with no scheme/],
  ['Server=db;Database=shop;Password=hunter2', /begins with no scheme/],
  ['postgre://ann@h/d', /'postgre:'.*Did you mean postgresql:\?/s],
  ['postgresql+psycopg2://ann@h/d', /Did you mean postgresql:\?/],
  ['jdbc:postgresql://h/d', /begins with no scheme/],
  ['mongodb://ann@h/d', /'mongodb:'.*It begins with postgresql:/s],
  ['postgresql:ann@h/d', /it is not postgresql:\/\/user@host:port\/database/],
  ['postgresql://ann@h:99999/d', /it is not postgresql:/],
  ['postgresql://ann@ho st/d', /it is not postgresql:/],
  ['postgresql://h/d', /names no user/],
  ['postgresql://ann@h', /names no database/],
  ['postgresql://ann@h/%zz', /begins no character/],
  ['postgresql://ann:hunter%zz@h/d', /begins no character/],
  ['postgresql://ann:hunter/2@h/d', /it is not|behind the host/],
  ['postgresql://ann:12/hunter2@h/d', /behind the host/],
  ['postgresql://ann:12?hunter2=x@h/d', /behind the host/],
  ['postgresql://ann:12#hunter2@h/d', /there is a '#'/],
  ['postgresql://ann@h/d\nx', /control character/],
  ['postgresql://ann@h/d?ssl-mode=x', /no parameter 'ssl-mode'.*Did you mean sslmode\?/s],
  ['postgresql://ann@h/d?sslmode=prefer', /sslmode has a value.*verify-full/s],
  ['postgresql://ann@h/d?sslmode=disable&sslmode=require', /sslmode stands there twice/],
  ['postgresql://ann@h/d?sslrootcert=', /sslrootcert has a value.*a path/s],
  ['mysql://ann@h/d?ssl-mode=PREFERRED', /ssl-mode has a value/],
  ['mssql://ann@h/d?__proto__=x', /no parameter '__proto__'/],
  ['oracle://ann@h/d?sid=x', /no parameter 'sid'/],
  ['sqlite:', /names no file/],
  ['sqlite://shop.db', /name of a host/],
  ['sqlite:a#b', /'#'/],
  ['sqlite:%', /begins no character/],
  ['sqlite:shop.db?mode=ro', /no parameter 'mode'.*has no parameters/s],
];

for (const [text, says] of REFUSED) {
  test(`${JSON.stringify(text)} is refused, with what to do`, () => {
    const message = refusal(text);
    assert.match(message, says);
    assert.match(message, /\[(?:invalid-url|unknown-scheme)\]\n  \S/);
    assert.not.match(message, /hunter/);
  });
}

test('several mistakes are said at once', () => {
  assert.is(refusal('postgresql://h/?foo=1').match(/\[invalid-url\]/g)?.length, 3);
});

test('a password is seen in whatever is no URL as well', () => {
  for (const text of ['postgresql://a:b@h/d', 'postgres://a:b@h', 'foo://a:b@h/d', 'mysql://a:p/w@h/d', 'postgresql://a:%zz@h/d', ' postgresql://a:b@h/d ']) assert.ok(hasPassword(text), text);
  for (const text of ['postgresql://a@h:5432/d', 'postgresql://h:5432/d', 'sqlite:C:/a@b.db', 'sqlite:shop.db', 'nonsense', '']) assert.not.ok(hasPassword(text), text);
});

test('no text crashes it', () => {
  const piece = fc.oneof(fc.constantFrom('postgresql', 'mysql', 'sqlite', 'mssql', ':', '//', '/', '@', '?', '#', '%', '%41', '[', ']', '&', '=', 'sslmode', '..', 'C:'), fc.string({ unit: 'binary', maxLength: 8 }));
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (written) => {
      const said = refusal(written);
      assert.ok(hasPassword(written) === true || !said.startsWith('read as') || !('password' in read(written)));
    }),
    tries(500),
  );
});

test.run();
