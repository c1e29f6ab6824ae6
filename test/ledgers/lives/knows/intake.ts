import { applicationOf, openBid, openRound, roundOf, type Case, type Knowledge, type Written } from '../case.js';
import { randomAnswers } from '../random-forms.js';

/** What bodies send, and what officers say to it. */
export function intake(of: Case): Knowledge {
  const { below, pick } = of;
  const partners = (): readonly Written[] | undefined =>
    below(3) === 0 ? Array.from({ length: 1 + below(2) }, () => ({
      organisation: of.one('OR'), role: pick(['partner', 'joint-applicant', 'private-partner']),
    })) : below(2) === 0 ? [] : undefined;
  const answers = (round: string | undefined): readonly Written[] => randomAnswers(
    (round === undefined ? undefined : roundOf(of, round)?.form?.questions) ?? [], of,
  );
  const invited = (round: string | undefined): string | undefined => {
    const list = round === undefined ? [] : of.refs('OR').filter((body) => isInvited(of, round, body));
    return list.length > 0 && below(4) > 0 ? list[below(list.length)] : of.one('OR');
  };
  /** The first version of the form, whether or not another is in force by now. */
  const formVersion = (): number | undefined => (below(12) === 0 ? 1 : undefined);
  const lateBecause = (): string | undefined => (below(3) === 0 ? 'Ill' : undefined);

  return {
    Nominate: () => ({ round: openRound(of), organisation: of.one('OR'), partners: partners(), lateBecause: lateBecause() }),
    SubmitApplication: () => {
      const round = below(9) === 0 ? of.one('RD') : openRound(of);
      return { round, organisation: invited(round), partners: partners(), answers: answers(round), lateBecause: lateBecause(), formVersion: formVersion() };
    },
    ResubmitApplication: () => {
      const application = openBid(of);
      const round = application === undefined ? undefined : applicationOf(of, application)?.budget.round;
      return { application, partners: partners(), answers: below(2) === 0 ? undefined : answers(round), formVersion: formVersion() };
    },
    ReturnApplication: () => ({ application: openBid(of) }),
    ScreenApplications: () => ({ round: of.one('RD') }),
    WithdrawApplication: () => ({ application: openBid(of) }),
    DeclineApplication: () => ({ application: below(3) === 0 ? of.one('AP') : openBid(of) }),
  };
}

const isInvited = (of: Case, round: string, body: string): boolean => {
  const found = roundOf(of, round);
  return found !== undefined && found.invited.size > 0 && JSON.stringify(found.invited).includes(`"${body}"`);
};
