import { toPerson } from '#kernel';
import { by } from '#kernel/testing/given';
import { DecisionRecorded } from '../decision.events.js';
import { board, boardDecided, twoBodies } from '../testing/index.js';
import { recordDecision } from './record-decision.js';

const recorded = { body: board, award: 'AW-2012-001', meeting: '2 July 2012', item: '4', verb: 'confirmed', minute: 'IB 2012-07-02/4' };

describe('recording a decision', () => {
  it('keeps who decided apart from who recorded it', () => twoBodies.when(recordDecision, recorded, by('clerk', '2012-07-02')).then(boardDecided('confirmed')));

  it('keeps a verb that commits no money just as well', () =>
    twoBodies
      .when(recordDecision, { ...recorded, verb: 'noted' }, by('secretary', '2012-07-02'))
      .then(DecisionRecorded({ ...boardDecided('noted').data, recordedBy: toPerson('secretary') })));

  it('needs a body that is registered', () => twoBodies.when(recordDecision, { ...recorded, body: 'nobody' }, by('clerk')).thenNotFound());
});
