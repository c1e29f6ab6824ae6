import { toCode } from '#kernel';
import type { EligibilityRule } from '#domain/programmes';
import { judge, type Applicant } from './eligibility.js';

const homes = toCode('homes');
const applicant: Applicant = {
  organisationType: 'district',
  region: 'South East',
  registers: ['ons'],
  partnerRoles: ['joint-applicant', 'private-partner'],
  facts: [{ question: homes, number: 500 }, { question: toCode('land'), option: toCode('own') }, { question: toCode('true'), option: toCode('declared') }],
};
const base = { code: toCode('RULE-1'), effect: 'refuses' } as const;
const verdict = (rule: EligibilityRule, of: Partial<Applicant> = {}) => judge([rule], 3, { ...applicant, ...of })[0];

describe('judging who is eligible', () => {
  it('cites the rule, the version of the terms and where the rule stands', () =>
    expect(verdict({ ...base, kind: 'number', question: homes, least: 500, most: 1000, source: 'D003, 35' })).toEqual({
      rule: 'RULE-1', version: 3, effect: 'refuses', met: true, reason: 'The answer to homes is 500, and the rule asks for between 500 and 1000 (D003, 35)',
    }));

  it.each([[499, false], [500, true], [1000, true], [1001, false]])('takes both ends of a range as inside: %d', (number, met) =>
    expect(verdict({ ...base, kind: 'number', question: homes, least: 500, most: 1000 }, { facts: [{ question: homes, number }] })).toMatchObject({ met }));

  it('says that a figure is missing, and does not take it for nought', () =>
    expect(verdict({ ...base, kind: 'number', question: homes, most: 10 }, { facts: [] })).toMatchObject({ met: false, reason: 'The answer to homes is missing, and the rule asks for at most 10' }));

  it('asks for a type of body', () => {
    const rule: EligibilityRule = { ...base, kind: 'type-of-body', types: [{ type: 'district' }, { type: 'county' }] };
    expect(verdict(rule)).toMatchObject({ met: true });
    expect(verdict(rule, { organisationType: 'company' })).toMatchObject({ met: false, reason: 'It is a company, and the rule asks for a district council or county council' });
    expect(verdict(rule, { organisationType: undefined })).toMatchObject({ met: false });
  });

  it('asks for a region, and one that is not recorded is in none', () => {
    const rule: EligibilityRule = { ...base, kind: 'region', regions: [{ region: 'South East' }] };
    expect(verdict(rule)).toMatchObject({ met: true });
    expect(verdict(rule, { region: undefined })).toMatchObject({ met: false, reason: 'No region is recorded for it, and the rule asks for South East' });
  });

  it('asks for an identifier of a register', () => {
    expect(verdict({ ...base, kind: 'identified-in', register: 'ons' })).toMatchObject({ met: true });
    expect(verdict({ ...base, kind: 'identified-in', register: 'charity' })).toMatchObject({ met: false });
  });

  it('counts partners, all or those of one role', () => {
    expect(verdict({ ...base, kind: 'partners', least: 2 })).toMatchObject({ met: true });
    expect(verdict({ ...base, kind: 'partners', least: 2, role: 'joint-applicant' })).toMatchObject({ met: false, reason: 'It has 1 partners as joint applicant, and the rule asks for at least 2' });
    expect(verdict({ ...base, kind: 'partners', least: 0, most: 1 })).toMatchObject({ met: false });
  });

  it('asks for one of several answers, and for a declaration', () => {
    const land: EligibilityRule = { ...base, kind: 'answered', question: toCode('land'), options: [{ option: toCode('own') }, { option: toCode('leased') }] };
    expect(verdict(land)).toMatchObject({ met: true });
    expect(verdict(land, { facts: [] })).toMatchObject({ met: false, reason: 'The answer to land is missing, and the rule asks for own or leased' });
    expect(verdict({ ...base, kind: 'declared', question: toCode('true') })).toMatchObject({ met: true });
    expect(verdict({ ...base, kind: 'declared', question: toCode('other') })).toMatchObject({ met: false, reason: 'The declaration other was not made' });
  });

  it('keeps a reason to a line, whatever the rule lists', () => {
    const regions = Array.from({ length: 50 }, (_, i) => ({ region: `A region with a rather long name ${i}` }));
    expect(verdict({ ...base, kind: 'region', regions })?.reason).toHaveLength(500);
  });
});
