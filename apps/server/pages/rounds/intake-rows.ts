import type { Intake } from '#views/registers';
import type { SummaryRow } from '../../layout/figures.js';

const some = (number: number, words: string): readonly string[] => (number === 0 ? [] : [`${number} ${words}`]);

/** How a round was taken up, where there is more to say of it than the list of its applications says. */
export function intakeRows({ preferred, flagged, notEligible, late, returned, sentAgain, applications, bodies, counts }: Intake): readonly SummaryRow[] {
  const stands = [...some(preferred, 'meet every rule and preference'), ...some(flagged, 'do not meet a preference'), ...some(notEligible, 'not eligible')];
  const came = [...some(late, 'late'), ...some(sentAgain, 'sent again'), ...some(returned, 'returned to be put right')];
  return [
    ...(stands.length === 0 ? [] : [{ key: 'By the rules', value: stands.join(', ') }]),
    ...(came.length === 0 ? [] : [{ key: 'Of them', value: came.join(', ') }]),
    ...(bodies <= applications ? [] : [{ key: 'Bodies in them', value: String(bodies) }]),
    ...counts.map(({ document, stated, listed, bodiesStated }) => ({ key: `As ${document} states`, value: `${stated} applications${bodiesStated === null ? '' : ` of ${bodiesStated} bodies`}, where the register listed ${listed}` })),
  ];
}
