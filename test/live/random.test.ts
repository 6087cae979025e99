/**
 * Any chain of migrations on a server, and then any other schema in its place, as if by hand: the first is no drift; of the
 * second both ways are found, one of which makes the model what there is, and the other the database what it was.
 */
import fc from 'fast-check';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { applyPlan } from '../../src/apply/index.ts';
import { compile, lineageOf, openProject, type Project } from '../../src/compiler.ts';
import { compareSchemas } from '../../src/compare/index.ts';
import { loadConfig } from '../../src/config.ts';
import type { Connection } from '../../src/database/connection.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { type Drift, drift, isDrifted, planRepair } from '../../src/live/index.ts';
import { migrationSource } from '../../src/migrations/write.ts';
import { type Op, describe, evolve } from '../../src/ops/index.ts';
import { type Plan, repairPlan } from '../../src/plan/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';
import { makeProject } from '../support/project.ts';
import { takenSequences } from '../support/random-models.ts';
import { tries } from '../support/scale.ts';
import { type SessionName, emptySession, hasSession } from '../support/sessions.ts';

const LONGEST = 18;

/** In a few files, as a team writes them. */
async function projectOf(ops: readonly Op[], dialect: string): Promise<Project> {
  const parts = [ops.slice(0, 6), ops.slice(6, 12), ops.slice(12)];
  const files = parts.map((part, index) => {
    const revises = index === 0 ? [] : [`r${index - 1}`];
    const written = { id: `r${index}`, revises, title: 'x', branchLabels: [], dependsOn: [], upgrade: part.map((op) => ({ op })), downgrade: 'reversed' as const };
    return [`migrations/r${index}.ts`, migrationSource(written)] as const;
  });
  const root = makeProject({ ...Object.fromEntries(files), 'migsql.config.json': JSON.stringify({ dialect, cache: false }) });
  return openProject(await loadConfig(join(root, 'migsql.config.json')));
}

const said = ({ adopt, repair, undecided }: Drift): object => ({ adopt: adopt.map(({ op }) => describe(op)), repair: repair.map(({ op }) => describe(op)), undecided });

/** What somebody does by hand to make a schema another one. */
function byHand(project: Project, before: SchemaModel, after: SchemaModel, { dialect: name }: Connection): Plan {
  const dialect = DIALECTS[name];
  const ops = compareSchemas(before, after, { dialect }).map(({ op }) => op);
  const { versionTable } = project.config;
  return repairPlan({ dialect, versionTable, heads: ['r2'], title: '', ops, schema: before, transaction: 'script', lineage: lineageOf(project.graph) });
}

const left = (one: SchemaModel, other: SchemaModel, { dialect: name }: Connection): readonly string[] => {
  const dialect = DIALECTS[name];
  return [...compareSchemas(one, other, { dialect }), ...compareSchemas(other, one, { dialect })].map(({ op }) => describe(op));
};

async function tried(connection: Connection, before: readonly Op[], after: readonly Op[]): Promise<void> {
  const project = await projectOf(before, connection.dialect);
  await applyPlan(connection, await compile(project, { to: 'heads', dialect: connection.dialect, transaction: 'script' }), { ledger: false });
  assert.equal(said(await drift(project, connection)), { adopt: [], repair: [], undecided: [] });
  const [model, other] = [before, after].map((ops) => ops.reduce(evolve, EMPTY_SCHEMA)) as [SchemaModel, SchemaModel];
  await applyPlan(connection, byHand(project, model, other, connection));
  const found = await drift(project, connection);
  assert.equal(left(found.adopt.reduce((schema, { op }) => evolve(schema, op), found.wanted), found.found, connection), []);
  await applyPlan(connection, planRepair(project, connection, found));
  assert.not(isDrifted(await drift(project, connection)));
}

const TRIES: { readonly [S in SessionName]?: number } = { sqlite: 4, postgresql: 2, mariadb: 1 };

for (const [name, count] of Object.entries(TRIES) as [SessionName, number][]) {
  const test = suite(`${name}: any chain, and any change of it`);
  if (!hasSession(name)) test('is not reachable, as a line beginning with SKIPPED says', () => {});
  else {
    test('is found both ways', async () => {
      const sequences = takenSequences(name as 'sqlite' | 'postgresql' | 'mariadb', LONGEST);
      for (const [before, after] of fc.sample(fc.tuple(sequences, sequences), tries(count))) {
        const connection = await emptySession(name);
        await tried(connection, before, after).finally(() => connection.close());
      }
    });
  }
  test.run();
}
