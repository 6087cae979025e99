import type { Project } from '../compiler.ts';
import { type Diagnostic, sortDiagnostics } from '../diagnostics.ts';
import { MigsqlError } from '../errors.ts';
import { replay } from '../replay.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { compileRule } from './compile.ts';
import { conflictsRule } from './conflicts.ts';
import { downgradesRule } from './downgrades.ts';
import { headsRule } from './heads.ts';
import { withMerged } from './join.ts';
import { labelsRule } from './labels.ts';
import { lateRule } from './late.ts';
import { type Level, levelOf } from './level.ts';
import { RULE_NAMES, type RuleName } from './names.ts';
import { proofsRule } from './proofs.ts';
import type { Rule, Subject } from './rule.ts';
import { schemaRule } from './schema.ts';
import { snapshotsRule } from './snapshots.ts';

export const RULES: { readonly [R in RuleName]: Rule } = {
  compile: compileRule,
  heads: headsRule,
  labels: labelsRule,
  late: lateRule,
  downgrades: downgradesRule,
  proofs: proofsRule,
  conflicts: conflictsRule,
  snapshots: snapshotsRule,
  schema: schemaRule,
};

/** A problem, and the rule that it breaks. */
export interface Finding extends Diagnostic {
  readonly rule: RuleName;
  readonly level: Level;
}

export interface CheckResult {
  /** The rules that were looked at, in their order. */
  readonly checked: readonly RuleName[];
  /** Sorted; empty where all is right. */
  readonly findings: readonly Finding[];
  /** What could not be looked at, and why. */
  readonly unchecked: readonly Finding[];
}

export interface CheckRequest {
  readonly rules: readonly RuleName[];
  /** At least one. */
  readonly dialects: readonly DialectName[];
  /** The rules that are asked for by their names. */
  readonly asked: readonly RuleName[];
  /** The git ref of the main branch: what it has already is not to come later. */
  readonly base?: string | undefined;
  /** Git refs of branches: the project is looked at as if they were merged. */
  readonly mergeWith: readonly string[];
}

/** Looks at a project by some rules. What is in the way of one does not keep the others from looking. */
export async function checkProject(open: () => Promise<Project>, request: CheckRequest): Promise<CheckResult> {
  const looked = await attempt(async () => withMerged(await open(), request.mergeWith, (project) => lookAt(project, request)));
  // Without a graph there is nothing to look at.
  return 'problems' in looked ? resultOf(['compile'], [{ rule: 'compile', found: looked.problems }]) : looked.value;
}

async function lookAt(project: Project, { dialects, rules, base, asked }: CheckRequest): Promise<CheckResult> {
  const subject: Subject = { project, dialects, base, replayed: replayedOnce(project), isAsked: (rule) => asked.includes(rule) };
  const checked = RULE_NAMES.filter((name) => rules.includes(name));
  const looks: Look[] = [];
  for (const rule of checked) {
    const look = await attempt(async () => RULES[rule].check(subject));
    looks.push({ rule, found: 'problems' in look ? look.problems : look.value });
  }
  return resultOf(checked, looks);
}

async function attempt<T>(work: () => Promise<T>): Promise<{ readonly value: T } | { readonly problems: readonly Diagnostic[] }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof MigsqlError)) throw error;
    return { problems: error.diagnostics };
  }
}

function replayedOnce(project: Project): Subject['replayed'] {
  const replays = new Map<DialectName, ReturnType<Subject['replayed']>>();
  return (dialect) => {
    const known = replays.get(dialect) ?? replay(project, 'heads', dialect, 'any');
    replays.set(dialect, known);
    return known;
  };
}

interface Look {
  readonly rule: RuleName;
  readonly found: Awaited<ReturnType<Rule['check']>>;
}

/** What is in the way of several rules is told once, of the first. */
function resultOf(checked: readonly RuleName[], looks: readonly Look[]): CheckResult {
  const findings = new Map<string, Finding>();
  for (const { rule, found } of looks) {
    for (const problem of 'unchecked' in found ? [] : found) {
      const key = JSON.stringify(problem);
      if (!findings.has(key)) findings.set(key, { rule, level: levelOf(problem), ...problem });
    }
  }
  const unchecked = looks.flatMap(({ rule, found }) => ('unchecked' in found ? [{ rule, level: 'warning' as const, ...found.unchecked }] : []));
  return { checked, findings: sortDiagnostics(findings.values()), unchecked };
}
