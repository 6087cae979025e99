import type { EngineCases } from '../engine-cases.ts';

export const postgresql: EngineCases = {
  needs: {},
  notRun: {},
  checks: {},
};
