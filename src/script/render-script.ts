import type { Diagnostic, Place } from '../diagnostics.ts';
import { DIALECTS } from '../dialects/index.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { type Plan, type PlanBlock, type PlanEvent, type PlannedStep, type Statement, planEvents } from '../plan/index.ts';
import { MigsqlError } from '../errors.ts';
import { writeLiteral } from '../dialects/write.ts';
import type { SourceFile } from '../migration.ts';
import { renderTemplate } from '../template.ts';
import { VERSION } from '../version.ts';
import { conditionProblems } from './check-conditions.ts';
import { commentText } from './comment.ts';
import { type ScriptFacts, blockFacts, headsText, scriptFacts } from './facts.ts';
import { failureLines } from './failure-lines.ts';
import {
  type Hazard, type Watch, delimiterOf, hazardProblem, longLine, placeOf as hazardPlace, statementHazards, textHazard, watchFor,
} from './hazards.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from './options.ts';
import { hasLongLine, lineEndInText, withLinesOf } from './text-form.ts';

/**
 * A plan as the text that the dialect's own client runs: UTF-8 without a mark, a newline at the end.
 * It comes in pieces, so that a large script is never held whole.
 *
 * @throws MigsqlError `script-hazard` where the client would not send what a statement says, before the first piece
 */
export function* renderScript(plan: Plan, options: ScriptOptions = DEFAULT_OPTIONS): Generator<string> {
  const watch = watchFor(DIALECTS[plan.dialect], options);
  const problems = [...statementHazards(plan, watch), ...conditionProblems(plan, options, watch)];
  if (problems.length) throw new MigsqlError(problems);
  const form = formOf(plan, options, watch);
  // A form of its own may be refused anywhere: then nothing is written.
  if (form) for (const section of sections(plan, options)) form(section);
  for (const section of sections(plan, options)) {
    const { text } = section;
    const hazard = textHazard(text, watch);
    if (hazard) throw new MigsqlError([inSection(section, (each) => textHazard(each, watch), hazard, watch)]);
    yield form ? form(section) : text;
  }
}

/** A piece of the script, and the smaller ones that it is made of, which are needed to find a place alone. */
interface Section {
  readonly text: string;
  readonly place?: Place;
  readonly parts?: () => Iterable<Section>;
}

function* sections(plan: Plan, options: ScriptOptions): Generator<Section> {
  const dialect = DIALECTS[plan.dialect];
  const facts = scriptFacts(plan, dialect, options);
  const folder = `script/${dialect.script.layout}`;
  yield { text: renderTemplate('script/header.hbs', header(plan, dialect, options)) };
  yield { text: renderTemplate(`${folder}/open.hbs`, facts) };
  const written = (events: readonly PlanEvent[]): string =>
    renderTemplate(`${folder}/events.hbs`, { ...facts, events: events.map((event) => eventData(event, plan, facts, dialect)) });
  let file = '';
  for (const events of groups(planEvents(plan))) {
    const first = file;
    yield { text: written(events), parts: () => parts(events, first, written) };
    for (const event of events) if (event.kind === 'step') file = event.step.file;
  }
  yield { text: renderTemplate(`${folder}/close.hbs`, facts) };
  yield { text: renderTemplate('script/footer.hbs', { to: facts.to }) };
}

function* parts(events: readonly PlanEvent[], first: string, written: (events: readonly PlanEvent[]) => string): Generator<Section> {
  let file = first;
  for (const event of events) {
    if (event.kind === 'step') file = event.step.file;
    const place = event.kind === 'statement' ? hazardPlace(event.statement, file) : { file };
    yield { text: written([event]), place };
  }
}

type Find = (text: string) => Hazard | undefined;

/** A hazard at the place of the part that holds it. */
function inSection(section: Section, find: Find, hazard: Hazard, watch: Watch): Diagnostic {
  for (const { text, place } of section.parts?.() ?? []) {
    const found = find(text);
    if (found) return hazardProblem(found, watch, place);
  }
  return hazardProblem(hazard, watch, section.place);
}

/** How a section is written where lines end otherwise, or are not to be long; nothing where all stays as it is. */
function formOf(plan: Plan, { eol, lineLength }: ScriptOptions, watch: Watch): ((section: Section) => string) | undefined {
  if (eol === 'lf' && !lineLength) return undefined;
  if (eol === 'crlf') refuseLineEnds(plan, watch);
  const { name } = watch.dialect;
  const short = (text: string): string => (lineLength && hasLongLine(text, lineLength) ? withLinesOf(text, lineLength, name) : text);
  const tooLong = (text: string): Hazard | undefined => longLine(short(text), lineLength || Infinity);
  const shortened = (section: Section): string => {
    if (!lineLength || !hasLongLine(section.text, lineLength)) return section.text;
    const broken = section.parts ? [...section.parts()].map(({ text }) => short(text)).join('') : short(section.text);
    const hazard = longLine(broken, lineLength);
    if (hazard) throw new MigsqlError([inSection(section, tooLong, hazard, watch)]);
    return broken;
  };
  return (section) => (eol === 'crlf' ? shortened(section).replaceAll('\n', '\r\n') : shortened(section));
}

