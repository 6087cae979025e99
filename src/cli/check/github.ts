import type { CheckResult, Finding } from '../../check/index.ts';

/**
 * Commands of a workflow, which GitHub shows beside the lines that they name:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 *
 * @param pathOf a file of the project as seen from the repository's folder
 */
export const githubLines = ({ findings, unchecked }: CheckResult, pathOf: (file: string) => string): readonly string[] =>
  [...findings, ...unchecked].map((finding) => command(finding, pathOf));

function command({ rule, level, code, message, hint, place }: Finding, pathOf: (file: string) => string): string {
  const where = place ? { file: pathOf(place.file), line: place.line, col: place.column } : {};
  const properties = Object.entries({ ...where, title: `migsql ${rule}` })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${level} ${properties.join(',')}::${escapedData(`${message} [${code}]${hint === undefined ? '' : `\n${hint}`}`)}`;
}

/** As the toolkit of GitHub's own actions escapes them. */
const escapedData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string): string => escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
