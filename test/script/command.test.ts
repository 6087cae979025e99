import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commandWords, readCommand } from '../../src/reviewed-script/read-command.ts';
import { commandLine, renderCommand } from '../../src/script/command.ts';
import { commentText } from '../../src/script/comment.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from '../../src/script/index.ts';
import { tries } from '../support/scale.ts';
import type { Plan } from '../../src/plan/index.ts';

const plan = (more: Partial<Plan> = {}): Plan => ({
  dialect: 'postgresql', server: '13', from: [], to: ['b1', 'a1'], transaction: 'revision', versionTable: { name: 'v' }, steps: [],
  lineage: { appliedBy: () => [], prerequisites: () => [], known: () => [] }, ...more,
});

const command = suite('the command line that renders a script anew');
command('says what is not as usual, and nothing else', () => {
  assert.is(commandLine(renderCommand(plan(), DEFAULT_OPTIONS) ?? []), 'render base:a1,b1 --dialect postgresql --transaction revision --client psql');
});
command('says everything that the bytes depend on', () => {
  const options = {
    ...DEFAULT_OPTIONS, client: 'generic', form: 'idempotent', ledger: true, startGuard: false, lock: false, lockTimeout: 0, statementTimeout: 9,
    progress: false, sentinel: false, expectDatabase: "ann's shop", expectServer: true, eol: 'crlf', ascii: true, lineLength: 80,
  } as const;
  const words = renderCommand(plan({ contexts: ['eu', 'test'], variables: { region: 'north west', size: 3 } }), options);
  assert.equal(words?.slice(6), [
    '--context', 'eu', '--context', 'test', '--variable', 'region=north west', '--variable', 'size=3', '--client', 'generic', '--idempotent', '--ledger',
    '--no-start-guard', '--no-lock', '--lock-timeout', '0', '--statement-timeout', '9', '--no-progress', '--no-sentinel',
    '--expect-database', "ann's shop", '--expect-server', '--eol', 'crlf', '--ascii', '--line-length', '80',
  ]);
  assert.ok(commandLine(words ?? []).includes("--expect-database 'ann'\\''s shop' --expect-server"));
});
command('is none of a stamp, which holds no migration', () => {
  assert.is(renderCommand(plan({ fromAnything: true }), DEFAULT_OPTIONS), undefined);
});
command('is read back from a script, whatever stands around it', () => {
  const options = { ...DEFAULT_OPTIONS, expectDatabase: "ann's \\ shop" };
  const words = renderCommand(plan({ variables: { note: "it's --this" } }), options)!;
  const line = commandLine(words);
  for (const script of [`-- x\n-- render  migsql ${line}\n-- run\nBEGIN;\n`, `-- ACME\r\n-- Made by migsql ${line}\r\nBEGIN;\r\n`]) assert.equal(commandWords(script), words);
  const [first = '', second = ''] = line.split(' --expect');
  assert.equal(commandWords(`-- render  migsql ${first}\n--   --expect${second}\n-- run\n`), words);
  assert.is(commandWords('-- migsql 0.1.0: stamp script\n-- run\n'), undefined);
  assert.is(commandWords(''), undefined);
});
command('reads back as it was said, whatever that is', () => {
  const word = fc.oneof(fc.string({ minLength: 1, unit: 'grapheme-ascii' }), fc.string({ minLength: 1, unit: 'binary' }), fc.string({ minLength: 1, unit: fc.constantFrom(..."'\\$(&\n\r\t u0041") }));
  const request = fc.record({
    client: fc.constantFrom('own' as const, 'generic' as const), form: fc.constantFrom('plain' as const, 'idempotent' as const, 'resumable' as const),
    ledger: fc.boolean(), startGuard: fc.boolean(), lock: fc.boolean(), lockTimeout: fc.nat(), statementTimeout: fc.nat(), progress: fc.boolean(), sentinel: fc.boolean(),
    expectServer: fc.boolean(), eol: fc.constantFrom('lf' as const, 'crlf' as const), ascii: fc.boolean(), lineLength: fc.nat(),
    fromStep: fc.integer({ min: 1 }), expectDatabase: word, exit: fc.constant(true as const),
  }, { requiredKeys: ['client', 'form', 'ledger', 'startGuard', 'lock', 'lockTimeout', 'statementTimeout', 'progress', 'sentinel', 'expectServer', 'eol', 'ascii', 'lineLength'], noNullPrototype: true });
  fc.assert(fc.property(request, fc.array(word), word, (options, contexts, value) => {
    const said = plan({ ...(contexts.length && { contexts }), variables: { v: value } });
    const line = commandLine(renderCommand(said, options as ScriptOptions)!);
    assert.is(commentText(line), line, 'a comment of any client holds it');
    const read = readCommand(commandWords(`-- migsql ${line}\n`)!);
    assert.equal(read, {
      range: 'base:a1,b1', dialect: 'postgresql', transaction: 'revision', ...(contexts.length && { contexts }), variables: [`v=${value}`], options,
    });
  }), tries(300));
});
command('is what a shell makes of it', () => {
  const words = ['plain', "it's", '$HOME', '$(x) `y`', 'a & b', 'one\ntwo\tthree', 'Müller 漢 🙂', '\\n \\', '', '*', '"q"', '\u0001\u007f'];
  const { stdout, error } = spawnSync('bash', ['-c', `printf '%s\\0' ${commandLine(words)}`], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  if (!error) assert.equal(stdout.split('\0').slice(0, -1), words);
});
command('what is no such command is not read', () => {
  for (const line of ['render', 'render a:b', 'apply a:b --dialect mssql --transaction none --client sqlcmd', 'render a:b --dialect nosuch --transaction none --client psql',
    'render a:b c --dialect mssql --transaction none --client sqlcmd', 'render a:b --dialect mssql --transaction none --client sqlcmd --nosuch']) {
    assert.is(readCommand(line.split(' ')), undefined, line);
  }
});
command.run();
