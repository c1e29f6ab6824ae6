import { Controller, Get, Param, Req } from '@nestjs/common';
import { isReference } from '#kernel';
import { permits } from '#platform/access';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { paymentSteps, stepsFor, type Step } from '../../forms/next-steps.js';
import { captionOf, pagesAround, pagingOf } from '../../layout/paging.js';
import { template, type Reply } from '../../layout/reply.js';
import { paymentStage, paymentStages, type ShownStage } from '../../layout/stages.js';
import { timelineOf, type ShownYear } from '../../layout/timeline.js';
import { inPounds } from '../../layout/words.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { link, visitOf, type VisitedRequest } from '../../visits/visit.js';
import type { Figure } from '../awards/award-model.js';

interface PaymentsModel {
  readonly payments: readonly { readonly reference: string; readonly href: string; readonly award: string; readonly awardHref: string; readonly payee: string; readonly stage: ShownStage; readonly amount: number }[];
  readonly caption: string;
  readonly stages: readonly { readonly value: string; readonly words: string }[];
  readonly filter: string | undefined;
  readonly filterWords: string | undefined;
  readonly paging: { readonly previous: string | undefined; readonly next: string | undefined };
}
interface PaymentModel {
  readonly reference: string;
  readonly payee: string;
  readonly stage: ShownStage;
  readonly figures: readonly Figure[];
  readonly actions: readonly Step[];
  readonly years: readonly ShownYear[] | undefined;
}
const paymentsPage = template<PaymentsModel>('pages/payments/payments.njk');
const paymentPage = template<PaymentModel>('pages/payments/payment.njk');

@Controller('payments')
@Needs('register:read')
export class PaymentsController {
  constructor(private readonly reading: Reading) {}

  @Get()
  async list(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const stage = paymentStages.find((each) => each === visit.query['stage']);
    const paging = pagingOf(visit);
    const { rows, total } = await this.reading.payments(visit, stage === undefined ? {} : { stage }, paging);
    return paymentsPage('Payments', {
      payments: rows.map((row) => ({
        reference: row.reference, href: link(visit, `/payments/${row.reference}`), award: row.award, awardHref: link(visit, `/awards/${row.award}`),
        payee: row.payeeName, stage: paymentStage(row.stage), amount: row.amountMinor,
      })),
      caption: captionOf(['payment', 'payments'], paging, rows.length, total),
      stages: paymentStages.map((value) => ({ value, words: paymentStage(value).words })),
      filter: stage,
      filterWords: stage && paymentStage(stage).words.toLowerCase(),
      paging: pagesAround(visit, paging, total),
    });
  }

  @Get(':ref')
  async show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    if (!isReference(ref, 'PY')) throw new NoSuchThing(`"${ref}" is not the reference of a payment, like PY-2012-001`);
    const payment = await this.reading.payment(visit, ref);
    if (!payment) throw new NoSuchThing(visit.past ? `There was no payment ${ref} at ${visit.past.words}` : `There is no payment ${ref}`);
    const mayAudit = visit.session !== undefined && permits(visit.session.role, 'audit:read');
    const timeline = mayAudit ? await this.reading.timeline(visit, ref) : undefined;
    return paymentPage(
      `Payment ${ref}`,
      {
        reference: ref,
        payee: payment.payeeName,
        stage: paymentStage(payment.stage),
        figures: [
          { label: 'Amount', value: inPounds(payment.amountMinor) },
          { label: 'Award', value: payment.award, href: link(visit, `/awards/${payment.award}`) },
        ],
        actions: stepsFor(visit, paymentSteps[payment.stage] ?? [], `/payments/${ref}`, ref),
        years: timeline && timelineOf(timeline, visit, undefined),
      },
      { trail: [{ text: 'Payments', href: '/payments' }, { text: payment.award, href: `/awards/${payment.award}` }], done: doneSentence(visit, timeline) },
    );
  }
}
