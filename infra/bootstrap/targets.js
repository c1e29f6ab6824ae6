/**
 * What can be started. `needs` names the steps of prepare.js that must be up to date first; the file then runs
 * with `first` before whatever the user typed. The gate builds by itself, so that a broken build counts as a failure.
 *
 * @typedef {'install' | 'build' | 'assets'} StepName
 * @typedef {{ file: string, first: string[], needs: StepName[] }} Target
 * @type {Record<string, Target>}
 */
export const targets = {
  start: { file: 'dist/apps/server/main.js', first: ['--demonstration'], needs: ['install', 'build', 'assets'] },
  serve: { file: 'dist/apps/server/main.js', first: [], needs: ['install', 'build', 'assets'] },
  work: { file: 'dist/apps/worker/main.js', first: [], needs: ['install', 'build', 'assets'] },
  tally: { file: 'dist/apps/cli/main.js', first: [], needs: ['install', 'build', 'assets'] },
  'bench-postgres': { file: 'infra/bench/on-postgres.js', first: [], needs: ['install', 'build', 'assets'] },
  build: { file: 'infra/ci/built.js', first: [], needs: ['install', 'build', 'assets'] },
  outages: { file: 'test/campaigns/outages.mjs', first: [], needs: ['install', 'build', 'assets'] },
  test: { file: 'infra/ci/gate.js', first: [], needs: ['install'] },
};
