import type { ProgrammePage } from '#views/registers';
import type { Step } from '../../forms/next-steps.js';
import { inPounds } from '../../layout/words.js';
import { link, type Visit } from '../../visits/visit.js';
import type { Figure } from '../awards/award-model.js';
import type { AwardLine } from '../awards/award-lines.js';
import { ledgerLines } from '../ledger/ledger-lines.js';

export interface ProgrammeModel {
  readonly code: string;
  readonly purpose: string;
  readonly figures: readonly Figure[];
  readonly actions: readonly Step[];
  readonly shortSentence: string | undefined;
  readonly shortHref: string;
  readonly roundHeads: readonly string[];
  readonly rounds: readonly { readonly name: string; readonly reference: string; readonly line: string; readonly amounts: readonly number[] }[];
  readonly awards: readonly AwardLine[];
  readonly caption: string;
  readonly allHref: string;
}

export function programmeModel(programme: ProgrammePage, awards: readonly AwardLine[], caption: string, actions: readonly Step[], visit: Visit): ProgrammeModel {
  const { code, purpose, short, matchGapMinor, rounds } = programme;
  const missing = `${inPounds(matchGapMinor)} of match`;
  return {
    code,
    purpose,
    figures: figuresOf(programme, visit),
    actions,
    shortSentence: short === 0 ? undefined : `${short === 1 ? 'One award is' : `${short} awards are`} short of match: ${missing} is missing.`,
    shortHref: link(visit, `/awards?programme=${code}&match=short`),
    roundHeads: ['Allocated', 'Left to approve'],
    rounds: rounds.map(({ name, reference, fund, financialYear, isOpen, allocationMinor, leftMinor }) => ({
      name: isOpen ? name : `${name} (closed)`,
      reference,
      line: `${fund} ${financialYear}`,
      amounts: [allocationMinor, leftMinor],
    })),
    awards,
    caption,
    allHref: link(visit, `/awards?programme=${code}`),
  };
}

function figuresOf(programme: ProgrammePage, visit: Visit): readonly Figure[] {
  const lines = (account: string): string | undefined => ledgerLines(visit, account, programme.code);
  const { awards, approved, ceilingMinor, agreedMinor, headroomMinor, paidMinor, matchRequiredMinor, matchVerifiedMinor, awardCeilingMinor } = programme;
  return [
    { label: 'Awards', value: String(awards), href: link(visit, `/awards?programme=${programme.code}`), note: `${approved} approved, up to ${inPounds(awardCeilingMinor)} each` },
    { label: 'Ceilings', value: inPounds(ceilingMinor), href: lines('B:Approved') },
    { label: 'Agreed', value: inPounds(agreedMinor), href: lines('B:Agreed'), note: `${inPounds(headroomMinor)} under the ceilings` },
    { label: 'Paid', value: inPounds(paidMinor), href: lines('B:Spent') },
    ...(matchRequiredMinor > 0 ? [{ label: 'Match verified', value: inPounds(matchVerifiedMinor), href: lines('M:Met'), note: `of ${inPounds(matchRequiredMinor)} required` }] : []),
  ];
}
