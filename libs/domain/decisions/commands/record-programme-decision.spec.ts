import { toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { aFundAndAProgramme, future } from '#domain/programmes/testing';
import { ProgrammeDecisionRecorded } from '../decision.events.js';
import { board, withBodies } from '../testing/index.js';
import { recordProgrammeDecision } from './record-programme-decision.js';

const noted = { body: board, programme: future, meeting: '2 November 2012', item: '5', verb: 'noted', minute: 'IB 2012-11-02/5' };
const recorded = ProgrammeDecisionRecorded({
  programme: future, decidedBy: board, decidedByName: 'Improvement Board', recordedBy: toPerson('clerk'), meeting: '2 November 2012', item: '5', verb: 'noted', minute: 'IB 2012-11-02/5',
});
const clerk = by('clerk', '2012-11-02');
const ready = withBodies(aFundAndAProgramme);

describe('recording a decision about a programme', () => {
  it('is refused when it says the same verb twice', () =>
    ready.when(recordProgrammeDecision, { ...noted, alsoVerb: 'noted' }, clerk).thenRefused('verb-is-named-twice', { verb: 'noted' }));

  it('keeps who decided apart from who recorded it', () => ready.when(recordProgrammeDecision, noted, clerk).then(recorded));

  it('keeps both verbs of a minute that has two', () =>
    ready.when(recordProgrammeDecision, { ...noted, alsoVerb: 'asked' }, clerk).then(ProgrammeDecisionRecorded({ ...recorded.data, alsoVerb: 'asked' })));

  it('says in the timeline what the minutes say', () => {
    expect(ProgrammeDecisionRecorded.say({ ...recorded.data, alsoVerb: 'asked' })).toBe('Improvement Board noted and asked about FUTURE at 2 November 2012, item 5 (minute IB 2012-11-02/5)');
    expect(ProgrammeDecisionRecorded.say(recorded.data)).toBe('Improvement Board noted FUTURE at 2 November 2012, item 5 (minute IB 2012-11-02/5)');
  });

  it('needs a programme that is defined', () => ready.when(recordProgrammeDecision, { ...noted, programme: 'NOBODY' }, clerk).thenNotFound());
});
