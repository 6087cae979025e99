import { DIALECTS } from '../dialects/index.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { type Plan, type PlanBlock, type PlanEvent, type PlannedStep, type Statement, planEvents } from '../plan/index.ts';
import { writeLiteral } from '../dialects/write.ts';
import type { SourceFile } from '../migration.ts';
import { renderTemplate } from '../template.ts';
import { VERSION } from '../version.ts';
import { commentText } from './comment.ts';
import { checkOptions } from './check-options.ts';
import { type LedgerStep, type ScriptFacts, blockFacts, ledgerStep, scriptFacts } from './facts.ts';
import { failureLines } from './failure-lines.ts';
import { headsText } from './heads.ts';
import { choosesCheck, isCheck, isRepeatable, isSetting, readableLiteral, stepQuery, versionRows } from './mysql-forms.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from './options.ts';

/**
 * A plan as the text that the dialect's own client runs: UTF-8, LF, a newline at the end.
 * It comes in pieces, so that a large script is never held whole.
 */
export function* renderScript(plan: Plan, options: ScriptOptions = DEFAULT_OPTIONS): Generator<string> {
  const dialect = DIALECTS[plan.dialect];
  checkOptions(plan, dialect, options);
  const facts = scriptFacts(plan, dialect, options);
  const folder = `script/${dialect.script.layout}`;
  yield renderTemplate('script/header.hbs', header(plan, dialect, options));
  yield renderTemplate(`${folder}/open.hbs`, facts);
  const inStep = eventsIn(plan, facts, dialect);
  for (const events of groups(planEvents(plan))) {
    yield renderTemplate(`${folder}/events.hbs`, { ...facts, events: events.map(inStep) });
  }
  yield renderTemplate(`${folder}/close.hbs`, facts);
  yield renderTemplate('script/footer.hbs', { to: facts.to });
}

/** Filling a template costs more than a short statement's text, so events are written together up to this length. */
const GROUP_LENGTH = 65_536;

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
    failures: failureLines(plan, options.form),
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

/** What a template finds of an event: one field, named after its kind. Events come in their order. */
function eventsIn(plan: Plan, facts: ScriptFacts, dialect: Dialect): (event: PlanEvent) => object {
  let current: { readonly step: PlannedStep; readonly ledger: LedgerStep };
  return (event) => {
    switch (event.kind) {
      case 'step':
        current = { step: event.step, ledger: ledgerStep(event.step, event.number, dialect) };
        return { step: stepFacts(plan, event.step, event.number, dialect) };
      case 'statement':
        return { statement: statementFacts(event.statement, { ...current, block: event.block, plan, facts, dialect }) };
      case 'begin':
        return { begin: blockFacts(event.block, { facts, dialect, step: current.ledger }) };
      case 'end':
        return { end: blockFacts(event.block, { facts, dialect, step: current.ledger }) };
    }
  };
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
  /** A query that finds out whether it is still to be done, as a text literal. */
  get query() {
    return stepQuery(step, plan, dialect);
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

interface StatementContext {
  readonly plan: Plan;
  readonly facts: ScriptFacts;
  readonly dialect: Dialect;
  readonly block: PlanBlock;
  readonly step: PlannedStep;
  readonly ledger: LedgerStep;
}

/** What a statement is written from. */
const statementFacts = (statement: Statement, { plan, facts, dialect, block, step, ledger }: StatementContext): object => {
  const { sql, compound, origin, kind, transactional, proof } = statement;
  const change = origin.kind === 'version-table' ? origin.change : undefined;
  const conditional = facts.idempotent || facts.resumable;
  return {
    sql,
    compound,
    block: block.number,
    previousBlock: block.number - 1,
    inTransaction: block.transactional,
    isSchema: kind === 'schema',
    /** Whether it changes the rows of the version table, of which each change touches exactly one. */
    changesVersion: change !== undefined,
    isFirstOfVersion: change !== undefined && change === step.versionChanges[0],
    isLastOfVersion: change !== undefined && change === step.versionChanges.at(-1),
    canStandInTransaction: transactional,
    ...(compound && { delimiter: delimiterFor(sql) }),
    /** The statement as a text literal, for those that are put together while the script runs. */
    get literal() {
      return writeLiteral(dialect, sql);
    },
    get readableLiteral() {
      return readableLiteral(sql, dialect);
    },
    /** What the step does to the version table wherever the database is. */
    get versionRows() {
      return versionRows(step, plan, dialect);
    },
    ledger,
    conditional,
    /** Prepared, since it is conditional, or since only the dialect's own client is told where it ends. */
    isPrepared: (conditional && !isCheck(sql) && !(facts.resumable && isSetting(sql, dialect))) || (compound && !facts.own),
    versionByState: facts.idempotent && change !== undefined,
    /** Whether what comes behind it would hide its error from the block's end. */
    isChecked: block.transactional || conditional || compound,
    choosesCheck: conditional && choosesCheck(sql),
    /** Whether it is there whole or not at all by itself, and the ledger has a row of it. */
    isRecorded: facts.resumable && !block.transactional && !isSetting(sql, dialect),
    hasProof: proof !== undefined,
    proof: proof ?? '',
    mustBeAsked: proof === undefined && !isRepeatable(statement) && facts.options.fromStep !== block.number,
    /** A literal of a message on what to do with a statement that may have been cut. */
    get whenCut() {
      const shown = commentText(sql.split('\n', 1)[0]!.slice(0, 60));
      const text =
        `migsql: block ${block.number} (${shown}) was begun by an earlier run and not seen to end. Look whether it took ` +
        `effect: if so render again with --from-step ${block.number + 1}, if not with --from-step ${block.number}`;
      return writeLiteral(dialect, text);
    },
  };
};

/** A delimiter that the text does not hold. */
function delimiterFor(sql: string): string {
  let delimiter = '$$';
  while (sql.includes(delimiter)) delimiter += '$';
  return delimiter;
}
