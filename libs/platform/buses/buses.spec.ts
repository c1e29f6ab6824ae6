import { Test } from '@nestjs/testing';
import { CommandBus, EventBus, QueryBus } from '@nestjs/cqrs';
import { decide, event, question, refuse, stream, text, toPerson, type CommandDeclaration, type QuestionDeclaration } from '#kernel';
import { memoryAccessLog, roleTable } from '#platform/access';
import { Engine } from '#platform/engine';
import { systemClock } from '#platform/event-store';
import { openMemoryEventStore } from '#platform/event-store-memory';
import { AskQuestion, BusesModule, EventStored, PublishedEvents, RunCommand } from './index.js';

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
const howMany = question('how-many', { input: class {}, summary: 'How many.', permission: 'audit:read', from: [], ask: () => Promise.resolve(2) }) as unknown as QuestionDeclaration<object, number>;

async function start() {
  const store = openMemoryEventStore();
  const engine = new Engine({ store, clock: systemClock, access: memoryAccessLog(), authority: roleTable({ auditor: ['audit:read'] }), kind: 'live' });
  const asked: unknown[] = [];
  const views = { ask: (...of: unknown[]) => (asked.push(of), Promise.resolve({ outcome: 'answered', answer: 2, position: 1 })) };
  const app = await Test.createTestingModule({ imports: [BusesModule.over({ engine, views: views as never, store })] }).compile();
  await app.init();
  return { store, asked, commands: app.get(CommandBus), queries: app.get(QueryBus), events: app.get(EventBus), published: app.get(PublishedEvents), stop: () => app.close() };
}

const auditor = { actor: toPerson('demo-auditor'), role: 'auditor' };

describe('one envelope on each bus', () => {
  it('a command reaches the engine with its declaration, its input and who runs it', async () => {
    const { commands, store, stop } = await start();
    const outcome = await commands.execute(new RunCommand(takeNote, { words: 'first' }, auditor));
    expect(outcome).toMatchObject({ outcome: 'done', events: [{ type: 'NoteTaken', data: { words: 'first' } }] });
    const { events } = await store.readStream('note-one');
    expect(events.map(({ type, meta }) => [type, meta['actor'], meta['command']])).toEqual([['NoteTaken', auditor.actor, 'TakeNote']]);
    await stop();
  });

  it('a refusal comes back as an answer, not as an exception', async () => {
    const { commands, stop } = await start();
    for (const words of ['one', 'two']) await commands.execute(new RunCommand(takeNote, { words }, auditor));
    expect(await commands.execute(new RunCommand(takeNote, { words: 'three' }, auditor))).toMatchObject({ outcome: 'refused', sentence: 'Two notes are enough' });
    await stop();
  });

  it('a question is asked at the moment that is wanted, and not at all for those who may not read', async () => {
    const { queries, asked, stop } = await start();
    expect(await queries.execute(new AskQuestion(howMany, {}, { ...auditor, knownAt: 7 }))).toMatchObject({ outcome: 'answered', answer: 2 });
    expect(asked).toEqual([[howMany, {}, { knownAt: 7 }]]);
    const refused = await queries.execute(new AskQuestion(howMany, {}, { actor: toPerson('x'), role: 'recipient' }));
    expect(refused).toMatchObject({ outcome: 'not-permitted', permission: 'audit:read' });
    expect(asked).toHaveLength(1);
    await stop();
  });

  it('stored events are published in order, each once, whoever stored them', async () => {
    const { commands, events, published, store, stop } = await start();
    const seen: number[] = [];
    const both = new Promise<void>((resolve) => {
      events.subscribe((each) => {
        if (each instanceof EventStored) seen.push(each.event.position);
        if (seen.length === 2) resolve();
      });
    });
    for (const words of ['one', 'two']) await commands.execute(new RunCommand(takeNote, { words }, auditor));
    await both;
    const head = (await store.head()).position;
    expect(seen).toEqual([head - 1, head]);
    expect(published.last).toBe(head);
    await stop();
  });
});

describe('why there is one envelope (docs/decisions/0502)', () => {
  it('the bus refuses a plain object, because it finds the way by the class', async () => {
    const { commands, stop } = await start();
    expect(() => commands.execute({ declaration: takeNote, input: { words: 'first' } } as never)).toThrow(/No handler found/);
    await stop();
  });

  it('a second argument of execute does not arrive: context must travel inside', async () => {
    const { commands, stop } = await start();
    const context = { role: 'administrator' };
    const outcome = await commands.execute(new RunCommand(takeNote, { words: 'first' }, { ...auditor, role: 'nobody' }), context as never);
    expect(outcome).toMatchObject({ outcome: 'not-permitted' });
    await stop();
  });
});
