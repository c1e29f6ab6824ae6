import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { root } from '../../infra/bootstrap/places.js';
import { pathOf, requireService } from '../support/require-service.js';

type Labels = Readonly<Record<string, string>>;
interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}
interface Container {
  readonly name: string;
  readonly args: readonly string[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly securityContext: object;
  readonly env: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: { readonly secretKeyRef: { readonly name: string } } }[];
  readonly startupProbe: Probe;
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
  readonly resources: { readonly requests: object; readonly limits: object };
}
interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec: {
    readonly replicas: number;
    readonly strategy: { readonly rollingUpdate: object };
    readonly selector: Labels & { readonly matchLabels: Labels };
    readonly podSelector: { readonly matchLabels: Labels };
    readonly policyTypes: readonly string[];
    readonly ingress: readonly object[];
    readonly egress: readonly { readonly ports: readonly { readonly port: number }[] }[];
    readonly ports: readonly { readonly targetPort: string }[];
    readonly template: {
      readonly metadata: { readonly labels: Labels };
      readonly spec: { readonly terminationGracePeriodSeconds: number; readonly automountServiceAccountToken: boolean; readonly securityContext: object; readonly containers: readonly Container[] };
    };
  };
}

/** Debian's kubectl of 2020 knows `bases` and `patchesStrategicMerge`; we write today's words, and translate a copy for it. */
function inOldWords(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'tallystick-manifests-')), 'kubernetes');
  cpSync(join(root, 'infra', 'kubernetes'), folder, { recursive: true });
  const file = join(folder, 'example', 'kustomization.yaml');
  const { resources, patches, ...rest } = parse(readFileSync(file, 'utf8')) as { resources: string[]; patches: { path: string }[] };
  const isFolder = (path: string): boolean => path.startsWith('../');
  writeFileSync(file, JSON.stringify({ ...rest, bases: resources.filter(isFolder), resources: resources.filter((path) => !isFolder(path)), patchesStrategicMerge: patches.map(({ path }) => path) }));
  return folder;
}

function built(overlay: 'base' | 'example'): readonly Manifest[] {
  const kubectl = pathOf('kubectl');
  const { clientVersion } = JSON.parse(execFileSync(kubectl, ['version', '--client', '-o', 'json'], { encoding: 'utf8' })) as { clientVersion: { minor: string } };
  const folder = Number.parseInt(clientVersion.minor, 10) >= 21 ? join(root, 'infra', 'kubernetes') : inOldWords();
  const text = execFileSync(kubectl, ['kustomize', join(folder, overlay)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest);
}

const carries = (labels: Labels, wanted: Labels): boolean => Object.entries(wanted).every(([name, value]) => labels[name] === value);

requireService('kubectl')('the manifests', () => {
  const all = built('example');
  const ofKind = (kind: string) => all.filter((each) => each.kind === kind);
  const deployments = ofKind('Deployment');
  const containers = deployments.map(({ metadata, spec }) => [metadata.name, spec.template.spec.containers[0] as Container] as const);
  const labelsOf = (name: string) => deployments.find(({ metadata }) => metadata.name === name)?.spec.template.metadata.labels ?? {};

  it('build by themselves, and as a ministry builds them, all in its namespace', () => {
    expect(built('base').map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual(all.filter(({ kind }) => kind !== 'Ingress').map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort());
    expect(new Set(all.map(({ metadata }) => metadata.namespace))).toEqual(new Set(['grants']));
  });

  it('run two servers and two workers, and take none away before another is ready', () => {
    expect(deployments.map(({ metadata, spec }) => [metadata.name, spec.replicas, spec.strategy.rollingUpdate])).toEqual(
      ['tallystick-server', 'tallystick-worker'].map((name) => [name, 2, { maxUnavailable: 0, maxSurge: 1 }]),
    );
    expect(containers.map(([, { args }]) => args.at(-1))).toEqual(['dist/apps/server/main.js', 'dist/apps/worker/main.js']);
  });

  it.each(containers)('%s is not root, can become nothing else and writes nowhere but its volumes', (name, container) => {
    const pod = deployments.find(({ metadata }) => metadata.name === name)?.spec.template.spec;
    expect(pod?.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } });
    expect(pod?.automountServiceAccountToken).toBe(false);
    expect(container.securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
    expect(container.resources).toMatchObject({ requests: { cpu: expect.anything(), memory: expect.anything() }, limits: { memory: expect.anything() } });
  });

  it.each(containers)('%s is asked whether it lives and whether it is ready at its operations port', (_, { startupProbe, livenessProbe, readinessProbe, ports }) => {
    expect([startupProbe, livenessProbe, readinessProbe].map(({ httpGet }) => httpGet.path)).toEqual(['/health/live', '/health/live', '/health/ready']);
    for (const { httpGet } of [startupProbe, livenessProbe, readinessProbe]) expect(ports).toContainEqual({ name: httpGet.port, containerPort: 9464 });
  });

  it.each(containers)('%s takes addresses and passwords from secrets, and no manifest holds one', (_, { env }) => {
    expect(env.map(({ name }) => name)).toEqual(['EVENT_STORE_URL', 'VIEW_STORE_URL', 'REDIS_URL', 'PGPASSWORD', 'METRICS_TOKEN']);
    for (const { value, valueFrom } of env) expect([value, valueFrom?.secretKeyRef.name]).toEqual([undefined, expect.stringMatching(/^tallystick-/)]);
    expect(ofKind('Secret')).toEqual([]);
    expect(JSON.stringify(ofKind('ConfigMap'))).not.toMatch(/password|token|:\/\/[^/"]*@/i);
  });

  it('has time to say "not ready", and to finish what is under way, before it is killed', () => {
    const { DRAIN_SECONDS } = ofKind('ConfigMap')[0]?.data ?? {};
    for (const { spec } of deployments) expect(spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(Number(DRAIN_SECONDS) + 20);
  });

  it('keep one of each when nodes are emptied: the budgets select the pods that they are for', () => {
    const budgets = ofKind('PodDisruptionBudget');
    expect(budgets.map(({ metadata }) => metadata.name)).toEqual(['tallystick-server', 'tallystick-worker']);
    for (const { metadata, spec } of [...budgets, ...deployments]) expect([metadata.name, carries(labelsOf(metadata.name), spec.selector.matchLabels)]).toEqual([metadata.name, true]);
  });

  it('the service leads to the pages of servers, and not to their measures', () => {
    const [service] = ofKind('Service');
    expect(carries(labelsOf('tallystick-server'), service?.spec.selector ?? { none: '' })).toBe(true);
    expect(carries(labelsOf('tallystick-worker'), service?.spec.selector ?? {})).toBe(false);
    expect(service?.spec.ports.map(({ targetPort }) => targetPort)).toEqual(['pages']);
  });

  it('nothing goes in or out but what is written: pages, measures, names, PostgreSQL, Redis', () => {
    const policies = ofKind('NetworkPolicy');
    const whole = policies.find(({ metadata }) => metadata.name === 'tallystick');
    expect(whole?.spec.policyTypes).toEqual(['Ingress', 'Egress']);
    for (const name of ['tallystick-server', 'tallystick-worker']) expect(carries(labelsOf(name), whole?.spec.podSelector.matchLabels ?? { none: '' })).toBe(true);
    expect([...new Set(whole?.spec.egress.flatMap(({ ports }) => ports.map(({ port }) => port)))].sort()).toEqual([53, 5432, 6379]);
    expect(JSON.stringify(policies)).not.toContain('0.0.0.0/0');
  });
});
