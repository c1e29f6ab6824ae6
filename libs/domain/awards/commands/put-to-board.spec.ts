import { by } from '#kernel/testing/given';
import { board } from '#domain/decisions/testing';
import { AwardPutToBoard } from '../award.events.js';
import { anAwardApproved, anAwardRecommended, firstAward, recipientName } from '../testing/index.js';
import { putToBoard } from './put-to-board.js';

const put = { award: firstAward, body: board, meeting: '2 July 2012', item: '4', ask: 'confirm' };
const wasPut = AwardPutToBoard({ body: board, bodyName: 'Improvement Board', meeting: '2 July 2012', item: '4', ask: 'confirm', recipientName });

describe('putting an award to a board', () => {
  it('is refused for a decision that is already made', () =>
    anAwardApproved.when(putToBoard, put, by('officer')).thenRefused('award-is-decided', { stage: 'approved', ask: 'confirm' }));

  it('says what the board is asked to do', () => anAwardRecommended.when(putToBoard, put, by('officer')).then(wasPut));

  it('is possible afterwards too, for the board to note', () =>
    anAwardApproved.when(putToBoard, { ...put, ask: 'note' }, by('officer')).then(AwardPutToBoard({ ...wasPut.data, ask: 'note' })));

  it('needs a body that is registered', () => anAwardRecommended.when(putToBoard, { ...put, body: 'nobody' }, by('officer')).thenNotFound());
});
