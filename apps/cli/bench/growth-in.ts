import { growthOf, type Growth } from './growth.js';
import type { Measured } from './measured.js';

const inOrder = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** How everything that was measured in logs of several sizes grows with them. Times throughout: more is worse. */
export function growthIn({ compared = [], rebuilt = [], reads, started = [] }: Measured): readonly Growth[] {
  const callers = [...new Set(compared.map((each) => each.callers))];
  const times = reads?.times ?? [];
  const asked = inOrder(times.map(({ question, clock }) => `${question}, ${clock}`));
  return [
    ...callers.flatMap((count) => {
      const own = compared.filter((each) => each.callers === count);
      const who = count === 1 ? '1 caller' : `${count} callers`;
      return [
        ...growthOf(`time of a command, ${who}`, own.map(({ events, enginePerSecond }) => ({ events, value: 1 / enginePerSecond }))),
        ...growthOf(`time of its bare inserts, ${who}`, own.map(({ events, barePerSecond }) => ({ events, value: 1 / barePerSecond }))),
      ];
    }),
    ...growthOf('time of an event in a rebuild', rebuilt.map(({ events, perSecond }) => ({ events, value: 1 / perSecond }))),
    ...asked.flatMap((name) => growthOf(`p95 of ${name}`, times.filter(({ question, clock }) => `${question}, ${clock}` === name).map(({ events, p95 }) => ({ events, value: p95 })))),
    ...growthOf('start of the server', started.map(({ events, milliseconds }) => ({ events, value: milliseconds }))),
    ...growthOf('idle memory', started.flatMap(({ events, idleBytes }) => (idleBytes === undefined ? [] : [{ events, value: idleBytes }]))),
  ];
}
