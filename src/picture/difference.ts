import type { Box, Change, Diagram, Facts, Link, Part, Row, Thing } from './diagram.ts';

/** The second of two diagrams with what is new in it and what has changed marked, and with what is gone. */
export const difference = (before: Diagram, after: Diagram): Diagram => ({
  boxes: merged<Box>(before.boxes, after.boxes, insideBox),
  links: merged<Link>(before.links, after.links),
});

/** A box has changed where something in it has. */
function insideBox(former: Box, box: Box): Box {
  const rows = merged<Row>(former.rows, box.rows);
  const parts = merged<Part>(former.parts, box.parts);
  const isChanged = [...rows, ...parts].some(({ change }) => change !== undefined);
  return { ...box, rows, parts, ...(isChanged && { change: 'changed', former: former.facts }) };
}

/** Each that is gone stands behind the one that it stood behind. */
function merged<T extends Thing>(before: readonly T[], after: readonly T[], inside = (_: T, thing: T): T => thing): readonly T[] {
  const former = new Map(before.map((each) => [each.key, each]));
  const kept = new Set(after.map(({ key }) => key));
  const all = after.map((each) => compared(former.get(each.key), each, inside));
  for (const [index, each] of before.entries()) {
    if (kept.has(each.key)) continue;
    const place = all.findIndex(({ key }) => key === before[index - 1]?.key);
    all.splice(place + 1, 0, withChange(each, 'removed'));
  }
  return all;
}

function compared<T extends Thing>(former: T | undefined, thing: T, inside: (former: T, thing: T) => T): T {
  if (!former) return withChange(thing, 'added');
  const whole = inside(former, thing);
  return changedFacts(former.facts, thing.facts).length ? { ...withChange(whole, 'changed'), former: former.facts } : whole;
}

const withChange = <T extends Thing>(thing: T, change: Change): T => ({ ...thing, change });

/** The words for what differs. */
export const changedFacts = (before: Facts, after: Facts): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((word) => before[word] !== after[word]);
