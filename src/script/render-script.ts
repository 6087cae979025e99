import { DIALECTS } from '../dialects/index.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { dollarQuoted, freeTag } from '../dialects/postgresql/do-block.ts';
import { type Plan, type PlannedStep, planEvents } from '../plan/index.ts';
import { writeLiteral } from '../dialects/write.ts';
import type { SourceFile } from '../migration.ts';
import { renderTemplate } from '../template.ts';
import { VERSION } from '../version.ts';
import { commentText } from './comment.ts';
import { checkOptions } from './check-options.ts';
import { type ScriptFacts, blockFacts, headsText, proofFacts, scriptFacts } from './facts.ts';
import { failureLines } from './failure-lines.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from './options.ts';
import { type PartedEvent, withParts } from './parts.ts';

/**
 * A plan as the text that the dialect's own client runs: UTF-8, LF, a newline at the end.
 * It comes in pieces, so that a large script is never held whole.
 *
 * @throws MigsqlError `refused-form` where the plan cannot be a script of that form
 */
export function renderScript(plan: Plan, options: ScriptOptions = DEFAULT_OPTIONS): Generator<string> {
  checkOptions(plan, DIALECTS[plan.dialect], options);
  return piecesOf(plan, options);
}

function* piecesOf(plan: Plan, options: ScriptOptions): Generator<string> {
  const dialect = DIALECTS[plan.dialect];
  const facts = scriptFacts(plan, dialect, options);
  const folder = `script/${dialect.script.layout}`;
  yield renderTemplate('script/header.hbs', header(plan, dialect, options));
  yield renderTemplate(`${folder}/open.hbs`, facts);
  for (const events of groups(withParts(planEvents(plan)))) {
    yield renderTemplate(`${folder}/events.hbs`, { ...facts, events: events.map((event) => eventData(event, plan, facts, dialect)) });
  }
  yield renderTemplate(`${folder}/close.hbs`, facts);
  yield renderTemplate('script/footer.hbs', { to: facts.to });
}

/** Filling a template costs more than a short statement's text, so events are written together up to this length. */
const GROUP_LENGTH = 65_536;

function* groups(events: Iterable<PartedEvent>): Generator<readonly PartedEvent[]> {
  let group: PartedEvent[] = [];
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
function eventData(event: PartedEvent, plan: Plan, facts: ScriptFacts, dialect: Dialect): object {
  switch (event.kind) {
    case 'step':
      return { step: stepFacts(plan, event.step, event.number, dialect) };
    case 'statement':
      return { statement: statementFacts(event, plan, facts, dialect) };
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
  get needs() {
    return plan.lineage.prerequisites(step.revision).map((id) => writeLiteral(dialect, id)).join(', ');
  },
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
function statementFacts(event: Extract<PartedEvent, { kind: 'statement' }>, plan: Plan, facts: ScriptFacts, dialect: Dialect): object {
  const { statement, block, part } = event;
  const { sql, compound, origin, kind, transactional } = statement;
  const isVersion = origin.kind === 'version-table';
  return {
    part,
    /** Of the step only where something is asked of it. */
    step: facts.idempotent || part.opensStep || isVersion ? stepFacts(plan, part.step, part.number, dialect) : {},
    sql,
    compound,
    block: block.number,
    previousBlock: block.number - 1,
    inTransaction: block.transactional,
    isSchema: kind === 'schema',
    /** Whether it changes the rows of the version table, of which each change touches exactly one. */
    changesVersion: isVersion && origin.change !== undefined,
    /** An idempotent script works the rows of a step out while it runs, all at its end. */
    isLeftOut: facts.idempotent && !part.closesStep,
    /** Whether the statement itself asks if its step is to be run: elsewhere the client does. */
    mustAsk: facts.idempotent && !facts.own,
    /** Whether nothing of the script need have been run before. */
    mayBeFirst: facts.idempotent || part.number === 1,
    canStandInTransaction: transactional,
    ...(!block.transactional && proofFacts(statement, dialect)),
    ...(compound && { delimiter: delimiterFor(sql) }),
    /** For PostgreSQL: the statement between dollar quotes, and a tag for the block around them. */
    get quoted() {
      return dollarQuoted(sql, 'statement');
    },
    get tag() {
      return sql.includes('$') ? freeTag(`${sql} ${part.step.revision}`, `${facts.tag}_`) : facts.tag;
    },
    /** The statement as a text literal, for those that are put together while the script runs. */
    get literal() {
      return writeLiteral(dialect, sql);
    },
  };
}

/** A delimiter that the text does not hold. */
function delimiterFor(sql: string): string {
  let delimiter = '$$';
  while (sql.includes(delimiter)) delimiter += '$';
  return delimiter;
}
