import { awardEvents } from '#domain/awards';
import { deliveryEvents } from '#domain/delivery';
import { paymentEvents } from '#domain/payments';
import { add, type Watch } from './told.js';

interface Pays {
  readonly code: string;
  readonly payable?: { readonly minor: number } | undefined;
  readonly needs?: readonly { readonly output: string }[] | undefined;
}
interface Course {
  readonly phases: readonly Pays[];
  started: number;
  readonly accepted: Set<string>;
}

/** Phases start in their order, each once what opens it was accepted, and no more is authorised than the phases pay that have started. */
export function phases(): Watch {
  const courses = new Map<string, Course>();
  const authorised = new Map<string, number>();

  return ({ ref, is }) => {
    const recommended = is(awardEvents.AwardRecommended)?.phases;
    if (recommended) courses.set(ref, { phases: recommended, started: 0, accepted: new Set() });
    const accepted = is(deliveryEvents.OutputAccepted);
    if (accepted && accepted.period === undefined) courses.get(ref)?.accepted.add(accepted.output);
    const begun = is(deliveryEvents.PhaseStarted);
    if (begun) {
      const course = courses.get(ref);
      const next = course?.phases[course.started];
      if (!course || !next || next.code !== begun.phase) return `${ref} started ${begun.phase} out of order`;
      course.started += 1;
      const missing = next.needs?.find(({ output }) => !course.accepted.has(output));
      if (missing) return `${ref} started ${begun.phase} without ${missing.output}`;
    }

    const [paid, cancelled] = [is(paymentEvents.PaymentAuthorised), is(paymentEvents.PaymentCancelled)];
    const award = paid?.award ?? cancelled?.award;
    if (award === undefined) return undefined;
    const sum = add(authorised, award, (paid?.amount.minor ?? 0) - (cancelled?.amount.minor ?? 0));
    const bound = boundOf(courses.get(award));
    return paid && bound !== undefined && sum > bound ? `${award} is paid up to ${sum}, and its phases pay ${bound}` : undefined;
  };
}

/** What the phases pay that have started, where each of them says so. */
function boundOf(course: Course | undefined): number | undefined {
  if (!course?.phases.some(({ payable }) => payable)) return undefined;
  const sums = course.phases.slice(0, course.started).map(({ payable }) => payable?.minor);
  return sums.includes(undefined) ? undefined : sums.reduce<number>((all, each) => all + (each ?? 0), 0);
}
