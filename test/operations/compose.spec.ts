import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../infra/bootstrap/places.js';
import { pathOf, requireService } from '../support/require-service.js';

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly ports?: readonly (string | object)[];
  readonly profiles?: readonly string[];
  readonly deploy?: { readonly replicas: number };
  readonly environment?: Readonly<Record<string, string>>;
  readonly networks?: Readonly<Record<string, unknown>>;
}
interface Composed {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
}

const given = { PATH: process.env['PATH'], POSTGRES_PASSWORD: 'of-this-test' };

requireService('compose')('the cluster on one machine', () => {
  const compose = pathOf('compose');
  const told = (...args: string[]) => parse(execFileSync(compose, ['-f', 'docker-compose.yml', ...args, 'config'], { cwd: root, env: given, encoding: 'utf8' })) as Composed;
  // Old and new versions differ in whether they print what belongs to a profile that was not asked for.
  const cluster = told('--profile', 'kurrentdb', '--profile', 'observability');

  it('has two servers, two workers and what they stand on; the rest only by profile', () => {
    const { services } = cluster;
    expect([services['server']?.deploy?.replicas, services['worker']?.deploy?.replicas]).toEqual([2, 2]);
    const always = Object.entries(services).filter(([, { profiles }]) => profiles === undefined).map(([name]) => name);
    expect(always.sort()).toEqual(['balancer', 'postgres', 'redis', 'server', 'worker']);
    expect(Object.fromEntries(Object.entries(services).flatMap(([name, { profiles }]) => (profiles ? [[name, profiles]] : [])))).toEqual({
      kurrentdb: ['kurrentdb'], prometheus: ['observability'], grafana: ['observability'],
    });
  });

  it.each(['server', 'worker'])('a %s is not root, writes nowhere but its data, and can be given no more rights', (name) => {
    expect(cluster.services[name]).toMatchObject({ user: '1000:1000', read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  });

  it('opens ports on this machine only, and none of the databases', () => {
    for (const [name, { ports = [] }] of Object.entries(cluster.services)) {
      for (const port of ports) expect([name, JSON.stringify(port)]).toEqual([name, expect.stringContaining('127.0.0.1')]);
      if (['postgres', 'redis', 'kurrentdb', 'server', 'worker'].includes(name)) expect([name, ports]).toEqual([name, []]);
    }
  });

  it('keeps events, views and jobs where only servers and workers reach them', () => {
    const inside = Object.entries(cluster.services).filter(([, { networks = {} }]) => 'inside' in networks).map(([name]) => name);
    expect(inside.sort()).toEqual(['kurrentdb', 'postgres', 'prometheus', 'redis', 'server', 'worker']);
    for (const name of ['postgres', 'redis', 'kurrentdb']) expect(Object.keys(cluster.services[name]?.networks ?? {})).toEqual(['inside']);
    expect(cluster.networks['inside']?.internal).toBe(true);
  });

  it('writes no password into an address, and has none of its own', () => {
    for (const [, { environment = {} }] of Object.entries(cluster.services)) {
      for (const [name, value] of Object.entries(environment)) if (/_URL$/.test(name)) expect(value).not.toMatch(/:[^/@]+@/);
    }
    const without = spawnSync(compose, ['-f', 'docker-compose.yml', 'config'], { cwd: root, env: { PATH: given.PATH }, encoding: 'utf8' });
    expect(without.status).not.toBe(0);
    expect(without.stderr).toContain('.env');
    expect(readFileSync(join(root, '.gitignore'), 'utf8')).toMatch(/^\.env$/m);
  });

  it('keeps events in KurrentDB when it is told so, and nothing else changes', () => {
    const env = { ...given, EVENT_STORE_URL: 'kurrentdb://kurrentdb:2113?tls=false' };
    const other = parse(execFileSync(compose, ['-f', 'docker-compose.yml', '--profile', 'kurrentdb', '--profile', 'observability', 'config'], { cwd: root, env, encoding: 'utf8' })) as Composed;
    expect(other.services['server']?.environment?.['EVENT_STORE_URL']).toBe('kurrentdb://kurrentdb:2113?tls=false');
    expect({ ...other.services['worker']?.environment, EVENT_STORE_URL: '' }).toEqual({ ...cluster.services['worker']?.environment, EVENT_STORE_URL: '' });
  });

  it('the demonstration is one service', () => {
    const demonstration = parse(execFileSync(compose, ['-f', 'infra/docker/demonstration.yml', 'config'], { cwd: root, env: given, encoding: 'utf8' })) as Composed;
    expect(Object.keys(demonstration.services)).toEqual(['tallystick']);
  });
});
