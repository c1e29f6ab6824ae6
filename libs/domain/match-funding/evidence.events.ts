/** Stored. Change only through evidence.history.ts. */
import { event, money, person, reference, text } from '#kernel';

export const EvidenceReceived = event('EvidenceReceived', {
  fields: {
    award: reference('AW', 'Award'),
    source: reference('OR', 'Source'),
    sourceName: text('Name of the source'),
    amount: money('Amount'),
    document: text('Document'),
    recordedBy: person('Recorded by'),
  },
  sentence: '{document} was received from {sourceName} as evidence of {amount} of match for {award}',
});

export const EvidenceAssessed = event('EvidenceAssessed', {
  fields: { award: reference('AW', 'Award'), accepted: money('Accepted', { orNil: true }), rejected: money('Rejected', { orNil: true }), verifiedBy: person('Verified by') },
  sentence: 'The evidence was assessed for {award}: {accepted} accepted, {rejected} not accepted',
});

/** The assessment is taken back, so that the evidence can be assessed again. */
export const EvidenceReopened = event('EvidenceReopened', {
  fields: {
    award: reference('AW', 'Award'),
    accepted: money('Accepted before', { orNil: true }),
    rejected: money('Rejected before', { orNil: true }),
    reason: text('Reason'),
    reopenedBy: person('Reopened by'),
  },
  sentence: 'The evidence waits to be assessed again: {accepted} accepted and {rejected} not accepted were taken back ({reason})',
});
