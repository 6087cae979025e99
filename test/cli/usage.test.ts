/** Wrong command lines: exit code 2, a message and a hint on stderr or JSON on stdout, and nothing written. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, migrationText, run, type RunOptions } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';

const project = makeProject({
  'migsql.config.json': '{ "dialect": "sqlite" }',
  'migrations/a1.ts': migrationText('a1b2c3d4', null),
  'scripts/kept.sql': 'kept',
});
const here: RunOptions = { cwd: project };

interface Wrong {
  readonly args: readonly string[];
  /** Every code with its message and hint, in order. */
  readonly says: readonly (readonly [code: string, message: string, hint: string])[];
}

const DIALECTS = 'postgresql, mysql, mariadb, mssql, oracle, sqlite';

const CASES: readonly Wrong[] = [
  { args: ['heads', '--jsn'], says: [['unknown-flag', "'migsql heads' has no flag --jsn", 'Did you mean --json?']] },
  {
    args: ['history', '--verbos', '--qqqqqq'],
    says: [
      ['unknown-flag', "'migsql history' has no flag --qqqqqq", "'migsql history --help' lists its flags."],
      ['unknown-flag', "'migsql history' has no flag --verbos", 'Did you mean --verbose?'],
    ],
  },
  {
    args: ['render', 'head', '--dialekt=mssql'],
    says: [['unknown-flag', "'migsql render' has no flag --dialekt", 'Did you mean --dialect?']],
  },
  { args: ['--versoin'], says: [['unknown-command', "'--versoin' is not a command", 'Did you mean --version?']] },
  {
    args: ['--config', 'a.json', 'heads'],
    says: [[
      'unknown-command',
      "'--config' is not a command",
      'The command comes first, its flags behind it: migsql COMMAND --flag.',
    ]],
  },
  { args: ['show'], says: [['missing-argument', "'migsql show' needs REVISION", "See 'migsql show --help'."]] },
  { args: ['render'], says: [['missing-argument', "'migsql render' needs RANGE", "See 'migsql render --help'."]] },
  {
    args: ['revision'],
    says: [['missing-argument', "'migsql revision' needs --message (-m)", "See 'migsql revision --help'."]],
  },
  {
    args: ['revision', 'add', 'a', 'table'],
    says: [
      ['missing-argument', "'migsql revision' needs --message (-m)", "See 'migsql revision --help'."],
      ...['a', 'add', 'table'].map((word): Wrong['says'][number] => [
        'unexpected-argument',
        `'migsql revision' has no place for '${word}'`,
        "Put an argument with spaces in quotes; see 'migsql revision --help'.",
      ]),
    ],
  },
  {
    args: ['heads', 'x'],
    says: [[
      'unexpected-argument',
      "'migsql heads' has no place for 'x'",
      "Put an argument with spaces in quotes; see 'migsql heads --help'.",
    ]],
  },
  {
    args: ['render', 'head', '-d', 'postgres', '--dialect', 'db2', '--format', 'xml', '--transaction', 'revison'],
    says: [
      ['invalid-choice', "--dialect cannot be 'db2'", `It is one of ${DIALECTS}.`],
      ['invalid-choice', "--dialect cannot be 'postgres'", 'Did you mean postgresql?'],
      ['invalid-choice', "--format cannot be 'xml'", 'It is one of sql, json.'],
      ['invalid-choice', "--transaction cannot be 'revison'", 'Did you mean revision?'],
    ],
  },
  {
    args: ['render', 'head', '--direction', 'up'],
    says: [['invalid-choice', "--direction cannot be 'up'", 'It is one of upgrade, downgrade.']],
  },
  {
    args: ['render', 'head', '--output'],
    says: [['invalid-usage', 'flag --output expects a value', "See 'migsql render --help'."]],
  },
  {
    args: ['render', 'head', '-o', 'a.sql', '-o', 'b.sql'],
    says: [['invalid-usage', 'flag --output can only be specified once', "See 'migsql render --help'."]],
  },
  {
    args: ['stamp', 'head', '--from', 'base', '--purge'],
    says: [['invalid-usage', '--from and --purge do not go together', "See 'migsql stamp --help'."]],
  },
  {
    args: ['render', 'base:head:x'],
    says: [[
      'invalid-target',
      "'base:head:x' is not a target: a range has one ':'",
      'Examples: head, heads, base, ae10, billing@head, +1, -2, ae10+1, billing@-1.',
    ]],
  },
  {
    args: ['render', '-1'],
    says: [[
      'invalid-usage',
      "'-1' is counted from where the database is, and that is not said",
      'Write it before the target: FROM:-1.',
    ]],
  },
  {
    args: ['render', '--', '-1'],
    says: [[
      'invalid-usage',
      "'-1' is counted from where the database is, and that is not said",
      'Write it before the target: FROM:-1.',
    ]],
  },
  {
    args: ['render', 'head', '--check'],
    says: [['invalid-usage', '--check compares with files, and -o does not say which', 'Add -o FILE or -o DIR.']],
  },
  {
    args: ['render', 'head', '--dialect', 'mssql', '--dialect', 'oracle'],
    says: [[
      'invalid-usage',
      'stdout holds one script, and there are 2 dialects',
      'Add -o DIR, or --format json for all plans.',
    ]],
  },
  ...['new.sql', 'scripts/kept.sql'].map((path): Wrong => ({
    args: ['render', 'head', '--dialect', 'mssql,oracle', '-o', path],
    says: [[
      'invalid-usage',
      `-o ${path} is one file, and there are 2 dialects`,
      'Name a folder: it gets a file for each, such as mssql.sql.',
    ]],
  })),
  { args: ['render', 'head', '-o', ''], says: [['invalid-usage', '-o is empty', 'Name a file or a folder.']] },
  {
    args: ['revision', '-m', ' '],
    says: [['invalid-usage', 'the message is empty', 'Say what the migration does.']],
  },
];

