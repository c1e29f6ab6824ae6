/**
 * What `npm test` runs, in this order. A check is one program and counts as one test; a suite is a set of spec files.
 * `npm test -- lint` or `npm test -- approve-award` runs what bears that name.
 *
 * @typedef {{ name: string, sentence: string, program: string, args: string[][] }} Check
 * @type {Check[]}
 */
export const checks = [
  {
    name: 'types',
    sentence: 'every source, spec and script agrees with its types',
    program: 'typescript/bin/tsc',
    args: [
      ['-p', 'tsconfig.json', '--noEmit', '--incremental', '--tsBuildInfoFile', 'dist/.types'],
      ['-p', 'infra/tsconfig.json'],
    ],
  },
  {
    name: 'lint',
    sentence: 'no floating promise, no any, no forgotten case',
    program: 'eslint/bin/eslint.js',
    args: [['--max-warnings=0', '.']],
  },
  {
    name: 'boundaries',
    sentence: 'nobody imports what their room may not know',
    program: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: [['--config', '.dependency-cruiser.mjs', '--output-type', 'err-long', 'apps', 'libs']],
  },
];

/**
 * Spec files in two runs, for machines with two cores: light ones side by side, heavy ones (servers, browsers, whole
 * histories) one after the other. A spec that no heavy folder claims is light, so none can be forgotten.
 *
 * @typedef {{ name: string, flags: string[], only: string[], never: string[] }} Suites
 */
export const heavyFolders = ['stories', 'segregation', 'journeys', 'faults', 'bench'];
const heavy = `/test/(${heavyFolders.join('|')})/`;

/** @type {Suites[]} */
export const runs = [
  { name: 'light', flags: ['--maxWorkers=2'], only: [], never: [heavy] },
  { name: 'heavy', flags: ['--runInBand'], only: [heavy], never: [] },
];

/** Names that stand for spec files elsewhere than in `test/<name>/`. */
export const nicknames = { unit: '/(apps|libs)/', tidy: '/test/architecture/tidy' };
