import type { PaymentRow } from '#views/registers';
import { Controller, Get, Param, Req } from '@nestjs/common';
import { isReference } from '#kernel';
import { NoSuchThing } from '../../errors/troubles.js';
import { doneSentence } from '../../forms/done-sentence.js';
import { paymentSteps, stepsFor, type Step } from '../../forms/next-steps.js';
import { fileOf, filesOf } from '../../formats/file-of.js';
import type { Column, Sheet } from '../../formats/sheet.js';
import type { Figure, SummaryRow } from '../../layout/figures.js';
import { Names } from '../../layout/names.js';
import { captionOf, pagesAround, pagingOf, wholeFile } from '../../layout/paging.js';
import { template, type Reply } from '../../layout/reply.js';
import { paymentStage, paymentStages, type ShownStage } from '../../layout/stages.js';
import { amounts, columns as heads, linked, pounds, tagged, words, type Table } from '../../layout/table.js';
import { beforeIn, shownTimeline, type ShownTimeline } from '../../layout/timeline.js';
import { inPounds, inWords } from '../../layout/words.js';
import { Reading } from '../../reading/reading.js';
import { Needs } from '../../security/needs.js';
import { link, may, visitOf, type Visit, type VisitedRequest } from '../../visits/visit.js';

interface PaymentsModel {
  readonly table: Table | undefined;
  readonly stages: readonly { readonly value: string; readonly words: string }[];
  readonly filter: string | undefined;
  readonly filterWords: string | undefined;
  readonly paging: { readonly previous: string | undefined; readonly next: string | undefined };
}
interface PaymentModel {
  readonly reference: string;
  readonly payee: string;
  readonly stage: ShownStage;
  readonly isLate: boolean;
  readonly figures: readonly Figure[];
  readonly actions: readonly Step[];
  readonly summary: readonly SummaryRow[];
  readonly timeline: ShownTimeline | undefined;
}
const paymentsPage = template<PaymentsModel>('pages/payments/payments.njk');
const paymentPage = template<PaymentModel>('pages/payments/payment.njk');

const columns: readonly Column<PaymentRow>[] = [
  { title: 'Payment', of: 'reference', kind: 'text' },
  { title: 'Award', of: 'award', kind: 'text' },
  { title: 'Payee', of: 'payeeName', kind: 'text' },
  { title: 'State', of: 'stage', kind: 'text' },
  { title: 'Since', of: 'stageOn', kind: 'text' },
  { title: 'Recorded on', of: 'stageRecordedOn', kind: 'text' },
  { title: 'Amount (£)', of: 'amountMinor', kind: 'money' },
  { title: 'Authorised on', of: 'authorisedOn', kind: 'text' },
  { title: 'Settled on', of: 'settledOn', kind: 'text' },
  { title: 'Bank reference', of: 'bankReference', kind: 'text' },
];
const stageIn = ({ query }: Visit): string | undefined => paymentStages.find((each) => each === query['stage']);

@Controller()
@Needs('register:read')
export class PaymentsController {
  constructor(
    private readonly reading: Reading,
    private readonly names: Names,
  ) {}

  @Get('payments')
  async list(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    const stage = stageIn(visit);
    const paging = pagingOf(visit);
    const { rows, total, more } = await this.reading.payments(visit, stage === undefined ? {} : { stage }, paging);
    const table: Table = {
      id: 'payments', caption: captionOf(['payment', 'payments'], paging, rows.length, total, more), heads: [...heads('Payment', 'Award', 'Payee', 'State'), ...amounts('Amount')],
      rows: rows.map((row) => [
        linked(row.reference, link(visit, `/payments/${row.reference}`)), linked(row.award, link(visit, `/awards/${row.award}`), `of ${row.reference}`), words(row.payeeName),
        tagged(paymentStage(row.stage), row.stageRecordedOn > row.stageOn), pounds(row.amountMinor),
      ]),
    };
    return paymentsPage(
      'Payments',
      {
        table: rows.length === 0 ? undefined : table,
        stages: paymentStages.map((value) => ({ value, words: paymentStage(value).words })),
        filter: stage,
        filterWords: stage && paymentStage(stage).words.toLowerCase(),
        paging: pagesAround(visit, paging, total),
      },
      { takesAsOf: true, formats: ['csv', 'json'] },
    );
  }

  @Get(filesOf('payments'))
  async file(@Req() request: VisitedRequest): Promise<Reply> {
    const visit = visitOf(request);
    return fileOf(visit, await this.#sheet(visit));
  }

  @Get('payments/:ref')
  async show(@Req() request: VisitedRequest, @Param('ref') ref: string): Promise<Reply> {
    const visit = visitOf(request);
    if (!isReference(ref, 'PY')) throw new NoSuchThing(`"${ref}" is not the reference of a payment, like PY-2012-001`);
    const payment = await this.reading.payment(visit, ref);
    if (!payment) throw new NoSuchThing(visit.past || visit.soOn ? `There was no payment ${ref} then` : `There is no payment ${ref}`);
    const timeline = await this.reading.timeline(visit, ref, beforeIn(visit));
    return paymentPage(
      `Payment ${ref}`,
      {
        reference: ref,
        payee: payment.payeeName,
        stage: paymentStage(payment.stage),
        isLate: payment.stageRecordedOn > payment.stageOn,
        figures: [
          { label: 'Amount', value: inPounds(payment.amountMinor) },
          { label: 'Award', value: payment.award, href: link(visit, `/awards/${payment.award}`) },
        ],
        actions: stepsFor(visit, paymentSteps[payment.stage] ?? [], `/payments/${ref}`, ref),
        summary: summaryOf(payment, may(visit, 'audit:read') ? this.names : undefined),
        timeline: shownTimeline(timeline, visit, undefined),
      },
      { trail: [{ text: 'Payments', href: '/payments' }, { text: payment.award, href: `/awards/${payment.award}` }], takesAsOf: true, done: doneSentence(visit, timeline?.entries) },
    );
  }

  async #sheet(visit: Visit): Promise<Sheet<PaymentRow>> {
    const stage = stageIn(visit);
    const filter: Readonly<Record<string, string>> = stage === undefined ? {} : { stage };
    const { rows } = await this.reading.payments(visit, filter, wholeFile);
    return { name: 'payments', columns, rows, about: { title: 'Payments', knownAt: visit.past?.words ?? 'now', asOf: visit.soOn?.written ?? 'now', ...filter } };
  }
}

/** Who did what is for those who may audit. */
function summaryOf({ authorisedOn, authorisedBy, releasedBy, settledOn, bankReference, reason }: PaymentRow, names: Names | undefined): readonly SummaryRow[] {
  return [
    { key: 'Authorised on', value: inWords(authorisedOn) },
    ...(names ? [{ key: 'Authorised by', value: names.called(authorisedBy) }] : []),
    ...(names && releasedBy !== null ? [{ key: 'Released by', value: names.called(releasedBy) }] : []),
    ...(settledOn === null ? [] : [{ key: 'Settled on', value: inWords(settledOn) }]),
    ...(bankReference === null ? [] : [{ key: 'Bank reference', value: bankReference }]),
    ...(reason === null ? [] : [{ key: 'Reason', value: reason }]),
  ];
}
