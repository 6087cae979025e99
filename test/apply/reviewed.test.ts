/** Scripts that were reviewed are run as their plan: of each dialect that runs here, in each form, and with whatever their bytes depend on. */
import { createHash } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { applyPlan } from '../../src/apply/index.ts';
import { compile, compileStamp, type Project } from '../../src/compiler.ts';
import { givenVariables } from '../../src/config/given-variables.ts';
import type { Plan, TransactionMode } from '../../src/plan/index.ts';
import { planReviewed } from '../../src/reviewed-script/index.ts';
import { DEFAULT_OPTIONS, type ScriptOptions, renderScript } from '../../src/script/index.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { type AddCell, cellsOf } from '../safety/cells.ts';
import { isReachable } from '../support/servers.ts';
import { type Bed, type BedName, bedOf } from './bed.ts';
import { file, openFiles } from './chain.ts';
import { bedLane, named } from './lanes.ts';
import { type Outcome, codeOf, outcomeOf } from './outcomes.ts';
import { shown } from './undisturbed.ts';

const files = (dialect: DialectName): { readonly [path: string]: string } => ({
  'migsql.config.json': JSON.stringify({ dialect, variables: { label: { type: 'text', default: 'none' }, batch: { type: 'integer', default: 1 } } }),
  'migrations/1.ts': file('aaaa1111', 'null', `
  createTable('account', [column('id', types.integer(), { nullable: false }), column('label', types.string(200)), primaryKey(['id'])]),
  bulkInsert('account', [{ id: variable('batch'), label: variable('label') }]),`),
  'migrations/2.ts': file('bbbb2222', "'aaaa1111'", "  bulkInsert('account', [{ id: 2000, label: 'for the demo' }]),").replace('upgrade:', "contexts: ['demo'], upgrade:"),
  'migrations/3.ts': file('cccc3333', "'bbbb2222'", "  createIndex('ix_label', 'account', ['label'], { on: { postgresql: { concurrently: true } } }),\n  addColumn('account', column('note', types.string(20))),"),
});

/** What a script was rendered by, beside its project. */
interface Rendered {
  readonly options?: Partial<ScriptOptions>;
  readonly transaction?: TransactionMode;
  readonly contexts?: readonly string[];
  readonly variables?: readonly string[];
}

const NASTY = `it's "so"; DROP TABLE account; -- ${'\\'} \\n $1 :x &y  two  spaces ${'long '.repeat(20)}`;

const WAYS: { readonly [what: string]: Rendered } = {
  plain: {},
  'each revision for itself': { transaction: 'revision' },
  'each statement for itself, under another lock timeout': { transaction: 'none', options: { lockTimeout: 0 } },
  'with a ledger': { options: { ledger: true } },
  generic: { options: { client: 'generic' } },
  'generic with a ledger': { options: { client: 'generic', ledger: true } },
  'lines that end with CR LF': { options: { eol: 'crlf' } },
  'ASCII in short lines': { options: { ascii: true, lineLength: 250 } },
  'without its guards': { options: { startGuard: false, lock: false, progress: false, sentinel: false } },
  'for a context': { contexts: ['demo', 'test'] },
  'with a quoted value': { variables: [`label=${NASTY}`, 'batch=-7'] },
  'with a value of two lines that is not ASCII': { variables: ['label=Müller & Söhne\n漢字 $(x)'] },
};

/** What scripts of one database alone can be, or of servers. */
const OWN_WAYS: { readonly [name in BedName]?: typeof WAYS } = {
  postgresql: { idempotent: { options: { form: 'idempotent', statementTimeout: 30 } } },
  mariadb: { idempotent: { options: { form: 'idempotent', statementTimeout: 30 } }, resumable: { options: { form: 'resumable', ledger: true } } },
};

