import type { FrameworkRow } from '#views/support';
import { frameworkSteps, stepsFor } from '../../forms/next-steps.js';
import type { Figure, SummaryRow } from '../../layout/figures.js';
import type { Section, SectionsModel } from '../../layout/section.js';
import type { ShownStage } from '../../layout/stages.js';
import { amounts, columns, linked, onDay, pounds, words, type Cell, type Table } from '../../layout/table.js';
import type { ShownTimeline } from '../../layout/timeline.js';
import { capital, inHundredths, inPounds, inWords, many } from '../../layout/words.js';
import { link, thenOrNow, type Visit } from '../../visits/visit.js';
import { qualified } from '../savings/sum-in-words.js';

export const frameworkStage = (stage: FrameworkRow['stage']): ShownStage =>
  stage === 'launched' ? { words: 'Launched', tone: 'open' } : { words: 'Planned', tone: 'waiting' };
/** A charge that is not set yet is not nought; one of nought is. */
export const chargeInWords = (minor: number | null): string => (minor === null ? 'not set yet' : minor === 0 ? 'no charge' : inPounds(minor));
export const callersInWords = (parts: number | null): string => (parts === null ? '' : `${inHundredths(parts)} per cent of the members`);

/** A framework: who may use it and at what charge, who called off, and what people gained. The money in it is other people's. */
export function frameworkModel(framework: FrameworkRow, timeline: ShownTimeline | undefined, visit: Visit): SectionsModel {
  const { reference, name, stage, members } = framework;
  const steps = (frameworkSteps[stage] ?? []).filter((step) => step !== 'LeaveFramework' || members.length > 0);
  return {
    caption: reference,
    stage: frameworkStage(stage),
    lead: 'What bodies pay their suppliers, and what people gain, is no money of ours: it is in no sum with it.',
    figures: figuresOf(framework),
    actions: stepsFor(visit, steps, `/frameworks/${reference}`, name),
    summary: summaryOf(framework, visit),
    sections: [membersOf(framework, visit), callOffsOf(framework, visit), outcomesOf(framework, visit), ...partnersOf(framework, visit)],
    hasTimeline: true,
    timeline,
  };
}

const figuresOf = ({ members, callOffs, callers, callersOfMembers, chargeMinor }: FrameworkRow): readonly Figure[] => [
  { label: 'Members', value: String(members.length) },
  { label: 'Called off', value: many(callOffs.length, 'time', 'times'), note: [`by ${many(callers, 'body', 'bodies')}`, callersInWords(callersOfMembers)].filter(Boolean).join(', ') },
  { label: 'Charge for its use', value: chargeInWords(chargeMinor) },
];

const summaryOf = ({ programme, launchesOn, launchedOn }: FrameworkRow, visit: Visit): readonly SummaryRow[] => [
  { key: 'Programme', value: programme, href: link(visit, `/programmes/${programme}`) },
  ...(launchesOn === null ? [] : [{ key: 'To be launched on', value: inWords(launchesOn) }]),
  ...(launchedOn === null ? [] : [{ key: 'Launched on', value: inWords(launchedOn) }]),
];

type Body = Pick<FrameworkRow['members'][number], 'organisation' | 'organisationName'>;
const body = ({ organisation, organisationName }: Body, visit: Visit, about = organisation): Cell =>
  linked(organisationName, link(visit, `/organisations/${organisation}`), about);

function membersOf({ reference, stage, members }: FrameworkRow, visit: Visit): Section {
  const [leave] = stage === 'launched' ? stepsFor(visit, ['LeaveFramework'], `/frameworks/${reference}`) : [];
  const table: Table = {
    id: 'members-of', caption: many(members.length, 'member', 'members'), heads: columns('Organisation', 'Since', ...(leave ? ['What you can do'] : [])),
    rows: members.map((each) => [
      body(each, visit), onDay(each.since), ...(leave ? [linked(leave.text, `${leave.href}?organisation=${each.organisation}`, `: ${each.organisationName}`)] : []),
    ]),
  };
  const nobody = stage === 'planned' ? 'Bodies join it once it is launched.' : 'No body has joined it yet. A programme manager records those that do.';
  const empty = thenOrNow(visit, 'No body had joined it yet.', nobody);
  return { id: 'members', heading: 'Members', tables: members.length === 0 ? [] : [table], empty };
}

function callOffsOf({ callOffs }: FrameworkRow, visit: Visit): Section {
  const table: Table = {
    id: 'call-offs-of', caption: many(callOffs.length, 'call-off', 'call-offs'),
    heads: [...columns('Number', 'Organisation', 'What', 'On'), ...amounts('What it pays its supplier')],
    rows: callOffs.map((each) => [
      words(each.number), body(each, visit, `${each.organisation}, call-off ${each.number}`), words(each.what), onDay(each.on),
      each.valueMinor === null ? words('not known') : pounds(each.valueMinor),
    ]),
  };
  const empty = thenOrNow(visit, 'Nothing had been called off yet.', 'Nothing has been called off yet.');
  return { id: 'call-offs', heading: 'Call-offs', tables: callOffs.length === 0 ? [] : [table], empty };
}

function outcomesOf({ outcomes }: FrameworkRow, visit: Visit): Section {
  const table: Table = {
    id: 'outcomes-of', caption: 'As documents print it for each person; the sum is worked out',
    heads: [...columns('Document', 'On', 'Period'), ...amounts('People', 'Each of them gained', 'In all')],
    rows: outcomes.map(({ document, on, period, people, qualifier, eachMinor, totalMinor }) => [
      words(document), onDay(on), words(period), words(people.toLocaleString('en-GB')), words(qualified(qualifier, eachMinor)), pounds(totalMinor),
    ]),
  };
  const empty = thenOrNow(visit, 'No outcome had been reported yet.', 'No outcome has been reported yet.');
  return { id: 'outcomes', heading: 'What people gained', tables: outcomes.length === 0 ? [] : [table], empty };
}

function partnersOf({ partners }: FrameworkRow, visit: Visit): readonly Section[] {
  if (partners.length === 0) return [];
  const rows = partners.map((each) => [body(each, visit), words(capital(each.role))]);
  const table: Table = { id: 'partners-of', caption: many(partners.length, 'partner', 'partners'), heads: columns('Organisation', 'Role'), rows };
  return [{ id: 'partners', heading: 'Partners', tables: [table], empty: '' }];
}
