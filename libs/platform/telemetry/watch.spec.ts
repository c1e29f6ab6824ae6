import { decide, event, refuse, stream, text, toPerson, type CommandDeclaration } from '#kernel';
import { memoryAccessLog, roleTable } from '#platform/access';
import { Engine } from '#platform/engine';
import { StoreFault, systemClock } from '#platform/event-store';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { openTracing } from './open-tracing.js';
import { openCollector } from './testing/collector.js';
import { noTracing, type Tracing } from './tracing.js';
import { watchOf } from './watch.js';

const NoteTaken = event('NoteTaken', { fields: { words: text('Words') }, sentence: 'Noted: {words}' });
const note = stream('note', { events: { NoteTaken }, initial: 0 }).evolvedBy({ NoteTaken: (taken) => taken + 1 });
class TakeNote {
  @text('Words') words!: string;
}
const takeNote = decide(note, TakeNote, {
  summary: 'Take a note.', permission: 'audit:read', begins: 'named', ref: () => 'one',
  refusals: { 'notes-are-full': 'Two notes are enough' },
  rule: (taken, { words }) => (taken >= 2 ? refuse('notes-are-full') : [NoteTaken({ words })]),
}) as unknown as CommandDeclaration;
const auditor = { actor: toPerson('jane-doe'), role: 'auditor' };

function open(tracing: Tracing, kind: 'live' | 'demonstration' = 'live') {
  const watch = watchOf(tracing);
  const plain = openMemoryEventStore();
  const store = watch.store(plain);
  const engine = new Engine({ store, clock: systemClock, access: memoryAccessLog(), authority: roleTable({ auditor: ['audit:read'] }), kind, watch: watch.engine });
  const measured = async (name: string) => (await watch.measures.registry.metrics()).split('\n').filter((line) => line.startsWith(name) && !line.includes('_bucket'));
  return { watch, plain, store, engine, measured };
}

describe('what is measured', () => {
  it('counts commands by name and ending, refusals by rule, and events stored', async () => {
    const { engine, measured } = open(noTracing);
    for (const words of ['Jane Doe', 'two', 'three']) await engine.run(takeNote, { words }, auditor);
    await engine.run(takeNote, { words: 'four' }, { ...auditor, role: 'nobody' });
    expect(await measured('tallystick_command_seconds_count')).toEqual([
      'tallystick_command_seconds_count{command="TakeNote",outcome="done"} 2',
      'tallystick_command_seconds_count{command="TakeNote",outcome="refused"} 1',
      'tallystick_command_seconds_count{command="TakeNote",outcome="not-permitted"} 1',
    ]);
    expect(await measured('tallystick_refusals_total')).toEqual(['tallystick_refusals_total{command="TakeNote",refusal="notes-are-full"} 1']);
    expect(await measured('tallystick_appended_events_total')).toEqual(['tallystick_appended_events_total 2']);
    expect(await measured('tallystick_appends_waiting')).toEqual(['tallystick_appends_waiting 0']);
  });

  it('counts the same append sent twice as repeated, and a belief that did not hold as a conflict', async () => {
    const { store, measured } = open(noTracing);
    const one = { id: '6f1e3f0c-8d8a-5d57-9a3e-3f1b7a2c4d5e', stream: 'note-one', type: 'NoteTaken', schema: 1, effectiveOn: '2026-04-01', meta: {}, data: { words: 'one' } };
    await store.append({ events: [one], expects: [] });
    await store.append({ events: [one], expects: [] });
    await store.append({ events: [{ ...one, id: '7f1e3f0c-8d8a-5d57-9a3e-3f1b7a2c4d5e' }], expects: [{ stream: 'note-one', expected: 0 }] });
    expect(await measured('tallystick_append_seconds_count')).toEqual(['stored', 'repeated', 'conflict'].map((outcome) => `tallystick_append_seconds_count{outcome="${outcome}"} 1`));
  });

  it('raises the gap alarm when the log meets a hole, and for nothing else', async () => {
    const watch = watchOf(noTracing);
    const broken = openMemoryEventStore();
    const store = watch.store({ ...broken, readAll: () => Promise.reject(new StoreFault('corrupt', 'a hole')), head: () => Promise.reject(new StoreFault('unreachable', 'away')) });
    const gap = async () => (await watch.measures.logGap.get()).values[0]?.value;
    await expect(store.head()).rejects.toThrow('away');
    expect(await gap()).toBe(0);
    await expect(store.readAll({ after: 0, limit: 1 })).rejects.toThrow('a hole');
    expect(await gap()).toBe(1);
  });

  it('names nobody: no person, no words of theirs', async () => {
    const { engine, watch } = open(noTracing);
    await engine.run(takeNote, { words: 'Jane Doe' }, auditor);
    expect(await watch.measures.registry.metrics()).not.toMatch(/jane/i);
  });
});

