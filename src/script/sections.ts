import type { Place } from '../diagnostics.ts';
import { DIALECTS } from '../dialects/index.ts';
import { type Plan, failureMap, planEvents } from '../plan/index.ts';
import { eventData } from './event-facts.ts';
import { scriptFacts } from './facts.ts';
import type { Fill } from './fill.ts';
import { placeOf } from './hazards.ts';
import { header } from './header.ts';
import { layoutOf } from './layouts/index.ts';
import type { ScriptInput } from './layouts/layout.ts';
import type { ScriptOptions } from './options.ts';
import { type PartedEvent, withParts } from './parts.ts';

/** A piece of the script, and the smaller ones that it is made of, which are needed to find a place alone. */
export interface Section {
  readonly text: string;
  readonly place?: Place;
  readonly parts?: () => Iterable<Section>;
  /** How many of the plan's statements it holds. */
  readonly statements?: number;
}

/** The script from its head to its last line, as the templates have it that `fill` fills. */
export function* sections(plan: Plan, options: ScriptOptions, fill: Fill): Generator<Section> {
  const dialect = DIALECTS[plan.dialect];
  const failures = failureMap(plan);
  const common = scriptFacts(plan, dialect, options, failures.length);
  const input: ScriptInput = { plan, dialect, options, failures, facts: common };
  const own = layoutOf(dialect).facts(input);
  const facts = { ...common, ...own.script };
  const template = (part: 'open' | 'events' | 'close'): string =>
    `script/${own.templates?.[part] ?? `${dialect.script.layout}/${part}`}.hbs`;
  const written = (events: readonly object[]): string => fill(template('events'), { ...facts, events });
  yield { text: fill('script/header.hbs', header(input)) };
  yield { text: fill(template('open'), facts) };
  let file = '';
  for (const events of groups(withParts(planEvents(plan)))) {
    // Made once, in the order of the script: a layout may count what it has written.
    const data = events.map((event) => eventData(event, input, own));
    const before = file;
    yield {
      text: written(data),
      parts: () => parts(events, before, (at) => written([data[at] as object])),
      statements: events.filter(({ kind }) => kind === 'statement').length,
    };
    for (const event of events) if (event.kind === 'step') file = event.step.file;
  }
  yield { text: fill(template('close'), { ...facts, ...own.close?.() }) };
  yield { text: fill('script/footer.hbs', { to: common.to, variables: common.variables }) };
}

function* parts(events: readonly PartedEvent[], before: string, written: (at: number) => string): Generator<Section> {
  let file = before;
  for (const [at, event] of events.entries()) {
    if (event.kind === 'step') file = event.step.file;
    yield { text: written(at), place: event.kind === 'statement' ? placeOf(event.statement, file) : { file } };
  }
}

/** Filling a template costs more than a short statement's text, so events are written together up to this length. */
const GROUP_LENGTH = 16_384;

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
