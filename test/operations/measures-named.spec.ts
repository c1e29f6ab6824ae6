import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Measures } from '#platform/telemetry';
import { root } from '../../infra/bootstrap/places.js';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}
interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}

const file = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');
const rules = (parse(file('infra', 'observability', 'alerts.yml')) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(file('infra', 'observability', 'grafana', 'dashboards', 'tallystick.json')) as { panels: Panel[] };
const operating = file('docs', 'operating.md');

/** Told by Prometheus itself. */
const foreign = new Set(['up']);
const words = new Set(['sum', 'max', 'min', 'by', 'on', 'and', 'or', 'absent', 'rate', 'increase', 'histogram_quantile', 'time', 'topk', 'le']);

/** The measures that an expression names, and the labels that it asks of each. */
function namedIn(expr: string): readonly string[] {
  const bare = expr.replace(/\{[^}]*\}|\[[^\]]*\]|"[^"]*"/g, ' ').replace(/\b(by|on)\s*\([^)]*\)/g, ' ');
  return [...bare.matchAll(/\b[a-z_][a-z0-9_]*\b/gi)].map(([name]) => name).filter((name) => !words.has(name));
}

describe('alarms and dashboards', () => {
  const measures = new Measures();
  const known = new Map(measures.registry.getMetricsAsArray().flatMap(({ name, type }): [string, string][] =>
    String(type) === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => [`${name}${end}`, name]) : [[name, name]],
  ));
  const labelsOf = (name: string): readonly string[] => [
    'le', 'job', 'instance', ...((measures.registry.getSingleMetric(known.get(name) ?? name) as unknown as { labelNames?: readonly string[] } | undefined)?.labelNames ?? []),
  ];
  const expressions = [...rules.map(({ alert, expr }) => [alert, expr] as const), ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const))];

  it.each(expressions)('%s asks for measures that there are: %s', (_, expr) => {
    const named = namedIn(expr);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !known.has(name) && !foreign.has(name))).toEqual([]);
  });

  it.each(expressions)('%s asks for labels that they bear: %s', (_, expr) => {
    const asked = [...expr.matchAll(/([a-z_][a-z0-9_]*)\{([^}]*)\}/gi)].flatMap(([, name = '', inner = '']) => [...inner.matchAll(/([a-z_]+)\s*[=!]/g)].map(([, label = '']) => [name, label] as const));
    expect(asked.filter(([name, label]) => !foreign.has(name) && !labelsOf(name).includes(label))).toEqual([]);
  });

  it('no measure bears a label for people or things', () => {
    const labels = new Set(measures.registry.getMetricsAsArray().flatMap((metric) => (metric as unknown as { labelNames: readonly string[] }).labelNames));
    expect([...labels].filter((label) => !['kind', 'method', 'status', 'command', 'outcome', 'refusal', 'view', 'state', 'part', 'version'].includes(label)
      && !/^(type|space|major|minor|patch)$/.test(label))).toEqual([]);
  });

  it('every alarm says how urgent it is, and has a section in docs/operating.md that says what to do', () => {
    for (const { alert, labels, annotations } of rules) {
      expect([alert, labels.severity]).toEqual([alert, expect.stringMatching(/^(page|ticket)$/)]);
      expect([alert, annotations.runbook]).toEqual([alert, `docs/operating.md#${alert.toLowerCase()}`]);
      const [, section = ''] = new RegExp(`^### ${alert}\\n([^]*?)(?=^##|$(?![^]))`, 'm').exec(operating) ?? [];
      expect([alert, ['What it means', 'Look at', 'Do'].filter((part) => !section.includes(`**${part}.**`))]).toEqual([alert, []]);
    }
  });

  it('the handbook has no section for an alarm that there is not', () => {
    const [, alarms = ''] = /^## Alarms\n([^]*?)(?=^## )/m.exec(operating) ?? [];
    const sections = [...alarms.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
    expect(sections.sort()).toEqual(rules.map(({ alert }) => alert).sort());
  });
});
