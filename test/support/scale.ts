/** How many times a property is tried: `runs`, scaled by MIGSQL_TEST_SCALE for long runs. The seed is fixed. */
export const tries = (runs: number): { readonly numRuns: number; readonly seed: number } => ({
  numRuns: Math.ceil(runs * Number(process.env['MIGSQL_TEST_SCALE'] ?? 1)),
  seed: 20_26,
});
