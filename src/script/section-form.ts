import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError } from '../errors.ts';
import type { Plan } from '../plan/index.ts';
import { type Hazard, type Watch, hazardProblem, longLine, placeOf } from './hazards.ts';
import type { ScriptOptions } from './options.ts';
import type { Section } from './sections.ts';
import { hasLongLine, lineEndInText, withLinesOf } from './text-form.ts';

type Find = (text: string) => Hazard | undefined;

/** A hazard at the place of the part that holds it. */
export function inSection(section: Section, find: Find, hazard: Hazard, watch: Watch): Diagnostic {
  for (const { text, place } of section.parts?.() ?? []) {
    const found = find(text);
    if (found) return hazardProblem(found, watch, place);
  }
  return hazardProblem(hazard, watch, section.place);
}

/** How a section is written where lines end otherwise, or are not to be long; nothing where all stays as it is. */
export function formOf(plan: Plan, { eol, lineLength }: ScriptOptions, watch: Watch): ((section: Section) => string) | undefined {
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
        return hazard ? hazardProblem(hazard, watch, placeOf(statement, file)) : [];
      }),
    ),
  );
  if (problems.length) throw new MigsqlError(problems);
}
