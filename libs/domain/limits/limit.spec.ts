import { gbp, streamName } from '#kernel';
import { LimitMoved, LimitOpened, LimitRaised, LimitReduced } from './limit.events.js';
import { evidenceLimit } from './limit-refs.js';
import { left, limit } from './limit.js';
import { moneyLeft, open } from './moves.js';
import { toReference, toDate, type NewEvent, fact } from '#kernel';

const about = { ref: 'award.AW-2012-001', version: 1, on: toDate('2012-06-13'), by: 'person:clerk' };
const fold = (...events: readonly NewEvent[]) => events.reduce((state, event) => limit.evolve(state, event, about), limit.initial);
const opened = LimitOpened({ subject: 'award AW-2012-001', unit: 'GBP', bucket: 'approved', amount: 2_000_000 });
const moved = (amount: number) => LimitMoved({ unit: 'GBP', from: 'approved', to: 'agreed', amount, because: 'signed' });

describe('a limit', () => {
  it('holds nothing before it is opened', () => {
    expect(left(limit.initial, 'approved')).toBe(0);
    expect(moneyLeft(fact(limit, 'x', 0, limit.initial), 'approved')).toEqual(gbp(0));
  });

  it('moves money from bucket to bucket without losing a penny', () => {
    const state = fold(opened, moved(1_800_000), LimitReduced({ unit: 'GBP', bucket: 'approved', amount: 200_000, because: 'signed' }));
    expect(state).toMatchObject({ buckets: { approved: 0, agreed: 1_800_000 } });
  });

  it('grows when it is raised', () => {
    expect(left(fold(opened, LimitRaised({ unit: 'GBP', bucket: 'approved', amount: 1, because: 'more' })), 'approved')).toBe(2_000_001);
  });

  it('never lets a bucket cross zero', () => {
    expect(() => fold(opened, moved(2_000_001))).toThrow('approved of award AW-2012-001 would cross zero: -1');
  });

  it('never holds more than can be kept exactly', () => {
    const most = LimitOpened({ ...opened.data, amount: Number.MAX_SAFE_INTEGER });
    expect(() => fold(most, LimitRaised({ unit: 'GBP', bucket: 'approved', amount: 1, because: 'more' }))).toThrow('cannot be kept exactly');
  });

  it('never mixes units', () => {
    expect(() => fold(opened, LimitRaised({ unit: 'DAY', bucket: 'approved', amount: 100, because: 'days' }))).toThrow('counts GBP, not DAY');
  });

  it('is opened once, and before anything moves', () => {
    expect(() => fold(opened, opened)).toThrow('open already');
    expect(() => fold(moved(1))).toThrow('never opened');
  });

  it('is never read as money when it counts something else', () => {
    const days = fold(LimitOpened({ subject: 'experts', unit: 'DAY', bucket: 'left', amount: 1400 }));
    expect(() => moneyLeft(fact(limit, 'experts', 1, days), 'left')).toThrow('counts DAY, not money');
  });

  it('says its quantity in words', () => {
    expect(LimitOpened.say(opened.data)).toBe('The limit of award AW-2012-001 was opened with £20,000.00 approved');
    expect(LimitOpened.say({ subject: 'experts', unit: 'DAY', bucket: 'left', amount: 1450 })).toBe('The limit of experts was opened with 14.5 days left');
    expect(LimitMoved.say({ unit: 'PLACE', from: 'free', to: 'taken', amount: 1, because: 'booked' })).toBe('1 place moved from free to taken: booked');
  });

  it('is opened by whoever names it', () => {
    expect(open('award.AW-2012-001', 'award AW-2012-001', 'approved', gbp(2_000_000))).toMatchObject({ stream: streamName(limit, 'award.AW-2012-001'), events: [opened] });
  });
});

describe('the name of a document', () => {
  const source = toReference('OR', 'OR-2012-001');
  const named = (document: string) => evidenceLimit(source, document);

  it('is the same however it is spaced or capitalised', () => {
    expect(named('Invoice 12/A')).toBe('evidence.OR-2012-001.invoice-12-a');
    expect(named(' invoice  12 a')).toBe(named('Invoice 12/A'));
    expect(named('Invoice12A')).toBe(named('Invoice 12/A'));
    expect(named('1/17')).not.toBe(named('11/7'));
  });

  it('tells apart what letters and digits cannot', () => {
    expect(named('Счёт')).not.toBe(named('Чек'));
    expect(named(`${'long '.repeat(40)}a`)).not.toBe(named(`${'long '.repeat(40)}b`));
  });

  it('always fits into the name of a stream', () => {
    for (const document of ['!', '请', `${'long '.repeat(60)}é`]) expect(streamName(limit, named(document))).toMatch(/^[a-z]+-[A-Za-z0-9:_.-]{1,200}$/);
  });
});