describe('a trace', () => {
  it('goes from a request through its command to its event, and names nobody', async () => {
    const collector = await openCollector();
    const tracing = await openTracing('server', { OTEL_EXPORTER_OTLP_ENDPOINT: collector.address }, '1.2.3');
    const { engine, plain } = open(tracing);
    const stranger = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const outcome = await tracing.within('POST', { kind: 'server', isRoot: true, follows: [stranger, 'Jane Doe'] }, () => engine.run(takeNote, { words: 'Jane Doe' }, auditor));
    await tracing.close();
    await collector.close();

    const spans = new Map(collector.spans().map((span) => [span.name, span]));
    const [request, command, append] = ['POST', 'command TakeNote', 'append'].map((name) => spans.get(name));
    expect([command?.parentSpanId, append?.parentSpanId]).toEqual([request?.spanId, command?.spanId]);
    expect(request?.traceId).not.toBe('a'.repeat(32));
    expect(request?.links?.map(({ traceId }) => traceId)).toEqual(['a'.repeat(32)]);
    expect(append?.attributes).toContainEqual({ key: 'tallystick.position', value: { intValue: 1 } });
    expect(outcome.outcome).toBe('done');
    const [stored] = (await plain.readAll({ after: 0, limit: 1 })).events;
    expect(stored?.meta['traceparent']).toBe(`00-${command?.traceId}-${command?.spanId}-01`);
    expect(collector.words()).toContain('tallystick-server');
    expect(collector.words()).not.toMatch(/jane/i);
  });

  it('of a fault keeps its kind, and none of its words', async () => {
    const collector = await openCollector();
    const tracing = await openTracing('worker', { OTEL_EXPORTER_OTLP_ENDPOINT: collector.address }, '1.2.3');
    await expect(tracing.within('work', {}, () => Promise.reject(new RangeError('Jane Doe')))).rejects.toThrow('Jane Doe');
    await tracing.close();
    await collector.close();
    expect(collector.spans()[0]?.status?.code).toBe(2);
    expect(collector.words()).toContain('RangeError');
    expect(collector.words()).not.toMatch(/jane/i);
  });

  it('is written into no demonstration, and into no log while nothing is traced or the trace was not drawn', async () => {
    const collector = await openCollector();
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.address };
    const tracings: (readonly [Tracing, 'live' | 'demonstration'])[] = [
      [await openTracing('server', settings, '1'), 'demonstration'],
      [await openTracing('server', { ...settings, OTEL_TRACES_SAMPLER_ARG: '0' }, '1'), 'live'],
      [await openTracing('server', {}, '1'), 'live'],
    ];
    for (const [tracing, kind] of tracings) {
      const { engine, plain } = open(tracing, kind);
      await engine.run(takeNote, { words: 'one' }, auditor);
      expect((await plain.readAll({ after: 0, limit: 1 })).events[0]?.meta).not.toHaveProperty('traceparent');
      await tracing.close();
    }
    await collector.close();
  });

  it('that cannot be sent holds up nothing', async () => {
    const tracing = await openTracing('server', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }, '1');
    const started = performance.now();
    expect(await tracing.within('work', {}, () => Promise.resolve('done'))).toBe('done');
    expect(performance.now() - started).toBeLessThan(1_000);
    await tracing.close();
  });

  it('is drawn as often as the setting says, which must be a part', async () => {
    await expect(openTracing('server', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_TRACES_SAMPLER_ARG: 'often' }, '1')).rejects.toThrow('from 0 to 1');
  });
});
