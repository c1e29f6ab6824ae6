import { gbp } from '#kernel';
import { by } from '#kernel/testing/given';
import { eastRiding, stranger } from '#domain/applications/testing';
import { anAwardRecommended, firstAward, moved } from '#domain/awards/testing';
import { limit, limitEvents } from '#domain/limits';
import { EvidenceReceived } from '../evidence.events.js';
import { MatchEvidenced } from '../match.events.js';
import { evidenced, pledged, pledgedBeforeSigning, received, shown } from '../testing/index.js';
import { evidenceMatch } from './evidence-match.js';

const invoice = 'evidence.OR-2012-001.invoice-12';
const show = { award: firstAward, source: eastRiding, amount: '£12,000.00', document: 'Invoice 12' };
const officer = by('officer', '2012-10-01');
const opened = (pence: number) =>
  limitEvents.LimitOpened({ subject: 'document Invoice 12 of East Riding of Yorkshire Council', unit: 'GBP', bucket: 'uncounted', amount: pence });
const counted = (pence: number) => moved('uncounted', 'counted', pence, 'EV-2012-001');
/** Another award counted £30,000.00 of this invoice of £40,000.00. */
const sharedInvoice = pledged.and(limit, invoice, opened(4_000_000), counted(3_000_000));

describe('evidencing match', () => {
  it('is refused before the award is approved', () => anAwardRecommended.when(evidenceMatch, show, officer).thenRefused('award-takes-no-match', { stage: 'recommended' }));

  it('is refused to a recipient that is neither the lead nor a partner of the award', async () => {
    await pledged.when(evidenceMatch, show, { ...officer, actsFor: stranger }).thenRefused('acts-for-another-body', { actsFor: stranger });
    await pledged.when(evidenceMatch, { ...show, amount: '£12,000.01' }, { ...officer, actsFor: eastRiding }).thenRefused('evidence-exceeds-pledge');
  });

  it('is refused a penny over what is pledged', () =>
    pledged
      .when(evidenceMatch, { ...show, amount: '£12,000.01' }, officer)
      .thenRefused('evidence-exceeds-pledge', { pledged: '£12,000.00', evidenced: '£0.00', needed: '£12,000.01' }));

  it('is refused over what is pledged together with what is shown already', () =>
    shown.when(evidenceMatch, { ...show, amount: '£0.01', document: 'Invoice 13' }, officer).thenRefused('evidence-exceeds-pledge', { evidenced: '£12,000.00' }));

  it('is refused from a source that pledged nothing', () =>
    pledged.when(evidenceMatch, { ...show, source: stranger }, officer).thenRefused('evidence-exceeds-pledge', { pledged: '£0.00' }));

  it('is refused when the document had another total before', () =>
    sharedInvoice.when(evidenceMatch, { ...show, documentTotal: '£42,000.00' }, officer).thenRefused('document-total-differs', { total: '£40,000.00' }));

  it('is refused when the document is counted already, however its name is written', () =>
    sharedInvoice
      .when(evidenceMatch, { ...show, amount: '£10,000.01', document: 'INVOICE-12' }, officer)
      .thenRefused('evidence-is-used-up', { left: '£10,000.00', needed: '£10,000.01' }));

  it('is refused when the document comes to less than is claimed', () =>
    pledged.when(evidenceMatch, { ...show, documentTotal: '£11,999.99' }, officer).thenRefused('evidence-is-used-up', { left: '£11,999.99' }));

  it('numbers the evidence and counts the document', () =>
    pledged.when(evidenceMatch, show, officer).then(received, evidenced, opened(1_200_000), counted(1_200_000)));

  it('is possible before signing', () =>
    pledgedBeforeSigning.when(evidenceMatch, show, officer).then(received, evidenced, opened(1_200_000), counted(1_200_000)));

  it('may use what another award left of a document', () =>
    sharedInvoice
      .when(evidenceMatch, { ...show, amount: '£10,000.00', documentTotal: '£40,000.00' }, officer)
      .then(
        EvidenceReceived({ ...received.data, amount: gbp(1_000_000) }),
        MatchEvidenced({ ...evidenced.data, amount: gbp(1_000_000) }),
        counted(1_000_000),
      ));
});
