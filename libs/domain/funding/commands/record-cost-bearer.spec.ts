import { by, givenNothing } from '#kernel/testing/given';
import { CostBearerRecorded } from '../costs.events.js';
import { costs } from '../costs.js';
import { about, aProgrammeAndBodies, council } from '../testing/index.js';
import { recordCostBearer } from './record-cost-bearer.js';

const record = { programme: about.programme, organisation: council, what: 'the whole programme' };
const recorded = CostBearerRecorded({ ...record, organisationName: 'Research Council' });
const manager = by('manager');

describe('recording who bears a cost', () => {
  it('is refused the second time', () =>
    aProgrammeAndBodies.and(costs, about.programme, recorded).when(recordCostBearer, record, manager).thenRefused('bearer-is-recorded', { name: 'Research Council', what: 'the whole programme' }));

  it('keeps the name as it stood', () => aProgrammeAndBodies.when(recordCostBearer, record, manager).then(recorded));

  it('may be for another cost of the same programme', () =>
    aProgrammeAndBodies.and(costs, about.programme, recorded).when(recordCostBearer, { ...record, what: 'rooms' }, manager).then(CostBearerRecorded({ ...recorded.data, what: 'rooms' })));

  it('needs a programme and a body that exist', () => givenNothing().when(recordCostBearer, record, manager).thenNotFound());
});
