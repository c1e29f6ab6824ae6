import { nameRules } from './tidy/names.rules.js';
import { readRepository } from './tidy/files.js';
import { offences } from './tidy/rule.js';
import { medianLines, sizeRules } from './tidy/sizes.rules.js';
import { sourceOf } from './tidy/source.js';
import { unusedFiles } from './tidy/unused-files.js';
import { wordRules } from './tidy/words.rules.js';

const rules = [...wordRules, ...nameRules, ...sizeRules];
const repository = readRepository();

describe('the repository is tidy', () => {
  it.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
    expect(offences(rule, repository)).toEqual([]);
  });

  it('somebody imports every file', () => {
    expect(unusedFiles(repository)).toEqual([]);
  });

  it('the median source file is small', () => {
    const sources = repository.filter(({ path, isCode }) => isCode && /^(apps|libs)\//.test(path) && !path.includes('.spec.'));
    process.stdout.write(`tidy: ${sources.length} source files, median ${medianLines(sources.map(({ text }) => text))} lines\n`);
  });
});

describe('each tidy rule can fail', () => {
  it.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
    for (const [path, text] of rule.refuses) expect([text, offences(rule, [sourceOf(path, text)]).length > 0]).toEqual([text, true]);
    for (const [path, text] of rule.accepts) expect(offences(rule, [sourceOf(path, text)])).toEqual([]);
  });

  it('somebody imports every file', () => {
    const files = [
      sourceOf('apps/cli/main.ts', "import '#kernel'; new Worker(new URL('./worker.js', import.meta.url));"),
      sourceOf('apps/cli/worker.ts', ''),
      sourceOf('apps/cli/forgotten.ts', "import './main.js';"),
      sourceOf('libs/kernel/index.ts', "export * from './money.js';"),
      sourceOf('libs/kernel/money.ts', ''),
      sourceOf('libs/kernel/only-a-spec.ts', ''),
      sourceOf('libs/kernel/money.spec.ts', "import './only-a-spec.js'; import './testing/given.js';"),
      sourceOf('libs/kernel/testing/given.ts', ''),
    ];
    expect(unusedFiles(files)).toEqual(['apps/cli/forgotten.ts', 'libs/kernel/only-a-spec.ts']);
  });
});
