import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commandLine, commandWords, renderCommand } from '../../src/script/command.ts';
import { DEFAULT_OPTIONS } from '../../src/script/index.ts';
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
command.run();
