import { type CheckResult, type Finding, RULES } from '../../check/index.ts';
import { VERSION } from '../../version.ts';

/**
 * The findings in the format that code scanning takes: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 *
 * @param pathOf a file of the project as seen from the repository's folder
 */
export function sarifLog({ checked, findings, unchecked }: CheckResult, pathOf: (file: string) => string): object {
  const rules = checked.map((id) => ({ id, shortDescription: { text: RULES[id].summary } }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'migsql', version: VERSION, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: unchecked.map((each) => ({ level: 'warning', message: textOf(each), associatedRule: { id: each.rule } })),
          },
        ],
        results: findings.map((each) => resultOf(each, checked.indexOf(each.rule), pathOf)),
      },
    ],
  };
}

const resultOf = (finding: Finding, ruleIndex: number, pathOf: (file: string) => string): object => ({
  ruleId: finding.rule,
  ruleIndex,
  level: finding.level,
  message: textOf(finding),
  ...(finding.place && { locations: [{ physicalLocation: locationOf(finding.place, pathOf) }] }),
  properties: { code: finding.code },
});

const textOf = ({ message, hint }: Finding): { readonly text: string } => ({ text: `${message}.${hint === undefined ? '' : ` ${hint}`}` });

const locationOf = ({ file, line, column }: NonNullable<Finding['place']>, pathOf: (file: string) => string): object => ({
  artifactLocation: { uri: pathOf(file).split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
  ...(line !== undefined && { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } }),
});
