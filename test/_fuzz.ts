import { spawnSync } from 'node:child_process';
import { splitWithProblems } from '../src/sql/split.ts';
import { createLexer, nextToken } from '../src/sql/lex/lexer.ts';
import { RULES } from '../src/sql/lex/rules.ts';
import { writeFileSync } from 'node:fs';
const [,, which, seedArg, countArg] = process.argv;
let seed = Number(seedArg ?? 1);
const rnd = (n: number) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 65536) % n; };
const pieces: Record<string, string[]> = {
  postgresql: ["SELECT 1", "'a;b'", "''", "'", '"', '"x;y"', "E'a\\';'", "e'\\\\'", "E'x'\n'y\\';'", "$$;$$", "$a$ ; $$ ; $b$ $a$", "a$b$c", "$1", "$", "--c;\n", "-- d", "/* ; */", "/* /* ; */ ; */", "/*", "*/", "(", ")", ";", ";", ";", "\n", "CREATE FUNCTION f()", "CREATE OR REPLACE PROCEDURE p()", "BEGIN ATOMIC", "BEGIN", "END", "CASE", "CASE WHEN a THEN b END", "U&'\\0061;'", 'U&"d;"', "b'1;'", "N'x\\'", "'a\\'", "typee'a\\'", "?", "::", "+-", "@--x\n", "1.5", "1e5", "x", "é;", "U&", "\r\n", "\t", "[1:2]", "E'a' --c\n '\\';'", "--\n", "-", "/", "CREATE TABLE begin (", "CREATE"],
  mariadb: ["SELECT 1", "'a;b'", "''", "'", '"', '"x;y"', "'a\\';'", '"\\";"', "`", "`a;``b\\`", "--c;\n", "-- d;\n", "--\n", "--", "# e;'\n", "/* ; ' */", "/*", "*/", "(", ")", ";", ";", ";", "\n", "/*! 1 */", "1--1", "-- ", "\t", "--\tx;\n", "x", "é;", "2*/*c;*/3", "a#b;\n", "/", "*", "-", "@x", "\n delimiter //\n", "//", "\nDELIMITER ;\n", "\nDELIMITER $$\n", "$$", "END$$", "a$b", "_utf8'x'", "\\N", "\\g", "\\G"],
};
const text = () => Array.from({ length: 1 + rnd(12) }, () => { const p = pieces[which!]!; return p[rnd(p.length)]! + (rnd(3) ? ' ' : ''); }).join('');
const norm = (s: string, rules: any) => { const l = createLexer(s, rules); const out: string[] = []; for (let t = nextToken(l); t; t = nextToken(l)) if (t.kind !== 'comment' ) out.push(s.slice(t.start, t.end)); while (out.at(-1) === ';' ) out.pop(); return out.join(' '); };
let compared = 0, bad = 0;
const N = Number(countArg ?? 100);
for (let i = 0; i < N; i++) {
  const t = text();
  const ours = splitWithProblems(t, which as any);
  if (ours.problems.length) continue;
  let theirs: string[] = [];
  writeFileSync('/tmp/try/f.sql', t);
  if (which === 'postgresql') {
    const r = spawnSync('psql', ['-X', '-s', '-h', '127.0.0.1', '-U', 'root', '-d', 'postgres', '-f', '/tmp/try/f.sql'], { input: 'x\n'.repeat(100), encoding: 'utf8' });
    theirs = r.stdout.split(/\*\*\*\(Single step mode: verify command\)\*+\n/).slice(1).map((s) => s.replace(/\n\*\*\*\(press return[^]*$/, ''));
  } else {
    const r = spawnSync('mariadb', ['--no-defaults', '-vv', '--force', '-h127.0.0.1', '-uroot', '--database=mysql'], { input: t, encoding: 'utf8' });
    theirs = [...r.stdout.matchAll(/^-{14}\n([^]*?)\n-{14}\n\n/gm)].map((m) => m[1]!);
  }
  const rules = RULES[which as 'postgresql'];
  const a = ours.statements.map((s) => norm(s.sql, rules)), b = theirs.map((s) => norm(s, rules)).filter((s) => s !== '');
  compared++;
  if (JSON.stringify(a) !== JSON.stringify(b)) { if (bad++ < 5) console.log(JSON.stringify({ t, a, b, theirs }, null, 1)); }
}
console.log({ N, compared, bad });
