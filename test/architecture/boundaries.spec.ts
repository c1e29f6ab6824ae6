import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './tidy/files.js';

/** A repository in small. Each file holds one import; the rule that must refuse it, or none. */
const files: readonly (readonly [path: string, wanted: string, rule?: string])[] = [
  ['libs/kernel/index.ts', './money.js'],
  ['libs/kernel/money.ts', 'class-validator'],
  ['libs/kernel/a.ts', 'node:fs', 'kernel-knows-only-itself'],
  ['libs/kernel/b.ts', '#domain/awards', 'kernel-knows-only-itself'],
  ['libs/kernel/c.ts', '@nestjs/common', 'kernel-knows-only-itself'],
  ['libs/domain/limits/index.ts', '#kernel'],
  ['libs/domain/awards/index.ts', './commands/approve-award.js'],
  ['libs/domain/awards/commands/approve-award.ts', '#domain/limits'],
  ['libs/domain/awards/commands/approve-award.spec.ts', '#kernel/testing/given'],
  ['libs/domain/awards/a.ts', '#domain/payments', 'contexts-do-not-meet'],
  ['libs/domain/awards/b.ts', '../payments/payment.js', 'contexts-do-not-meet'],
  ['libs/domain/awards/c.ts', '../limits/bucket.js', 'contexts-do-not-meet'],
  ['libs/domain/awards/d.ts', '@nestjs/common', 'contexts-do-not-meet'],
  ['libs/domain/awards/e.ts', 'node:fs', 'contexts-do-not-meet'],
  ['libs/domain/awards/f.ts', 'kysely', 'contexts-do-not-meet'],
  ['libs/domain/awards/g.ts', '#kernel/testing/given', 'nobody-imports-tests'],
  ['libs/domain/awards/a.spec.ts', '#platform/engine', 'specs-stay-in-their-room'],
  ['libs/domain/limits/bucket.ts', '#kernel'],
  ['libs/domain/payments/index.ts', './payment.js'],
  ['libs/domain/payments/payment.ts', '#kernel/money'],
  ['libs/workflows/pay.ts', '#domain/payments'],
  ['libs/workflows/a.ts', '../domain/awards/commands/approve-award.js', 'workflows-are-pure'],
  ['libs/workflows/b.ts', '#platform/engine', 'workflows-are-pure'],
  ['libs/views/registers/index.ts', '#domain/awards'],
  ['libs/views/registers/rows.ts', 'kysely'],
  ['libs/views/registers/a.ts', 'better-sqlite3', 'views-read-events'],
  ['libs/views/registers/b.ts', '../../domain/awards/commands/approve-award.js', 'views-issue-no-commands'],
  ['libs/views/registers/c.ts', '#platform/engine', 'views-read-events'],
  ['libs/platform/engine/index.ts', '#platform/event-store'],
  ['libs/platform/engine/inner.ts', '@nestjs/common'],
  ['libs/platform/engine/a.ts', '#domain/awards', 'platform-knows-no-rules'],
  ['libs/platform/engine/b.ts', '../event-store/port.js', 'platform-knows-no-rules'],
  ['libs/platform/event-store/index.ts', './port.js'],
  ['libs/platform/event-store/port.ts', '#kernel'],
  ['libs/kernel/testing/given.ts', '../money.js'],
  ['libs/stray.ts', '#kernel', 'every-file-has-a-room'],
  ['libs/workflows/lost.ts', './nowhere.js', 'every-import-is-found'],
  ['libs/kernel/about.ts', './round.js', 'no-circles'],
  ['libs/kernel/round.ts', './about.js'], // a circle is reported once
  ['libs/attendance/index.ts', '#domain/payments'],
  ['libs/attendance/a.ts', '../views/registers/rows.js', 'attendance-uses-faces'],
  ['libs/attendance/b.ts', '../../apps/cli/main.js', 'attendance-uses-faces'],
  ['apps/server/main.ts', '#views/registers'],
  ['apps/worker/main.ts', '#platform/engine'],
  ['apps/server/a.ts', '../../libs/platform/engine/inner.js', 'apps-use-faces'],
  ['apps/server/b.ts', '../cli/main.js', 'apps-use-faces'],
  ['apps/server/c.ts', 'jest', 'packages-are-declared'],
  ['apps/cli/main.ts', '#platform/engine'],
];

interface Report {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

describe('the boundaries can refuse', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tallystick-rooms-'));
  const refused = new Map<string, Set<string>>();
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(() => {
    for (const [path, wanted] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `import '${wanted}';\n`);
    }
    for (const name of ['tsconfig.boundaries.json', '.dependency-cruiser.mjs', 'package.json']) cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const tool = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
    const args = [tool, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'apps', 'libs'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    for (const { from, rule } of (JSON.parse(stdout) as Report).summary.violations) {
      refused.set(from, (refused.get(from) ?? new Set()).add(rule.name));
    }
  }, 60_000);

  it.each(files.map(([path, wanted, rule]) => [path, wanted, rule ?? 'no rule'] as const))('%s imports %s: refused by %s', (path, _, rule) => {
    if (rule === 'no rule') expect([...(refused.get(path) ?? [])]).toEqual([]);
    else expect([...(refused.get(path) ?? [])]).toContain(rule);
  });
});
