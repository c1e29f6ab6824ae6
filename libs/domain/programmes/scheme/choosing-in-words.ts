import { showMoney } from '#kernel';
import type { CapTerm } from './cap-term.js';
import type { IntakeTerm } from './intake-term.js';
import type { SchemeTerms } from './scheme-terms.js';
import type { SelectionTerm } from './selection-term.js';

const ways: Readonly<Record<IntakeTerm['kind'], string>> = {
  nomination: 'Officers nominate bodies, or bodies nominate themselves.',
  'expression-of-interest': 'Bodies express an interest.',
  'invited-bids': 'Bids are invited from the bodies on a closed list. Nobody else may bid.',
  'open-call': 'Any body that meets the rules may apply.',
};

export function intakeInWords(intake: IntakeTerm | undefined): readonly string[] {
  if (!intake) return [];
  return [
    ways[intake.kind],
    intake.late === 'never' ? 'None is taken after the last day.' : 'A late one is taken where a reason for it is recorded.',
    intake.again === 'never'
      ? 'What was sent stands: it cannot be sent again.'
      : 'A body may change what it sent by sending it again until the round closes; the newest counts.',
  ];
}

const untilSoMany = (number: number | undefined): string => (number === undefined ? '' : ` or ${number === 1 ? 'one award has' : `${number} awards have`} been made`);

export function choosingInWords(selection: SelectionTerm | undefined): readonly string[] {
  switch (selection?.kind) {
    case undefined:
      return [];
    case 'officers':
      return ['Officers recommend what they find fit, and whoever holds the authority decides.'];
    case 'competition':
      return ['Applications are scored on the criteria of the round and ranked. The best are recommended, as far as the money goes; the next stand in reserve.'];
    case 'first-come':
      return [`Whoever came first is served first, until the money runs out${untilSoMany(selection.number)}.`];
    case 'all-eligible':
      return ['Everybody who is eligible gets what is given.'];
  }
}

const within = { round: 'in one round', programme: 'in the whole programme' } as const;
const counting = { lead: 'Only what a body leads is counted.', partners: 'What a body is a partner in counts too.' } as const;
const capInWords = (cap: CapTerm): string => {
  const most = cap.kind === 'money' ? showMoney(cap.most) : cap.most === 1 ? 'one award' : `${cap.most} awards`;
  return `No body gets more than ${most} ${within[cap.within]}. ${counting[cap.counting]} What a joint body has counts for each of its members.`;
};

export const capsInWords = ({ caps = [] }: SchemeTerms): readonly string[] => (caps.length === 0 ? ['There is no cap for one body.'] : caps.map(capInWords));

/** How many there is room for now: more than the terms say where a sponsor raised it. */
export function roomInWords({ capacity }: SchemeTerms, { capacity: now }: { readonly capacity?: number | undefined }): readonly string[] {
  if (!capacity) return [];
  const planned = capacity.planned === capacity.most ? `There is room for ${capacity.most} awards.` : `${capacity.planned} awards are planned, and there is room for ${capacity.most}.`;
  const raised = now !== undefined && now !== capacity.most ? [`The room was raised to ${now}.`] : [];
  const waiting = capacity.waitingList
    ? 'Whoever finds it full may wait; a place that comes free is kept for whoever has waited longest.'
    : 'There is no waiting list.';
  return [planned, ...raised, waiting];
}
