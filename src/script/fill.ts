import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import { filler, lineOf, type OwnTemplate } from '../own-templates/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { renderTemplate, templatePaths } from '../template.ts';
import { type Unlike, unlike } from './unlike.ts';

/** A project's own templates of scripts, by the paths that they have in `templates/`. */
export type OwnTemplates = ReadonlyMap<string, OwnTemplate>;

/** The paths of which a project may have templates of its own: what is in `parts/` stands within statements. */
export const scriptTemplatePaths = (): readonly string[] =>
  templatePaths().filter((path) => path.startsWith('script/') && !path.includes('/parts/'));

type FillOwn = (data: object) => string;

/** Fills a template, by its path. */
export type Fill = (path: string, data: object) => string;

export interface Filling {
  readonly fill: Fill;
  /** Of each own template that is not to be taken. */
  readonly problems: () => readonly Diagnostic[];
}

/** Fills the package's templates where there is none of a project's own; what that writes is held against ours. */
export function filling(own: OwnTemplates, dialect: DialectName): Filling {
  const problems = new Map<string, readonly Diagnostic[]>();
  const fillers = new Map([...own].map(([path, template]) => [path, filler(template)]));
  const fill: Fill = (path, data) => {
    const ours = renderTemplate(path, data);
    const template = own.get(path);
    if (!template || problems.has(path)) return ours;
    try {
      const filled = fillers.get(path) as FillOwn;
      const text = filled(data);
      const flaw = leftOut(path, filled, data) ?? unlike(text, ours, { dialect, isOneBatch: isOneBatch(path) });
      if (!flaw) return text;
      problems.set(path, [unfit(flaw, template, data)]);
    } catch (error) {
      if (!(error instanceof MigsqlError)) throw error;
      problems.set(path, error.diagnostics);
    }
    return ours;
  };
  return { fill, problems: () => [...problems.values()].flat() };
}

const unfit = ({ reason, line }: Unlike, template: OwnTemplate, data: object): Diagnostic =>
  problem('unfit-template', { of: 'script', reason }, { file: template.file, line: lineOf(template, data, line) });

/** SQL Server's for any client are one batch in all. */
const isOneBatch = (path: string): boolean => path.startsWith('script/mssql-generic/');

/** Before and behind what is sent: those who run a script read it, so that nothing of it is left out. */
const TOLD: readonly string[] = ['script/header.hbs', 'script/footer.hbs'];

/** Filled once more with marks in place of texts, since a text may stand in another one. */
function leftOut(path: string, filled: FillOwn, { variables, ...told }: { readonly variables?: unknown }): Unlike | undefined {
  if (!TOLD.includes(path)) return undefined;
  const marks: string[] = [];
  const text = filled({ ...(withMarks(told, '', marks) as object), variables });
  const missing = marks.find((mark) => !text.includes(mark));
  return missing === undefined ? undefined : { reason: `it leaves out {{${missing.split('\0')[1]}}}`, line: 1 };
}

/** Each text that is not empty as a mark that names the field of the data which it is in. */
function withMarks(value: unknown, field: string, marks: string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => withMarks(each, field, marks));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withMarks(each, field || key, marks)]));
  }
  if (!value) return value;
  const mark = `\0${field}\0${marks.length}\0`;
  marks.push(mark);
  return mark;
}
