import { toDate } from '#kernel';
import { by, givenNothing } from '#kernel/testing/given';
import { aFundAndAProgramme, future } from '#domain/programmes/testing';
import { DiscrepancyNoted, MilestoneReached, MilestonesPlanned, RatingReported } from '../milestones.events.js';
import { noteDiscrepancy } from './note-discrepancy.js';
import { planMilestones } from './plan-milestones.js';
import { reachMilestone } from './reach-milestone.js';
import { reportRating } from './report-rating.js';

const officer = by('officer');
const launch = { programme: future, kind: 'launch', title: 'The programme was launched' } as const;
const rated = { programme: future, period: 'quarter 1', rating: 'amber', output: 'Design in the public sector' } as const;
const both = [{ document: 'Paper 6', figure: 'over 70 councils' }, { document: 'Annual report', figure: '70 local authorities' }];
const differ = { programme: future, subject: 'how many councils took part', printed: both };

describe('what a programme reached', () => {
  it('is recorded with where it can be read and for when it was planned', async () => {
    const more = { ...launch, document: 'Paper 2', planned: toDate('2012-05-01') };
    await aFundAndAProgramme.when(reachMilestone, launch, officer).then(MilestoneReached(launch));
    await aFundAndAProgramme.when(reachMilestone, more, officer).then(MilestoneReached(more));
    expect(MilestoneReached.say(more)).toBe('FUTURE reached a milestone, launch: The programme was launched (Paper 2); it was planned for 1 May 2012');
    expect(MilestoneReached.say(launch)).toBe('FUTURE reached a milestone, launch: The programme was launched');
  });

  it('needs a programme that is defined', async () => {
    await givenNothing().when(reachMilestone, launch, officer).thenNotFound();
    await givenNothing().when(reportRating, rated, officer).thenNotFound();
    await givenNothing().when(noteDiscrepancy, differ, officer).thenNotFound();
  });
});

describe('how many milestones were agreed', () => {
  const plan = { programme: future, kind: 'report', least: 12, most: 15, document: 'Paper 4' } as const;

  it('is refused when the least is above the most', () => aFundAndAProgramme.when(planMilestones, { ...plan, least: 16 }, officer).thenRefused('bounds-run-backwards', { least: 16, most: 15 }));

  it('may be a single number', () => aFundAndAProgramme.when(planMilestones, { ...plan, least: 15 }, officer).then(MilestonesPlanned({ ...plan, least: 15 })));

  it('is kept with where it was agreed', async () => {
    await aFundAndAProgramme.when(planMilestones, plan, officer).then(MilestonesPlanned(plan));
    expect(MilestonesPlanned.say(plan)).toBe('FUTURE is to reach 12 to 15 milestones, each a report (Paper 4)');
  });
});

describe('a rating', () => {
  it('is of something, for a period, with a reason where one is given', async () => {
    await aFundAndAProgramme.when(reportRating, rated, officer).then(RatingReported(rated));
    expect(RatingReported.say({ ...rated, reason: 'two cohorts are late', reference: 'Report 4' })).toBe(
      'Design in the public sector of FUTURE was rated amber for quarter 1: two cohorts are late (Report 4)',
    );
  });
});

describe('noting that documents differ', () => {
  it('is refused when all of them print the same', () =>
    aFundAndAProgramme.when(noteDiscrepancy, { ...differ, printed: both.map((each) => ({ ...each, figure: '70' })) }, officer).thenRefused('documents-agree', { figure: '70' }));

  it('keeps what each of them prints', async () => {
    await aFundAndAProgramme.when(noteDiscrepancy, differ, officer).then(DiscrepancyNoted(differ));
    expect(DiscrepancyNoted.say(differ)).toBe('Documents of FUTURE differ on how many councils took part. Paper 6: over 70 councils, Annual report: 70 local authorities');
  });
});
