/** What the compiler must catch. Each @ts-expect-error fails the type check when its mistake would pass. */
import {
  decide, event, money, optional, refuse, stream, text, versions, view, type Money,
} from './index.js';

const Opened = event('Opened', { fields: { amount: money('Amount') }, sentence: 'Opened with {amount}' });
const Closed = event('Closed', { fields: { reason: text('Reason') }, sentence: 'Closed: {reason}' });
type State = { readonly stage: 'absent' } | { readonly stage: 'open'; readonly amount: Money };
const box = stream('box', {
  events: { Opened, Closed },
  initial: { stage: 'absent' } as State,
}).evolvedBy({ Opened: (_, { amount }) => ({ stage: 'open', amount }), Closed: () => ({ stage: 'absent' }) });

class CloseBox {
  @text('Box') box!: string;
  @text('Reason') reason!: string;
}
const basics = { summary: 'Close a box.', permission: 'box:close', ref: ({ box: ref }: CloseBox) => ref } as const;

describe('the compiler catches', () => {
  it('an event that evolve forgets', () => {
    // @ts-expect-error Closed has no case
    const forgetful = () => stream('box', { events: { Opened, Closed }, initial: { stage: 'absent' } as State }).evolvedBy({ Opened: (state) => state });
    expect(forgetful).toBeDefined();
  });

  it('a refusal that the command does not declare', () => {
    const wrong = () =>
      decide(box, CloseBox, {
        ...basics,
        refusals: { 'box-is-not-open': 'This box is not open' },
        // @ts-expect-error box-is-stuck is not declared
        rule: (state) => (state.stage === 'absent' ? refuse('box-is-not-open') : refuse('box-is-stuck')),
      });
    expect(wrong).toBeDefined();
  });

  it('a declared refusal that the rule never gives', () => {
    const wrong = () =>
      decide(box, CloseBox, {
        ...basics,
        refusals: { 'box-is-not-open': 'This box is not open', 'box-is-lost': 'This box is lost' },
        // @ts-expect-error box-is-lost is never refused
        rule: (state, { reason }) => (state.stage === 'absent' ? refuse('box-is-not-open') : [Closed({ reason })]),
      });
    expect(wrong).toBeDefined();
  });

  it('a missing event field', () => {
    // @ts-expect-error amount is missing
    const wrong = () => Opened({});
    expect(wrong).toBeDefined();
  });

  const tables = { boxes: versions({ columns: { box: 'text', amount_minor: 'integer' }, key: ['box'] }) };

  it('a view on a misspelt event', () => {
    const wrong = () =>
      view('boxes', {
        version: 1, tables, from: [box],
        on: {
          Opened: (rows, { ref, data }) => { rows.boxes.put({ box: ref, amount_minor: data.amount.minor }); },
          // @ts-expect-error no such event
          Clossed: () => undefined,
        },
      });
    expect(wrong).toBeDefined();
  });

  it('a view that reads a field the event lacks', () => {
    const wrong = () =>
      view('boxes', {
        version: 1, tables, from: [box],
        // @ts-expect-error Opened has no total
        on: { Opened: (rows, { ref, data }) => { rows.boxes.put({ box: ref, amount_minor: data.total.minor }); } },
      });
    expect(wrong).toBeDefined();
  });

  it('hands that are kept apart by a refusal nobody declared', () => {
    const wrong = () =>
      decide(box, CloseBox, {
        summary: 'Close a box.', permission: 'box:close', ref: ({ box: ref }) => ref, refusals: {},
        apart: { 'closer-opened-it': () => [] },
        // @ts-expect-error the refusal is not declared
        rule: (_, { reason }) => [Closed({ reason })],
      });
    expect(wrong).toBeDefined();
  });

  it('a property that is not of its field’s type', () => {
    class Wrong {
      // @ts-expect-error money is not text
      @text('Amount') amount!: Money;
      // @ts-expect-error the field may be absent, the property may not
      @optional(text('Reason')) reason!: string;
    }
    expect(Wrong).toBeDefined();
  });
});

it('and takes what is right, with facts typed from what was read', () => {
  const closeBox = decide(box, CloseBox, {
    summary: 'Close a box.',
    permission: 'box:close',
    ref: ({ box: ref }) => ref,
    facts: async (read, { reason }) => ({ other: await read.ifAny(box, reason) }),
    refusals: { 'box-is-not-open': 'This box is not open' },
    rule: (state, { reason }, { facts }) => {
      if (state.stage === 'absent') return refuse('box-is-not-open');
      return [Closed({ reason }), facts.other.append(Opened({ amount: state.amount }))];
    },
  });
  expect(closeBox.name).toBe('CloseBox');
});
