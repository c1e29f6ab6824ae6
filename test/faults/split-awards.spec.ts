import { left, limit, linkedLimit } from '#domain/limits';
import { commands } from '#domain';
import { demonstrationPerson, maySignInAs } from '#domain/people';
import { numbered, streamName, toDate, toReference } from '#kernel';
import { openInstallation } from '#platform/installation';
import { play, readPlaybook } from '#platform/playbooks';
import { playbook, step } from '../../apps/cli/bench/made-up.js';
import { wasPlayed } from '../../apps/cli/was-played.js';
import { everyEvent } from '../support/log-witness.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';
import { withoutViews } from '../support/without-views.js';

const callers = 32;
const each = Array.from({ length: callers }, (_, i) => i + 1);

/** One council with many small bids in one round, and lead members who may approve £5.00 for one recipient. */
const scene = playbook('split-awards', [
  step('finance-officer', 'OpenFund', { code: 'FUND', name: 'A fund' }),
  step('finance-officer', 'SetBudget', { fund: 'FUND', financialYear: 'FY1213', amount: '£1,000.00' }),
  step('programme-manager', 'DefineProgramme', { code: 'SMALL', name: 'Small grants', purpose: 'To be split', awardCeiling: '£100.00', instrument: 'deed' }),
  step('programme-officer', 'RegisterOrganisation', { name: 'A council', type: 'district' }, '$council'),
  step('programme-manager', 'OpenRound', { programme: 'SMALL', name: 'One round', fund: 'FUND', financialYear: 'FY1213', allocation: '£1,000.00' }, '$round'),
  step('secretary', 'RegisterBody', { code: 'board', name: 'Board', kind: 'board' }),
  step('secretary', 'RegisterBody', { code: 'lead-members', name: 'Lead Members', kind: 'members' }),
  step('secretary', 'Delegate', { from: 'board', to: 'lead-members', perAward: '£5.00', total: '£1,000.00', startsOn: '2012-05-01', minute: '1' }),
  ...each.flatMap((n) => [
    step('programme-officer', 'Nominate', { round: '$round', organisation: '$council', title: `Part ${n}`, source: 'open-call' }, `$bid-${n}`),
    step('programme-officer', 'RecommendAward', { application: `$bid-${n}` }),
  ]),
]);

describe('an award that is split into many small ones', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => (folder = await temporaryFolder()));
  afterEach(() => folder.remove());

  test('is approved up to the limit for one recipient and no further, however many approve at once', async () => {
    const { store, engine, find, kind, close } = await openInstallation({ folder: folder.path('data'), declarations: withoutViews, kind: 'demonstration', recordedAt: '2012-01-01T12:00:00.000Z' });
    const reading = readPlaybook('scene.jsonl', scene, commands, maySignInAs);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(await play(reading.value, { kind, run: engine.run.bind(engine), wasPlayed: wasPlayed(store) })).not.toHaveProperty('stopped');
    const approve = find('ApproveAward');
    if (!approve) throw new Error('There is no command ApproveAward');

    const context = { actor: demonstrationPerson('programme-manager'), role: 'programme-manager', on: toDate('2012-05-01') };
    const authority = { kind: 'delegated', body: 'lead-members', minute: '2' };
    const came = await Promise.all(each.map((n) => engine.run(approve, { award: numbered('AW', '2012', n), ceiling: '£1.00', authority }, context)));
    const ended = Map.groupBy(came, (outcome) => (outcome.outcome === 'refused' ? outcome.refusal : outcome.outcome));
    expect(Object.fromEntries([...ended].map(([how, { length }]) => [how, length]))).toEqual({ done: 5, 'over-delegated-limit': callers - 5 });

    const linked = streamName(limit, linkedLimit(toReference('RD', 'RD-2012-001'), toReference('OR', 'OR-2012-001')));
    const counted = (await everyEvent(store)).filter(({ stream }) => stream === linked);
    const state = counted.reduce((before, { type, data, version }) => limit.evolve(before, { type, data: data as object }, { ref: linked, version, on: context.on, by: context.actor }), limit.initial);
    expect(left(state, 'approved')).toBe(500);
    await close();
  });
});
