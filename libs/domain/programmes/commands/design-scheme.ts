import { code, decide, optional, present, refuse, text, type Code } from '#kernel';
import { SchemeDesigned } from '../programme.events.js';
import { programme } from '../programme.js';
import { termRefusals, termsMustHold } from '../scheme/checks.js';
import { sameTerms } from '../scheme/same-terms.js';
import { schemeTerms, type SchemeTerms } from '../scheme/scheme-terms.js';
import { stated } from '../stated.js';

export class DesignScheme {
  @code('Programme') programme!: Code;
  @schemeTerms terms!: SchemeTerms;
  @optional(text('Reason', { hint: 'Why the terms change, from the second version on' })) reason?: string;
}

export const designScheme = decide(programme, DesignScheme, {
  summary: 'Say on which terms a programme gives: rounds that are opened from now on take them over, rounds that are open keep theirs.',
  permission: 'scheme:design',
  ref: ({ programme: ref }) => ref,
  refusals: {
    'programme-is-closed': 'The programme {name} is closed, so its terms stand',
    ...termRefusals,
    'terms-are-the-same': 'These are the terms of {name} already, version {version}',
    'reason-is-missing': 'Say why the terms of {name} change',
  },
  rule(state, { programme: of, terms, reason }) {
    const { stage, name, awardCeiling, scheme } = present(state);
    if (stage === 'closed') return refuse('programme-is-closed', { name });
    const wrong = termsMustHold(terms, awardCeiling);
    if (wrong) return wrong;
    if (scheme && sameTerms(scheme.terms, terms)) return refuse('terms-are-the-same', { name, version: scheme.version });
    if (scheme && reason === undefined) return refuse('reason-is-missing', { name });

    return [SchemeDesigned(stated({ programme: of, version: (scheme?.version ?? 0) + 1, terms, reason }))];
  },
});
