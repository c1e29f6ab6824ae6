import { step, type Step } from './step.js';

const joint = 'OR-2012-005';
const company = { organisation: 'OR-2012-003', register: 'company', identifier: '00123456' };

/** Bodies that join, divide, go and are known by several names; the last two live on to be nominated. */
export const organisations: readonly Step[] = [
  ...[['Craven', 'district'], ['North Yorkshire Together', 'public-body'], ['Department for Councils', 'public-body'], ['Ryedale', 'district'], ['Hambleton', 'district']].map(([name, type]) =>
    step('RegisterOrganisation', { name, type })),
  step('RecordIdentifier', { ...company, from: '2010-04-01' }),
  step('EndIdentifier', { ...company, until: '2012-04-30', reason: 'Dissolved' }),
  step('ReclassifyOrganisation', { organisation: 'OR-2012-002', type: 'unitary', reason: 'An order' }),
  step('RecordPrintedName', { organisation: 'OR-2012-007', name: 'Ryedale DC', document: 'List of 2012' }),
  step('NameMembers', { organisation: joint, members: [{ organisation: 'OR-2012-007' }, { organisation: 'OR-2012-008' }] }),
  step('RecordSuccessor', { organisation: 'OR-2012-004', successors: [{ organisation: 'OR-2012-007' }], reason: 'An order' }),
];
