import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../infra/bootstrap/places.js';
import { copyOf, stagesOf } from '../../infra/docker/dockerfile.js';

const stages = stagesOf(join(root, 'infra', 'docker', 'Dockerfile'));
const last = stages.at(-1)?.steps ?? [];
const rest = (word: string): readonly string[] => last.filter((step) => step.word === word).map((step) => step.rest);

/** What can be said of the image without building it; infra/docker/rehearse.js runs its every line. */
describe('the image', () => {
  it('is built in stages, on the Node that everything is tested on', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'infra', 'bootstrap', 'runtime', 'package.json'), 'utf8')) as { version: string };
    expect(new Set(stages.map(({ from }) => from))).toEqual(new Set([`node:${version}-bookworm-slim`]));
    expect(stages.map(({ name }) => name)).toEqual(['build', 'packages', '2']);
  });

  it('is not root, says so by number, and has a health check that needs no shell', () => {
    expect(rest('USER')).toEqual(['1000:1000']);
    expect(rest('HEALTHCHECK')[0]).toMatch(/ CMD \["node", /);
    expect(JSON.parse(rest('CMD')[0] ?? '')).toEqual(['node', '--enable-source-maps', 'dist/apps/server/main.js']);
  });

  it('copies what there is, and what an earlier stage makes', () => {
    const names = stages.map(({ name }) => name);
    for (const { steps } of stages) {
      for (const { stage, what } of steps.filter(({ word }) => word === 'COPY').map((step) => copyOf(step.rest))) {
        if (stage !== undefined) expect(names).toContain(stage);
        else for (const each of what) expect([each, existsSync(join(root, each))]).toEqual([each, true]);
      }
    }
  });

  it('is sent nothing but what it copies: no data, no history, no secrets', () => {
    const lines = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines[0]).toBe('*');
    const sent = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const wanted = stages.flatMap(({ steps }) => steps).filter(({ word }) => word === 'COPY').map((step) => copyOf(step.rest)).filter(({ stage }) => stage === undefined).flatMap(({ what }) => what);
    expect(wanted.filter((each) => !sent.some((place) => each === place || each.startsWith(`${place}/`)))).toEqual([]);
    expect(sent.filter((place) => !wanted.some((each) => each === place || each.startsWith(`${place}/`)))).toEqual([]);
  });

  it('has nothing in it that only developers need', () => {
    const packages = stages.find(({ name }) => name === 'packages')?.steps.map((step) => step.rest);
    expect(packages).toContain('npm ci --omit=dev');
    expect(rest('COPY').filter((line) => /--from=build/.test(line))).toEqual(['--from=build /src/dist dist']);
  });
});
