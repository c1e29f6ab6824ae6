import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Measures } from '#platform/telemetry';
import { root } from '../../infra/bootstrap/places.js';
import { pathOf, requireService } from '../support/require-service.js';

requireService('promtool')('the alarms, played through by Prometheus’ own tool', () => {
  const folder = join(root, 'infra', 'observability');
  const told = (args: readonly string[], input?: string) => {
    const { status, stdout, stderr } = spawnSync(pathOf('promtool'), args, { cwd: folder, encoding: 'utf8', ...(input === undefined ? {} : { input }) });
    return { status, words: `${stdout}${stderr}` };
  };

  it('can be read, and so can the configuration that names them', () => {
    expect(told(['check', 'config', 'prometheus.yml'])).toMatchObject({ status: 0 });
  });

  it('stay quiet in a healthy cluster, and each trouble raises its own', () => {
    const { status, words } = told(['test', 'rules', 'alerts.test.yml']);
    expect([status, words]).toEqual([0, expect.stringContaining('SUCCESS')]);
  });

  it('an alarm that was forgotten would be missed', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'tallystick-alerts-'));
    for (const name of ['alerts.yml', 'alerts.test.yml']) {
      const text = readFileSync(join(folder, name), 'utf8');
      writeFileSync(join(elsewhere, name), text.replace('max(tallystick_log_gap) > 0', 'max(tallystick_log_gap) > 9'));
    }
    const { status } = spawnSync(pathOf('promtool'), ['test', 'rules', 'alerts.test.yml'], { cwd: elsewhere });
    rmSync(elsewhere, { recursive: true });
    expect(status).not.toBe(0);
  });

  it('the page of measures is written as Prometheus wants it', async () => {
    const { body } = await new Measures().page();
    expect(told(['check', 'metrics'], body).words.split('\n').filter((line) => line.includes('tallystick_'))).toEqual([]);
  });
});