const test = suite('wrong command lines');

for (const { args, says } of CASES) {
  test(`migsql ${args.join(' ')}`, () => {
    const before = contents(project);
    const { status, stdout, stderr } = run(args, here);
    assert.equal({ status, stdout }, { status: 2, stdout: '' });
    assert.is(stderr, says.map(([code, message, hint]) => `error: ${message} [${code}]\n  ${hint}\n`).join(''));
    assert.equal(contents(project), before);
  });
}

test('with --json the same is data on stdout', () => {
  const { status, stdout, stderr } = run(['render', 'head', '--json', '--dialect', 'postgres'], here);
  assert.equal({ status, stderr }, { status: 2, stderr: '' });
  assert.equal(JSON.parse(stdout), {
    errors: [
      {
        code: 'invalid-choice',
        message: "--dialect cannot be 'postgres'",
        hint: 'Did you mean postgresql?',
        details: { flag: '--dialect', value: 'postgres', choices: DIALECTS.split(', '), suggestions: ['postgresql'] },
      },
    ],
  });
});

test('--json counts before -- alone, and for an unknown command as well', () => {
  assert.is(run(['show', '--', '--json'], here).stdout, '');
  assert.is(JSON.parse(run(['shw', '--json'], here).stdout).errors[0].code, 'unknown-command');
  const contradiction = run(['render', 'head', '--json', '--format', 'sql'], here);
  assert.is(contradiction.status, 2);
  assert.is(JSON.parse(contradiction.stdout).errors[0].message, 'stdout cannot be a script and JSON');
});

test('colour is a matter of the terminal, FORCE_COLOR and NO_COLOR', () => {
  const escape = '\u001b[';
  const stderr = (env: RunOptions['env'] = {}): string => run(['haeds'], { env }).stderr;
  assert.not.ok(stderr().includes(escape));
  assert.ok(stderr({ FORCE_COLOR: '1' }).includes(`${escape}31merror:`));
  assert.not.ok(stderr({ NO_COLOR: '1' }).includes(escape));
  assert.ok(run(['heads', '--help'], { env: { FORCE_COLOR: '1' } }).stdout.includes(`${escape}1mEXAMPLES`));
  assert.not.ok(run(['heads', '--help'], { env: { NO_COLOR: '1' } }).stdout.includes(escape));
});

test.run();
