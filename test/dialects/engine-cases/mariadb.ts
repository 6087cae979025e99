import type { EngineCases } from '../engine-cases.ts';

export const mariadb: EngineCases = {
  needs: {},
  notRun: {},
  checks: {},
};
