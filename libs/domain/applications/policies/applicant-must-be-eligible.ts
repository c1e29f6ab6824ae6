import { refuse, type Refusal } from '#kernel';
import { schemeOf, type RoundState } from '#domain/programmes';
import { judge, type Applicant } from '../eligibility.js';
import { failedRule, type Verdict } from '../verdicts.js';

export const eligibilityRefusals = { 'not-eligible': 'Not eligible under the rule {rule} of version {version} of the terms. {reason}' } as const;

/** How an applicant stands by the rules of a round, under the terms in force; none where it has no scheme. */
export function judgedBy(round: RoundState, applicant: Applicant): readonly Verdict[] {
  const scheme = schemeOf(round);
  return scheme ? judge(scheme.terms.eligibility ?? [], scheme.version, applicant) : [];
}

/** A rule that is a preference keeps nobody out: it flags. */
export function applicantMustBeEligible(verdicts: readonly Verdict[]): Refusal<'not-eligible'> | undefined {
  const failed = failedRule(verdicts);
  return failed ? refuse('not-eligible', { rule: failed.rule, version: failed.version, reason: failed.reason }) : undefined;
}
