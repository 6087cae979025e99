import { type Change, type Diagram, type Row, type Thing } from './diagram.ts';
import { changedFacts } from './difference.ts';

/** A column's type; of one that has changed also the former type, and the words for what else is not as it was. */
export function typeOf({ facts, former }: Row): string {
  const type = facts['type'] ?? '';
  if (!former) return type;
  const others = changedFacts(former, facts).filter((word) => word !== 'type');
  const was = former['type'] === type ? '' : `${former['type']} → `;
  return `${was}${type}${others.length ? ` (${others.join(', ')})` : ''}`;
}

const SIGNS: { readonly [C in Change]: string } = { added: '+', removed: '−', changed: '±' };

export const signOf = ({ change }: Thing): string => (change ? SIGNS[change] : '');

export const signed = (thing: Thing, text: string): string => (thing.change ? `${signOf(thing)} ${text}` : text);

/** A thing's facts, a line each, with what they were; its type stands elsewhere. */
export function detailsOf({ facts, former = facts }: Thing): readonly string[] {
  const words = [...new Set([...Object.keys(former), ...Object.keys(facts)])].filter((word) => word !== 'type');
  return words.map((word) => {
    const [was, is] = [former[word] ?? 'none', facts[word] ?? 'none'];
    return was === is ? `${word}: ${is}` : `${word}: ${was} → ${is}`;
  });
}

/** `31 tables, 40 foreign keys; 2 tables added, 1 changed` */
export function summary({ boxes, links }: Diagram): string {
  const here = (things: readonly Thing[]): number => things.filter(({ change }) => change !== 'removed').length;
  const counts = (['added', 'removed', 'changed'] as const).flatMap((change) => {
    const count = boxes.filter((box) => box.change === change).length;
    return count ? [`${counted(count, 'table')} ${change}`] : [];
  });
  const size = `${counted(here(boxes), 'table')}, ${counted(here(links), 'foreign key')}`;
  return counts.length ? `${size}; ${counts.join(', ')}` : size;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
