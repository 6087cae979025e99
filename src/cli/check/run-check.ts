import { posix, relative, sep } from 'node:path';
import { type CheckResult, checkProject } from '../../check/index.ts';
import { type CheckFormat, MERGE_RULES, RULE_NAMES, type RuleName } from '../../check/names.ts';
import type { Config } from '../../config.ts';
import { fail } from '../../errors.ts';
import { prefixOf } from '../../git/index.ts';
import type { DialectName } from '../../sql/dialect-name.ts';
import { chosenDialects } from '../chosen-dialect.ts';
import { openWithProgress } from '../command.ts';
import { describeProblem, type Report, toJson } from '../report.ts';
import { githubLines } from './github.ts';
import { sarifLog } from './sarif.ts';

export interface CheckOptions {
  /** All, where none is named. */
  readonly only: readonly RuleName[];
  readonly skip: readonly RuleName[];
  readonly dialect: DialectName | undefined;
  readonly base: string | undefined;
  readonly mergeWith: readonly string[];
  readonly format: CheckFormat;
}

/** Looks at the project by the rules, and tells what was found in one of several forms; it fails where that is anything. */
export async function runCheck(config: Config, { only, skip, dialect, base, mergeWith, format }: CheckOptions): Promise<Report> {
  const rules = (only.length ? only : mergeWith.length ? MERGE_RULES : RULE_NAMES).filter((name) => !skip.includes(name));
  if (rules.length === 0) fail('invalid-usage', { reason: '--only and --skip leave no rule', instead: 'Leave one of them out.' });
  const dialects = chosenDialects({ config }, dialect);
  const result = await checkProject(() => openWithProgress(config), { rules, dialects, asked: only, base, mergeWith });
  const failed = result.findings.some(({ level }) => level === 'error');
  return { data: result, failed, ...WRITERS[format](result, config) };
}

type Told = Pick<Report, 'lines' | 'notes'>;

const WRITERS: { readonly [F in CheckFormat]: (result: CheckResult, config: Config) => Told } = {
  text: textOf,
  json: (result) => ({ lines: [toJson(result).trimEnd()] }),
  github: (result, config) => ({ lines: githubLines(result, pathsIn(config)) }),
  sarif: (result, config) => ({ lines: [toJson(sarifLog(result, pathsIn(config))).trimEnd()] }),
};

function textOf({ findings, unchecked, checked }: CheckResult, { root }: Config): Told {
  const count = findings.length === 1 ? '1 problem' : `${findings.length || 'no'} problems`;
  return {
    lines: [...findings.map((each) => describeProblem(each, root, each.level)), `${count} (${checked.join(', ')})`],
    notes: unchecked.map(({ rule, message, hint }) => `${rule}: not checked: ${message}${hint === undefined ? '' : `\n  ${hint}`}`),
  };
}

/** Files as the repository names them, or else as seen from here; with forward slashes. */
function pathsIn({ root }: Config): (file: string) => string {
  const prefix = prefixOf(root) ?? relative(process.cwd(), root).replaceAll(sep, '/');
  return (file) => posix.normalize(posix.join(prefix, file));
}