function refuseLineEnds({ steps, dialect }: Plan, watch: Watch): void {
  const problems = steps.flatMap(({ blocks, file }) =>
    blocks.flatMap(({ statements }) =>
      statements.flatMap((statement) => {
        const hazard = lineEndInText(statement.sql, dialect);
        return hazard ? hazardProblem(hazard, watch, hazardPlace(statement, file)) : [];
      }),
    ),
  );
  if (problems.length) throw new MigsqlError(problems);
}

/** Filling a template costs more than a short statement's text, so events are written together up to this length. */
const GROUP_LENGTH = 16_384;

function* groups(events: Iterable<PlanEvent>): Generator<readonly PlanEvent[]> {
  let group: PlanEvent[] = [];
  let length = 0;
  for (const event of events) {
    group.push(event);
    length += event.kind === 'statement' ? event.statement.sql.length : 0;
    if (length > GROUP_LENGTH) {
      yield group;
      group = [];
      length = 0;
    }
  }
  if (group.length) yield group;
}

function header(plan: Plan, dialect: Dialect, options: ScriptOptions): object {
  const direction = plan.steps[0]?.direction ?? 'empty';
  return {
    version: VERSION,
    direction,
    title: dialect.title,
    server: plan.server,
    from: headsText(plan.from),
    to: headsText(plan.to),
    steps: plan.steps.length,
    atomic: atomicity(plan, dialect),
    waits: waits(options),
    failures: failureLines(plan),
    run: dialect.script.run,
    sources: sourcesOf(plan).map(({ file, sha256 }) => ({ file: commentText(file), sha256 })),
  };
}

/** The files that the steps are made of, in the order of the steps, each once. */
function sourcesOf({ steps }: Plan): readonly SourceFile[] {
  const sources = new Map<string, SourceFile>();
  for (const { file, sha256, imports } of steps) {
    for (const source of [{ file, sha256 }, ...imports]) sources.set(source.file, source);
  }
  return [...sources.values()];
}

/** How long the script waits, for people. */
function waits({ lockTimeout, statementTimeout }: ScriptOptions): string {
  const limit = (seconds: number): string => (seconds === 0 ? 'no limit' : `${seconds} s`);
  return `for a lock ${limit(lockTimeout)}, for a statement ${limit(statementTimeout)}`;
}

/** What a reader may rely on when the script stops in the middle. */
function atomicity({ steps, transaction }: Plan, dialect: Dialect): string {
  if (!dialect.transactionalDdl) {
    return `NO: ${dialect.title} commits each schema change at once; data steps are committed by themselves`;
  }
  const blocks = steps.flatMap((step) => step.blocks);
  if (transaction === 'none') return 'NO: each statement takes effect by itself';
  if (transaction === 'revision') return 'NO: each revision is committed by itself';
  const outside = blocks.filter((block) => !block.transactional).length;
  if (outside === 0) return 'YES: one transaction, all or nothing';
  return `NO: ${outside} part${outside === 1 ? '' : 's'} must run outside a transaction, and what stands before is committed first`;
}

/** What a template finds of an event: one field, named after its kind. */
function eventData(event: PlanEvent, plan: Plan, facts: ScriptFacts, dialect: Dialect): object {
  switch (event.kind) {
    case 'step':
      return { step: stepFacts(plan, event.step, event.number, dialect) };
    case 'statement':
      return { statement: statementFacts(event.statement, event.block, dialect, facts.isDynamic) };
    case 'begin':
      return { begin: blockFacts(event.block, facts, dialect) };
    case 'end':
      return { end: blockFacts(event.block, facts, dialect) };
  }
}

/** What a step's beginning is written from. */
const stepFacts = (plan: Plan, step: PlannedStep, number: number, dialect: Dialect): object => ({
  number,
  total: plan.steps.length,
  direction: step.direction,
  isUpgrade: step.direction === 'upgrade',
  revision: step.revision,
  revisionText: writeLiteral(dialect, step.revision),
  title: commentText(step.title),
  place: commentText(placeOf(step)),
  // Asked for by the forms that find out where a database is, since together they are quadratic.
  get applied() {
    return plan.lineage.appliedBy(step.revision).map((id) => writeLiteral(dialect, id)).join(', ');
  },
  get prerequisites() {
    return plan.lineage.prerequisites(step.revision).map((id) => ({
      id: writeLiteral(dialect, id),
      applied: plan.lineage.appliedBy(id).map((each) => writeLiteral(dialect, each)).join(', '),
    }));
  },
});

/** The file, with the line of its first op where it has one. */
function placeOf({ file, blocks }: PlannedStep): string {
  for (const { statements } of blocks) {
    for (const { origin } of statements) {
      if (origin.kind === 'op' && origin.file === file && origin.line !== undefined) return `${file}:${origin.line}`;
    }
  }
  return file;
}

/** What a statement is written from. */
const statementFacts = (
  { sql, compound, origin, kind, transactional }: Statement,
  block: PlanBlock,
  dialect: Dialect,
  isDynamic: boolean,
): object => ({
  sql,
  compound,
  block: block.number,
  previousBlock: block.number - 1,
  inTransaction: block.transactional,
  isSchema: kind === 'schema',
  /** Whether it changes the rows of the version table, of which each change touches exactly one. */
  changesVersion: origin.kind === 'version-table' && origin.change !== undefined,
  canStandInTransaction: transactional,
  ...(compound && { delimiter: delimiterOf(sql) }),
  /** As a text literal, for forms whose statements are put together while the script runs. */
  ...(isDynamic && { literal: writeLiteral(dialect, sql) }),
});
