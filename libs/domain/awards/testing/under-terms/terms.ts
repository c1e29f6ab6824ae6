import { gbp, toCode, toDate } from '#kernel';
import { anApplication } from '#domain/applications/testing';
import { withDelegation } from '#domain/decisions/testing';
import { limit, limitEvents, type Unit } from '#domain/limits';
import { budget, future, spring } from '#domain/programmes/testing';
import { AgreementOffered, AgreementSigned, AwardApproved, AwardRecommended } from '../../award.events.js';
import { award } from '../../award.js';
import type { TrancheNamed } from '../../tranche.events.js';
import { approved, awardLimitRef, ceiling, delegationRef, firstAward, linked, linkedLimitRef, moved, offered, opened, recommended, roundLimitRef, signed } from '../index.js';

type Terms = Partial<typeof recommended.data>;

/** East Riding’s award, recommended under these terms of a scheme; `named` are later years, named at once. */
export const recommendedUnder = (terms: Terms, named: readonly ReturnType<typeof TrancheNamed>[] = []) =>
  withDelegation(anApplication).and(award, firstAward, AwardRecommended({ ...recommended.data, termsVersion: 1, ...terms }), ...named);

/** Approved up to £20,000.00 under these terms; what it holds besides money of its round is up to each test. */
export const approvedUnder = (terms: Terms, said: Partial<typeof approved.data> = {}, first = 2_000_000, named: Parameters<typeof recommendedUnder>[1] = []) =>
  recommendedUnder(terms, named)
    .and(award, firstAward, AwardApproved({ ...approved.data, ...said }))
    .and(limit, delegationRef, moved('left', 'used', 2_000_000, firstAward))
    .and(limit, linkedLimitRef, linked)
    .and(limit, roundLimitRef, moved('allocated', 'approved', first, firstAward))
    .and(limit, awardLimitRef, { ...opened, data: { ...opened.data, amount: first } });

export const offeredUnder = (terms: Terms, said: Partial<typeof approved.data> = {}, first = 2_000_000, named: Parameters<typeof recommendedUnder>[1] = []) =>
  approvedUnder(terms, said, first, named).and(award, firstAward, AgreementOffered({ ...offered.data, amount: ceiling }));

/** Signed for the whole ceiling of £20,000.00. */
export const signedUnder = (terms: Terms, said: Partial<typeof approved.data> = {}, first = 2_000_000, lines: Partial<typeof signed.data> = {}, named: Parameters<typeof recommendedUnder>[1] = []) =>
  offeredUnder(terms, said, first, named)
    .and(award, firstAward, AgreementSigned({ ...signed.data, amount: ceiling, released: gbp(0), matchRequired: gbp(0), ...lines }))
    .and(limit, awardLimitRef, moved('approved', 'agreed', first, 'signed'));

export const trust = toCode('TRUST');
export const nextYear = { ...budget, financialYear: 'FY1314' };
export const ofTheTrust = { ...budget, fund: trust };
export const nextYearLimit = 'fund.IMPROVEMENT.FY1314';
export const trustLimit = 'fund.TRUST.FY1213';
export const firstPart = `award.${firstAward}.1`;

/** Any limit, as it is opened and moved. */
export const openedAt = (subject: string, unit: Unit, bucket: string, of: number) => limitEvents.LimitOpened({ subject, unit, bucket, amount: of });
export const raisedAt = (unit: Unit, bucket: string, of: number, because: string) => limitEvents.LimitRaised({ unit, bucket, amount: of, because });
export const reducedAt = (unit: Unit, bucket: string, of: number, because: string) => limitEvents.LimitReduced({ unit, bucket, amount: of, because });
export const movedAt = (unit: Unit, from: string, to: string, of: number, because: string) => limitEvents.LimitMoved({ unit, from, to, amount: of, because });
export const partOpened = (bucket: string, pence: number, number = 1) => openedAt(`part ${number} of award ${firstAward}`, 'GBP', bucket, pence);

/** Caps of the programme on awards and of the round on money, partners counted. */
export const caps = [
  { kind: 'awards', most: 1, within: 'programme', counting: 'partners' },
  { kind: 'money', most: gbp(2_500_000), within: 'round', counting: 'lead' },
] as const;
export const awardsOf = (body: string) => `cap.${future}.${body}.awards`;
export const moneyOf = (body: string) => `cap.${spring}.${body}.money`;
export const capped = (body: string, unit: 'COUNT' | 'GBP', of: number) => openedAt(`the cap of ${body}`, unit, 'counted', of);

/** A later year of £15,000.00, named for the award. */
export const laterYear = { kind: 'later', later: [{ financialYear: 'FY1314', upTo: gbp(1_500_000) }], subjectTo: 'approval by the Board', lapsesOn: toDate('2013-03-31') } as const;
