import type { EngineCases } from '../engine-cases.ts';

export const sqlite: EngineCases = {
  needs: {},
  notRun: {},
  checks: {},
};
