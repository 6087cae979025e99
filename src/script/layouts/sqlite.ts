import { writeLiteral } from '../../dialects/write.ts';
import type { Statement } from '../../plan/index.ts';
import { commentText } from '../comment.ts';
import type { PartedStatement } from '../parts.ts';
import type { Layout, LayoutFacts, ScriptInput } from './layout.ts';
import { joined, proofOf, sqliteRefusals } from './sqlite-refusals.ts';

/** As SQLite counts it: major * 1000000 + minor * 1000 + patch. */
const serverNumber = (server: string): number => {
  const [major = 0, minor = 0, patch = 0] = server.split('.').map(Number);
  return (major * 1000 + minor) * 1000 + patch;
};

function facts(input: ScriptInput): LayoutFacts {
  const { plan, dialect, failures, facts: common } = input;
  const proves = !common.own;
  /** Of the plan, how many are written so far. */
  let statements = 0;
  /** What is written together with the statement behind it. */
  let before: Statement | undefined;

  const statement = (event: PartedStatement): object => {
    const whole = before ? joined(before, event.statement) : event.statement;
    before = proves && event.statement.proof === '' ? whole : undefined;
    if (before) return { joinsNext: true };
    statements += 1;
    return {
      number: statements,
      previous: statements - 1,
      sql: whole.sql,
      ...(proves && { proved: provedFacts(whole) }),
      ...(event.part.closesStep && { ends: stepEnd(event, input) }),
    };
  };

  return {
    script: {
      server: commentText(plan.server),
      serverNumber: serverNumber(plan.server),
      /** Whether a block begins where a revision has taken effect in part. */
      midStep: failures.some(({ midStep }) => midStep),
      /** Makes the version table where it is missing. */
      createVersionTable: dialect.createVersionTable(plan.versionTable, dialect).map(({ sql }) => sql),
    },
    step: () => ({ statements }),
    block: () => ({ statements }),
    statement,
  };
}

const stepEnd = ({ part: { step, number } }: PartedStatement, { dialect }: ScriptInput): object => ({
  number,
  direction: step.direction,
  revisionText: writeLiteral(dialect, step.revision),
});

function provedFacts(statement: Statement): object {
  const proof = proofOf(statement);
  if (!proof) throw new Error(`not proved: ${statement.sql}`);
  const { as, sql = statement.sql, holds } = proof;
  return { sql, holds, inTrigger: as === 'trigger', inTable: as === 'result' };
}

export const sqlite: Layout = { check: sqliteRefusals, facts };