async function rendered(project: Project, dialect: DialectName, { options, transaction = 'script', contexts = ['production'], variables = [] }: Rendered): Promise<{ readonly plan: Plan; readonly bytes: Buffer }> {
  const config = { ...givenVariables(project.config, variables), contexts };
  const plan = await compile({ ...project, config }, { from: 'base', to: 'heads', dialect, transaction });
  return { plan, bytes: Buffer.from([...renderScript(plan, { ...DEFAULT_OPTIONS, ...options })].join('')) };
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** As `apply --script FILE --sha256 HASH` does. */
async function run(bed: Bed, project: Project, bytes: Buffer, hash = sha256(bytes)): Promise<Outcome> {
  const connection = await bed.open();
  const work = async () => applyPlan(connection, await planReviewed(project, connection, { file: 'reviewed.sql', bytes, sha256: hash }));
  return outcomeOf(work()).finally(connection.close);
}

async function applied(bed: Bed, plan: Plan): Promise<string> {
  await bed.empty();
  const connection = await bed.open();
  await applyPlan(connection, plan).finally(connection.close);
  return shown(await bed.look());
}

function formCells(cell: AddCell<Bed>, project: Project, dialect: DialectName, name: BedName): void {
  for (const [what, way] of Object.entries({ ...WAYS, ...OWN_WAYS[name] })) {
    cell(`a script that is ${what} is run as its plan`, async (bed) => {
      const { plan, bytes } = await rendered(project, dialect, way);
      const expected = await applied(bed, plan);
      await bed.empty();
      const outcome = await run(bed, project, bytes, sha256(bytes).toUpperCase());
      assert.is(codeOf(outcome), 'applied', 'error' in outcome ? outcome.error.message : '');
      assert.is(shown(await bed.look()), expected);
      assert.is(codeOf(await run(bed, project, bytes)), 'other-heads');
    });
  }
}

/** Each changes one byte, or adds one. */
const CHANGED: { readonly [what: string]: (text: string) => string } = {
  'in a comment': (text) => text.replace('-- ', '--  '),
  'in a statement': (text) => text.replace('account', 'accounT'),
  'at its end': (text) => `${text}\n`,
  'before its beginning': (text) => `\ufeff${text}`,
};

function refusedCells(cell: AddCell<Bed>, project: Project, dialect: DialectName, edited: Project): void {
  const refused = async (bed: Bed, code: string, work: () => Promise<Outcome>): Promise<Outcome> => {
    const outcome = await work();
    assert.is(codeOf(outcome), code);
    assert.equal(await bed.look(), { catalogue: [], rows: [], heads: [], ledger: [] });
    return outcome;
  };
  cell('a script that is changed by a byte is refused, also where the hash is the changed one', async (bed) => {
    await bed.empty();
    const { bytes } = await rendered(project, dialect, {});
    for (const [what, change] of Object.entries(CHANGED)) {
      const changed = Buffer.from(change(bytes.toString()));
      assert.not.ok(changed.equals(bytes), what);
      await refused(bed, 'script-changed', () => run(bed, project, changed, sha256(bytes)));
      const outcome = await refused(bed, 'script-outdated', () => run(bed, project, changed));
      assert.ok('error' in outcome && (outcome.error.detailsOf('script-outdated')?.line ?? 0) > 0, 'the line is told');
    }
    await refused(bed, 'script-changed', () => run(bed, project, bytes, '0'.repeat(64)));
    await refused(bed, 'script-changed', () => run(bed, project, bytes, ''));
  });
  cell('a script that the migrations would no longer be rendered as is refused', async (bed) => {
    await bed.empty();
    const { bytes } = await rendered(project, dialect, {});
    await refused(bed, 'script-outdated', () => run(bed, edited, bytes));
  });
  cell('a script for another database, a stamp, and what is no script are refused', async (bed) => {
    await bed.empty();
    const other = dialect === 'sqlite' ? 'postgresql' : 'sqlite';
    await refused(bed, 'other-database', async () => run(bed, project, (await rendered(project, other, {})).bytes));
    const stamp = compileStamp(project, { from: 'base', to: 'cccc3333', dialect });
    await refused(bed, 'unfit-script', () => run(bed, project, Buffer.from([...renderScript(stamp, DEFAULT_OPTIONS)].join(''))));
    for (const bytes of [Buffer.alloc(0), Buffer.from('SELECT 1;\n'), Buffer.from([0, 255, 254, 10])]) await refused(bed, 'unfit-script', () => run(bed, project, bytes));
  });
}

const test = suite('reviewed scripts');
for (const name of ['postgresql', 'mariadb', 'sqlite'] as const) {
  const cell = named(cellsOf(test, name, bedLane(name), `apply, ${name} by a reviewed script`), name);
  if (!isReachable(name)) continue;
  const bed = await bedOf(name);
  const { dialect } = bed;
  const project = await openFiles(files(dialect));
  const edited = await openFiles({ ...files(dialect), 'migrations/3.ts': files(dialect)['migrations/3.ts']!.replace('20', '21') });
  formCells(cell, project, dialect, name);
  refusedCells(cell, project, dialect, edited);
  await bed.close();
}
test.run();
