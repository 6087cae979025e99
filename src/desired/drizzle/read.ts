import { dirname, relative, sep } from 'node:path';
import { checkOps } from '../../ops/check.ts';
import type { Op } from '../../ops/index.ts';
import type { Territory } from '../../sandbox/imports.ts';
import { type DesiredContext, type Read, wrong } from '../context.ts';
import type { SchemaFile } from '../files.ts';
import { CORES, UNTOLD_KINDS, checkCores, checkInstalled } from './core.ts';
import { readExport } from './definition.ts';
import type { DrizzleExport } from './facts.ts';
import { guestModule } from './guest.ts';
import { installedDrizzle } from './installed.ts';
import { type Reachable, modulesFrom, placeOfName, usesOfDrizzle } from './modules.ts';

/**
 * The definitions of modules that are written for drizzle-orm, as its own `getTableConfig` tells them: that of the
 * drizzle-orm which is installed in the project, evaluated in the sandbox with the modules. They are read together,
 * since one may export again what another defines.
 */
export async function readDrizzle(files: readonly [SchemaFile, ...SchemaFile[]], context: DesiredContext): Promise<Read> {
  const [first] = files;
  const { project, dialect } = context;
  const territory: Territory = { project, folders: files.map(({ path }) => dirname(path)) };
  const modules = files.map((file) => modulesFrom(file, territory));
  const foreign = checkCores(usesOfDrizzle(modules.flat(), project), dialect);
  const core = CORES[dialect.name];
  if (foreign.length > 0 || core === undefined) return wrong(foreign);
  const drizzle = installedDrizzle(dirname(first.path));
  const missing = checkInstalled(core, drizzle, { file: first.file });
  if (missing.length > 0 || !drizzle) return wrong(missing);
  const evaluation = await context.sandbox.evaluate({
    path: first.path,
    text: guestModule(core, files.map(({ path }) => specifierOf(path, first.path))),
    territory: { ...territory, packages: { 'drizzle-orm': drizzle } },
  });
  return 'problems' in evaluation ? wrong(evaluation.problems) : toDefinitions(JSON.parse(evaluation.json), modules, context);
}

const specifierOf = (path: string, importer: string): string => `./${relative(dirname(importer), path).split(sep).join('/')}`;

function toDefinitions(
  exports: readonly DrizzleExport[],
  modules: readonly Reachable[],
  { project, dialect }: DesiredContext,
): Read {
  const read = exports.map((each) => readExport(each, dialect.name, placeOfName(each.export, modules[each.module] as Reachable, project)));
  const { ops, problems } = checkOps(read.flatMap((each) => each.ops), () => undefined);
  return {
    ops: ops as readonly Op[],
    problems: [...read.flatMap((each) => each.problems), ...problems],
    untold: { tables: ops.flatMap((op) => (op.op === 'createTable' ? op.table : [])), kinds: UNTOLD_KINDS[dialect.name] },
  };
}
