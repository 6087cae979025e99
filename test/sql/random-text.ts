import fc from 'fast-check';
import type { DialectName } from '../../src/sql/dialect-name.ts';

/** A statement, what its client prints or runs for it, and what ends it in a script. */
export interface Scripted {
  readonly sql: string;
  readonly end: string;
}

const QUOTED: { readonly [D in DialectName]: readonly string[] } = {
  postgresql: ["'a;''b'", '"c;""d"', "E'\\';\\\\'", '$$;\'$$', '$t$ $$ ; $t$', "U&'\\003b;'", "B'1'"],
  mysql: ["'a;\\'b''c'", '"d;\\""', '`e;``f`', '/*!40000 1 */'],
  mariadb: ["'a;\\'b''c'", '"d;\\""', '`e;``f`', '/*M!100100 1 */'],
  mssql: ["N'a\nGO\n''b'", '[c\nGO\n]]d]', '"e\nGO\nf"'],
  oracle: ["'a;''b'", '"c;d"', "q'[e;'f]'", "nq'!g;'!'", "'\n/\n'"],
  sqlite: ["'a;''b'", '"c;""d"', '`e;``f`', '[g;h]'],
};

const COMMENTS: { readonly [D in DialectName]: readonly string[] } = {
  postgresql: ["-- a;'\n", '/* b; /* c */ " */'],
  mysql: ["-- a;'\n", "# b;'\n", "/* c;' */"],
  mariadb: ["-- a;'\n", "# b;'\n", "/* c;' */"],
  mssql: ["-- a'\n", "/* b\nGO\n /* c */ ' */"],
  oracle: ["-- a;'\n", "/* b;\n/\n' */"],
  sqlite: ["-- a;'\n", "/* b;' */"],
};

const ENDS: { readonly [D in DialectName]: readonly string[] } = {
  postgresql: [';', ' ;\n', ';;'],
  mysql: [';', ' ;\n', '\\G', ';;'],
  mariadb: [';', ' ;\n', '\\g', ';;'],
  mssql: ['\nGO\n', '\r\n go\r\n', '\nGO -- done\n', '\nGO\nGO\n'],
  oracle: [';', '\n/\n', ' ;\n'],
  sqlite: [';', ' ;\n', '\n/\n', '\nGO\n'],
};

const WORDS = ['a', 'b1', 'é', '_c', '42', '1.5', ',', '+', '=', '(', ')', '@x', '{', '}', '?', '\n', '\t'] as const;

/** Balanced parentheses: psql waits for the closing one. */
function balanced(words: readonly string[]): string {
  let depth = 0;
  const kept = words.filter((word) => {
    if (word === ')' && depth === 0) return false;
    depth += word === '(' ? 1 : word === ')' ? -1 : 0;
    return true;
  });
  return [...kept, ...Array.from({ length: depth }, () => ')')].join(' ');
}

/** A statement that begins and ends with a word, so that nothing of it is left out. */
export const statement = (dialect: DialectName): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...WORDS, ...QUOTED[dialect], ...COMMENTS[dialect]), { maxLength: 12 })
    .map((words) => `SELECT ${balanced(words)} x`);

export const script = (dialect: DialectName): fc.Arbitrary<readonly Scripted[]> =>
  fc.array(fc.record({ sql: statement(dialect), end: fc.constantFrom(...ENDS[dialect]) }), { maxLength: 8 });

const TRICKY = [
  ...["'", '"', '`', '[', ']', '(', ')', ';', '/', '\\', '-', '--', '#', '/*', '*/', '/*!', '$', '$$', '$a$', '@', ':'],
  ...['\n', '\r\n', '\t', ' ', '\0', '\u00a0', '\ufeff', 'é', '😀', '\ud800'],
  ...['\nGO\n', '\nGO 3\n', '\n/\n', '\\.', '\nREM ', '\nDELIMITER //\n', '//', '\nDELIMITER '],
  ...['BEGIN', 'END', 'CASE', 'IF', 'THEN', 'ELSE', 'LOOP', 'REPEAT', 'WHILE', 'DO'],
  ...['DECLARE', 'HANDLER', 'FOR', 'ATOMIC', 'EACH', 'ROW', 'TABLE', 'COPY', 'FROM', 'STDIN', 'SET', 'USE'],
  ...['CREATE', 'FUNCTION', 'PROCEDURE', 'TRIGGER', 'EVENT'],
  ...["E'", "q'", "q'[", "]'", "N'", 'U&"', 'a', '1', 'WITH', 'SELECT', 'INTO'],
];

/** Text in which quotes, comments, blocks and separators stand where they should not. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...TRICKY), fc.string({ maxLength: 4 })), { maxLength: 40 })
  .chain((pieces) => fc.constantFrom(pieces.join(''), pieces.join(' ')));
