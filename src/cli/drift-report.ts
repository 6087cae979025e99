import { formatPlace } from '../diagnostics.ts';
import type { Connection } from '../database/connection.ts';
import { type Drift, isDrifted } from '../live/index.ts';
import { displayTable } from '../ops/display.ts';
import { headsText } from '../script/facts.ts';
import { differenceData, differenceLines } from './diff.ts';
import type { Report } from './report.ts';
import { unmodelledLines } from './unmodelled-lines.ts';

/** What a database has otherwise than its migrations make it, and what nobody compared. */
export function driftReport(drift: Drift, { display, dialect }: Connection): Report {
  const { heads, adopt, repair, possibleRenames, undecided } = drift;
  const drifted = isDrifted(drift);
  const notCompared = notComparedLines(drift);
  return {
    data: {
      database: display,
      dialect,
      heads,
      drifted,
      adopt: adopt.map(differenceData),
      repair: repair.map(differenceData),
      possibleRenames,
      undecided,
      notCompared,
    },
    lines: drifted ? differingLines(drift, display) : [`${display} is at ${headsText(heads)}, and is what the migrations make`],
    notes: notCompared.map((line) => `not compared: ${line}`),
    failed: drifted,
  };
}

const indented = (lines: readonly string[]): readonly string[] => lines.flatMap((text) => text.split('\n')).map((line) => `  ${line}`);

const differingLines = ({ heads, adopt, repair, left, possibleRenames, undecided }: Drift, display: string): readonly string[] => [
  `${display} is at ${headsText(heads)}, and is not what the migrations make`,
  'what was done to it:',
  ...indented(differenceLines(adopt)),
  'what would undo that:',
  ...indented(repair.length ? differenceLines(repair) : ['nothing that could be written']),
  ...possibleRenames.map(({ from, to }) => `perhaps a new name, and no rows lost: --rename ${from}=${to}`),
  ...undecided.map((each) => {
    const { kind, of, name, reason } = each;
    return `perhaps the same in other words: ${kind} ${name === undefined ? '' : `${name} of `}${displayTable(of)} (${reason})${left.includes(each) ? '; --fix repair leaves it as it is' : ''}`;
  }),
];

const notComparedLines = ({ uncompared: { unread, custom, grants }, unmodelled }: Drift): readonly string[] => [
  ...unread.map(({ name, reason, place }) => `${displayTable(name)}, which hand-written SQL made or changed${place ? ` (${formatPlace(place)})` : ''}: ${reason}`),
  ...custom.map(({ kind, name }) => `${kind} ${displayTable(name)}, which an op of the project's own made`),
  ...(grants ? [`what ${grants} ${grants === 1 ? 'grant says' : 'grants say'}`] : []),
  ...unmodelledLines(unmodelled).map((each) => `${each}, for which no op has words`),
];
