import type { DeliveryPage, OutputOfAward, ReportAsked } from '#views/delivery';
import type { AwardPage } from '#views/registers';
import { deliverySteps, stepAbout, stepsFor, type Step } from '../../forms/next-steps.js';
import type { Section } from '../../layout/section.js';
import { outputStage, phaseStage } from '../../layout/stages.js';
import { amounts, columns, onDay, pounds, tagged, words, type Table } from '../../layout/table.js';
import { capital, inPounds, inWords } from '../../layout/words.js';
import type { Visit } from '../../visits/visit.js';

/** What the terms of its round have an award go through and hand in; nothing where they ask for nothing. */
export function deliveredUnder({ reference, stage, instrument }: AwardPage, delivery: DeliveryPage | undefined, visit: Visit): readonly Section[] {
  if (!delivery) return [];
  const { phases, outputs, reports, payableMinor } = delivery;
  if (phases.length + outputs.length + reports.length === 0) return [];
  const isUnderWay = stage === 'agreed' || (stage === 'approved' && instrument === 'none');
  return [{
    id: 'delivery',
    heading: phases.length > 0 ? 'Phases and outputs' : 'Outputs',
    sentences: [
      ...(reports.length === 0 ? [] : [`Asked of every award: ${reports.map(askedFor).join('; ')}.`]),
      ...(isUnderWay && phases.length > 0 && payableMinor !== null ? [`${inPounds(payableMinor)} in all may be paid in the phases that have started.`] : []),
    ],
    tables: [...(phases.length === 0 ? [] : [phasesTable(delivery)]), ...(outputs.length === 0 ? [] : [outputsTable(outputs)])],
    empty: visit.past || visit.soOn
      ? 'Nothing had been submitted yet.'
      : 'Nothing has been submitted yet. The recipient, or an officer for it, submits what the terms ask for.',
    actions: actionsOf(delivery, isUnderWay, `/awards/${reference}`, visit),
  }];
}

const askedFor = ({ name, every, dueDays }: ReportAsked): string =>
  every === 'once' ? `${name} once, within ${dueDays} days of the start` : `${name} every ${every}, within ${dueDays} days of its end`;

/** A phase is told to start or to end, and an output answered, by its own button: nobody types its code. What came is answered after the award ended, too. */
function actionsOf({ phases, outputs, reports }: DeliveryPage, isUnderWay: boolean, page: string, visit: Visit): readonly Step[] {
  const [start, end] = deliverySteps.phases;
  const [submit, ...answers] = deliverySteps.outputs;
  const next = phases.find(({ startedOn }) => startedOn === null);
  const steps = [
    ...(isUnderWay && next?.stage === 'open' ? stepAbout(visit, start, page, { which: next.name, words: { phase: next.phase } }) : []),
    ...phases.filter(({ stage }) => stage === 'started').flatMap(({ name, phase }) => stepAbout(visit, end, page, { which: name, words: { phase } })),
    ...outputs.filter(({ stage }) => stage === 'submitted').flatMap(
      (each) => answers.flatMap((answer) => stepAbout(visit, answer, page, { which: called(each), words: wordsFor(each) })),
    ),
    ...(isUnderWay && (reports.length > 0 || phases.some(({ missing }) => missing.length > 0)) ? stepsFor(visit, [submit], page, 'for this award') : []),
  ];
  return steps.map((step, i) => ({ ...step, first: i === 0 }));
}

const called = ({ name, period }: OutputOfAward): string => (period === '' ? name : `${name} for ${period}`);
const wordsFor = ({ output, period }: OutputOfAward): Readonly<Record<string, string>> => ({ output, ...(period === '' ? {} : { period }) });

const phasesTable = ({ phases }: DeliveryPage): Table => ({
  id: 'phases', caption: 'Phases', heads: [...columns('Phase', 'State', 'Since', 'Waits for'), ...amounts('Payable')],
  rows: phases.map(({ number, name, stage, startedOn, endedOn, missing, payableMinor }) => [
    words(`${number}. ${name}`), tagged(phaseStage(stage)), onDay(endedOn ?? startedOn), words(capital(missing.join(', '))), payableMinor === null
      ? words('left open')
      : pounds(payableMinor),
  ]),
});

const outputsTable = (outputs: readonly OutputOfAward[]): Table => ({
  id: 'outputs', caption: 'Outputs', heads: columns('Output', 'State', 'Document', 'Submitted on', 'Answer'),
  rows: outputs.map((each) => {
    const { stage, document, submittedOn, times, answeredOn, reason } = each;
    const answer = answeredOn === null ? '' : `${inWords(answeredOn)}${reason === null ? '' : `: ${reason}`}`;
    return [
      words(called(each)), tagged(outputStage(stage)), words(times > 1 ? `${document} (submitted ${times} times)` : document),
      onDay(submittedOn), words(answer),
    ];
  }),
});
