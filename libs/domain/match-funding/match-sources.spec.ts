import { toReference, type OrganisationRef } from '#kernel';
import type { AwardTerms, MatchCondition } from '#domain/awards';
import { matchSource } from './match-sources.js';

const body = (number: number): OrganisationRef => toReference('OR', `OR-2012-00${number}`);
const [lead, district, company, charity] = [body(1), body(2), body(3), body(4)] as const;
const terms = {
  recipient: lead,
  recipientName: 'East Riding',
  partners: [
    { organisation: district, name: 'Ambleford', type: 'district', role: 'joint-applicant' },
    { organisation: company, name: 'Cranes Limited', type: 'company', role: 'private-partner' },
    { organisation: charity, name: 'River Trust', type: 'charity', role: 'partner' },
  ],
} as unknown as AwardTerms;
const from = (whom: MatchCondition['from']): readonly (string | undefined)[] =>
  [lead, district, company, charity, body(5)].map((source) => matchSource(terms, { from: whom } as MatchCondition, source)?.name);

describe('who may give match', () => {
  it('the recipient and its public partners, where the terms say public bodies: no company and no charity', () =>
    expect(from('public-bodies')).toEqual(['East Riding', 'Ambleford', undefined, undefined, undefined]));

  it('any partner where the terms say so, and nobody else', () => expect(from('any-partner')).toEqual(['East Riding', 'Ambleford', 'Cranes Limited', 'River Trust', undefined]));
});
