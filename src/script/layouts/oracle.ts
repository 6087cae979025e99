import type { Layout, LayoutFacts, ScriptInput } from './layout.ts';
import { oracleRefusals } from './oracle-refusals.ts';
import { oracleUnits } from './oracle-units.ts';

function facts({ plan, facts: common, options, dialect }: ScriptInput): LayoutFacts {
  const units = oracleUnits(plan, common, options, dialect);
  return {
    ...(!units.direct && { templates: { events: 'oracle/gated' } }),
    script: units.facts,
    event: (event) => ({ unit: units.of(event) }),
    close: units.close,
  };
}

export const oracle: Layout = { check: oracleRefusals, facts };
