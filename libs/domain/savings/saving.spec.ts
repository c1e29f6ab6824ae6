import { gbp, nil, toDate, type NewEvent } from '#kernel';
import { ClaimWithdrawn, ForecastRevised, SavingClaimed, SavingValidated } from './saving.events.js';
import { saving } from './saving.js';
import { claimed, claimedAbove, firstSaving, forecast, lifetime, revised, validated, withdrawn } from './testing/index.js';

const about = { ref: firstSaving, version: 1, on: toDate('2013-05-01'), by: 'person:officer' };
const fold = (...events: readonly NewEvent[]) => events.reduce((state, event) => saving.evolve(state, event, about), saving.initial);
const partly = SavingValidated({ ...validated.data, accepted: gbp(4_000_000), rejected: gbp(2_000_000), reason: 'No baseline' });

describe('a saving', () => {
  it('moves its pounds from forecast to claimed to validated or rejected', () => {
    expect(fold(forecast)).toMatchObject({ buckets: { forecast: gbp(10_000_000), claimed: nil, validated: nil, rejected: nil } });
    expect(fold(forecast, claimed)).toMatchObject({ buckets: { forecast: gbp(4_000_000), claimed: gbp(6_000_000), validated: nil, rejected: nil } });
    expect(fold(forecast, claimed, partly)).toMatchObject({ buckets: { forecast: gbp(4_000_000), claimed: nil, validated: gbp(4_000_000), rejected: gbp(2_000_000) } });
  });

  it('is what it was before a claim that was withdrawn', () => {
    const before = { buckets: { forecast: gbp(10_000_000), claimed: nil, validated: nil, rejected: nil } };
    expect(fold(forecast, claimed, withdrawn)).toMatchObject(before);
    expect(fold(forecast, claimedAbove, ClaimWithdrawn({ ...withdrawn.data, amount: gbp(12_000_000), noLongerForecast: gbp(2_000_000) }))).toMatchObject(before);
  });

  it('is expected to come to what the last revision says, claims included', () => {
    expect(fold(forecast, claimed, revised)).toMatchObject({ qualifier: 'about', buckets: { forecast: gbp(2_000_000), claimed: gbp(6_000_000) } });
  });

  it.each<[string, RegExp, readonly NewEvent[]]>([
    ['two claims at a time', /one claim at a time/, [forecast, claimed, SavingClaimed({ ...claimed.data, claim: 2 })]],
    ['more claimed than is forecast', /forecast of a saving would cross zero/, [forecast, SavingClaimed({ ...claimed.data, amount: gbp(10_000_001) })]],
    ['a claim validated twice', /does not wait/, [forecast, claimed, validated, validated]],
    ['another claim validated than waits', /Claim 2 does not wait/, [forecast, claimed, SavingValidated({ ...validated.data, claim: 2 })]],
    ['a validated claim withdrawn', /does not wait/, [forecast, claimed, validated, withdrawn]],
    ['a revision from another figure than stood', /was 10000000 before/, [forecast, ForecastRevised({ ...revised.data, before: gbp(1) })]],
  ])('never has %s: such a history is a bug', (_, message, history) => {
    expect(() => fold(...history)).toThrow(message);
  });
});

describe('the sentences of a saving', () => {
  it.each([
    [forecast, 'A forecast of over £100,000.00 was recorded: cashable savings of East Riding of Yorkshire Council (AW-2012-001), FY1213, attributable to the support (Bid)'],
    [lifetime, 'A figure of £133,000,000.00 was recorded: savings or income of FUTURE, the lifetime of the programme, contributed to by the support (External evaluation)'],
    [revised, 'The forecast of cashable savings of East Riding of Yorkshire Council (AW-2012-001), FY1213 was revised from over £100,000.00 to about £80,000.00: Fewer buildings'],
  ] as const)('say whose it is, when, and how sure', (event, sentence) => {
    const declared = saving.events[event.type];
    expect(declared.say(event.data)).toBe(sentence);
  });

  it('say what a claim added and what was not accepted', () => {
    expect(saving.events.SavingClaimed.say(claimedAbove.data)).toMatch(/\(claim 1, Annual report 2012\/13\); £20,000.00 of it was not forecast before$/);
    expect(saving.events.SavingValidated.say(partly.data)).toMatch(/^£40,000.00 of .* was validated \(claim 1\), £20,000.00 was not accepted: No baseline$/);
  });
});
